import { describe, expect, test } from 'vitest'
import { classifyPaymentTopic, extractPrice } from '../../../src/model/understanding/price.ts'

describe('about money', () => {
  test.each([
    ['biaya e-paspor 10 tahun', { kind: 'electronic', years: 10 }],
    ['paspor biasa lima tahun', { kind: 'plain', years: 5 }],
    ['e paspor atau paspor biasa', {}],
    ['anak umur 10 tahun', {}],
    ['yang sehari jadi', { express: true }],
    ['rusak kena banjir', { disaster: 'disaster' }],
  ])('%s', (text, parts) => {
    expect(extractPrice(text)).toEqual(parts)
  })

  test.each([
    ['berapa harga paspor', 'price'],
    ['bayar dimana', 'where'],
    ['cara bayarnya gmn', 'where'],
    ['kode billing sudah keluar', 'count'],
    ['kode bayar belum keluar', null],
    ['waktu bayar habis', 'over'],
    ['paspor expired biayanya berapa', 'price'],
    ['sudah bayar tapi belum tercatat', 'unsynced'],
    ['uang saya bisa balik?', 'refund'],
    ['berapa lama', null],
    ['uang kepotong tapi status menunggu', 'unsynced'],
    ['my code expired', 'over'],
    ['bayar lewat alfa bisa?', 'where'],
  ])('%s: %s', (text, matter) => {
    expect(classifyPaymentTopic(text)).toBe(matter)
  })
})
