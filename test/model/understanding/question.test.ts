import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LEARNED_QUESTIONS, QUESTIONS_LABELS } from '../../../src/model/understanding/learned/questions.ts'
import { matchQuestion, predictQuestions } from '../../../src/model/understanding/question.ts'
import { ANSWERS } from '../library.ts'

test.each([
  ['ambil paspor bawa apa', 'pickup-self'],
  ['bisa diambil orang lain?', 'pickup-proxy'],
  ['suruh adik ambil paspor boleh', 'pickup-proxy'],
  ['batas ambil paspor sampai kapan', 'pickup-limit'],
  ['bisa dikirim ke rumah', 'pickup-post'],
  ['berapa hari jadinya', 'issue-days'],
  ['batas bayar berapa jam', 'pay-time'],
  ['bedanya e-paspor apa', 'kinds-electronic'],
  ['syarat lapor ombudsman apa', 'outside-ombudsman'],
  ['sms lapor nomornya berapa', 'outside-lapor'],
  ['saber pungli masih ada kah', 'outside-saber'],
  ['ktp luar kota bisa?', 'papers-anywhere'],
  ['can my wife collect it', 'pickup-proxy'],
  ['mau ambil antrean', null],
  ['petugas minta uang supaya bisa diambil orang lain', null],
  ['kecewa, paspor tidak boleh diambil suami', null],
  ['anak saya mau bikin paspor', null],
])('%s asks for %s', (text, answer) => {
  expect(matchQuestion(text)).toBe(answer)
})

interface Row {
  readonly text: string
  /** Id of the ready answer; null where none settles it. */
  readonly answer: string | null
}

const here = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const OWN = here('test/understanding/questions-own.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)
const ABLE = OWN.filter(({ answer }) => answer !== null)

describe('questions that taught nothing are understood', () => {
  const matched = OWN.map((row) => ({ ...row, found: matchQuestion(row.text) }))
  const answered = matched.filter(({ found }) => found !== null)

  test('of what is answered, 93 in 100 get the answer they asked for', () => {
    const right = answered.filter(({ answer, found }) => answer === found)
    expect(right.length / answered.length).toBeGreaterThanOrEqual(0.93)
  })

  test('of what an answer settles, 80 in 100 are answered', () => {
    const met = answered.filter(({ answer }) => answer !== null)
    expect(met.length / ABLE.length).toBeGreaterThanOrEqual(0.8)
  })

  test('the answer is among the five likeliest for 95 in 100', () => {
    const among = ABLE.filter(({ text, answer }) => predictQuestions(text).some(({ id }) => id === answer))
    expect(among.length / ABLE.length).toBeGreaterThanOrEqual(0.95)
  })

  test('a confidence is how often it is right, give or take 15 in 100', () => {
    const guesses = OWN.flatMap(({ text, answer }) => {
      const [best] = predictQuestions(text)
      return best ? [{ confidence: best.confidence, right: best.id === answer }] : []
    })
    const sure = guesses.filter(({ confidence }) => confidence >= 0.5)
    const said = sure.reduce((sum, { confidence }) => sum + confidence, 0) / sure.length
    const right = sure.filter(({ right }) => right).length / sure.length
    expect(Math.abs(said - right)).toBeLessThan(0.15)
  })

  test('there are 300 of them, 80 that no answer settles, and none is an example', () => {
    const examples = JSON.parse(here('prisma/data/understanding/questions.json')) as Record<string, string[]>
    const taught = new Set(Object.values(examples).flat())
    expect(OWN.length).toBeGreaterThanOrEqual(300)
    expect(OWN.length - ABLE.length).toBeGreaterThanOrEqual(80)
    expect(OWN.filter(({ text }) => taught.has(text))).toEqual([])
  })
})

describe('anything is survived', () => {
  test.each(['', ' ', '?', '\u0000', '😀😀', '你好', 'x'.repeat(60_000), 'bayar '.repeat(10_000)])(
    '%#',
    (text) => {
      expect(predictQuestions(text).length).toBeLessThanOrEqual(5)
    },
  )
})

describe('the learned table', () => {
  test('every label is a ready answer, or none of them', () => {
    const ids = new Set(ANSWERS.map(({ id }) => id))
    expect(QUESTIONS_LABELS.filter((label) => label !== 'none' && !ids.has(label))).toEqual([])
  })

  test('a feature, and letters behind the numbers of labels, all the way', () => {
    const words = LEARNED_QUESTIONS.join(' ').split(' ')
    const weights = words.filter((_, at) => at % 2 === 1)
    expect(weights.filter((one) => !/^(?:\d+[A-Za-z])+$/.test(one))).toEqual([])
  })
})
