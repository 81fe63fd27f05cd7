import { expect, test } from 'vitest'
import { matchTerm } from '../../../src/model/understanding/term.ts'
import { TERMS } from '../../../src/model/words/terms.ts'
import { ANSWERS, seeded } from '../library.ts'

test.each([
  ['akta lahir?', 'answer', 'term-birth-certificate'],
  ['akte lahir', 'answer', 'term-birth-certificate'],
  ['Akta lahirnya wajib?', 'answer', 'term-birth-certificate'],
  ['surat bukti perubahan data itu apa ya', 'paper', 'updated-papers'],
  ['Dukcapil apaan', 'answer', 'term-dukcapil'],
  ['dukcapil teh naon', 'answer', 'term-dukcapil'],
  ['kodenya dari mana', 'answer', 'code-where'],
  ['otp tu apa pak', 'answer', 'term-otp'],
  ['what is a kk', 'answer', 'term-kk'],
  ['surat kehilangan dapatnya di mana', 'paper', 'police-report'],
  ['akta kematian?', 'paper', 'death-certificate'],
  ['akta kematian ayah dan ibu itu harus ada?', 'paper', 'death-certificates'],
  ['surat pernyataan orang tua isinya apa', 'paper', 'missing-statement'],
  ['kuota maksudnya apa', 'answer', 'term-quota'],
  ['e-paspor itu apa', 'answer', 'kinds-electronic'],
  ['meterai beli di mana', 'answer', 'term-stamp'],
  ['splp?', 'answer', 'term-splp'],
])('%s → %s %s', (text, kind, id) => {
  expect(matchTerm(text)).toEqual({ kind, id })
})

test.each([
  'kuota',
  'kuota denpasar ada?',
  'paspor biasa',
  'akta lahir saya hilang',
  'tidak ada akta lahir',
  'otp tidak masuk',
  'imigrasi',
  'ada ktp dan kk',
  'wawancara besok',
  'iya',
  '',
])('%s asks about no word', (text) => {
  expect(matchTerm(text)).toBeNull()
})

test('sixty thousand letters ask about no word', () => {
  expect(matchTerm('akta lahir '.repeat(6000))).toBeNull()
})

test('every term is an answer or a paper that there is, and every paper has a name', () => {
  const { papers } = seeded<{ papers: readonly { id: string }[] }>('requirements')
  const known = {
    answer: new Set(ANSWERS.map(({ id }) => id)),
    paper: new Set(papers.map(({ id }) => id)),
  }
  expect(TERMS.filter(({ kind, id }) => !known[kind].has(id))).toEqual([])
})
