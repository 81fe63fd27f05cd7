import { expect, test } from 'vitest'
import {
  asksWhenReady,
  parseInterviewDay,
  speaksOfInterview,
} from '../../../src/model/applications/interview-day.ts'

// a Saturday
const TODAY = '2026-11-21'

test.each([
  'kpn jadinya ya pak',
  'kapan bisa diambil',
  'berapa lama lg selesai',
  'jadi nya tgl brp',
  'When will it be ready?',
])('%s: asks when it is ready', (text) => {
  expect(asksWhenReady(text)).toBe(true)
})

test.each(['kapan jadwal dibuka', 'jadi bagaimana', 'mau ganti tanggal', ''])('%s: does not', (text) => {
  expect(asksWhenReady(text)).toBe(false)
})

test('an interview is spoken of in several words', () => {
  expect(['sdh wawancara kemaren', 'udah foto td', 'interview was monday'].every(speaksOfInterview)).toBe(
    true,
  )
  expect(speaksOfInterview('kapan jadi')).toBe(false)
})

test.each([
  ['kemarin', '2026-11-20'],
  ['wawancara kmrn', '2026-11-20'],
  ['tadi, hari ini', '2026-11-21'],
  ['tgl 12', '2026-11-12'],
  ['tgl 25', '2026-10-25'],
  ['senin', '2026-11-16'],
  ['3 hari yg lalu', '2026-11-18'],
  ['seminggu lalu', '2026-11-14'],
  ['besok', '2026-11-22'],
  ['senin depan', '2026-11-23'],
  ['18/11', '2026-11-18'],
])('%s is %s', (text, day) => {
  expect(parseInterviewDay(text, TODAY)).toMatchObject({ day })
})

test.each(['1 januari 2020', 'tidak tahu', 'bulan lalu'])('%s is no day', (text) => {
  expect(parseInterviewDay(text, TODAY).day).toBeNull()
})
