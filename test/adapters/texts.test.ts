import { expect, test } from 'vitest'
import type { Text } from '../../src/flows/engine/text.ts'
import { createTexts } from '../../src/adapters/texts.ts'

const texts = createTexts()

test('a date is said with its weekday in each language', () => {
  const due = { number: 'KPG-261120-014-7', due: { date: '2026-11-23' } }
  expect(texts.render('id', { key: 'complaint.opened', vars: due })).toContain('Senin, 23 November')
  expect(texts.render('en', { key: 'complaint.opened', vars: due })).toContain('Monday, 23 November')
})

test('words inside words are rendered in the same language', () => {
  const what = { text: { key: 'flow.complaint' } } as const
  expect(texts.render('en', { key: 'leave.ask', vars: { what } })).toContain('a report')
})

test.each([
  ['en', 1, '1 paper is missing'],
  ['en', 2, '2 papers are missing'],
  ['id', 1, 'Kurang 1 surat'],
  ['id', 2, 'Kurang 2 surat'],
])('in %s %i papers are counted as its grammar does', (lang, count, said) => {
  expect(texts.render(lang, { key: 'checklist.left', vars: { count } })).toContain(said)
})

test('what a person wrote is never read as a placeholder, a key or markup', () => {
  const question = '{{number}} $t(menu.main) <b>&amp;'
  expect(texts.render('id', { key: 'human.offer', vars: { question } })).toContain(`“${question}”`)
})

test('proper names stay as they are', () => {
  expect(texts.render('en', { raw: 'Kantor Imigrasi Kupang {{x}}' })).toBe('Kantor Imigrasi Kupang {{x}}')
})

test.each([
  ['an unknown key', 'id', { key: 'no.such' }, 'no.such'],
  ['a key that holds other keys', 'id', { key: 'menu' }, 'menu'],
  ['an unknown language', 'fr', { key: 'menu.main' }, 'fr'],
  ['a value that is missing', 'id', { key: 'idle.added', vars: {} }, 'number'],
])('%s is an error that names it', (_, lang, text, named) => {
  expect(() => texts.render(lang, text as Text)).toThrow(named)
})
