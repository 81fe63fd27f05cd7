import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { COMPLAINT_LABELS, INTENT_LABELS } from '../../../src/model/understanding/labels.ts'
import { classifyComplaint } from '../../../src/model/understanding/complaint.ts'
import { SYNONYMS } from '../../../src/model/understanding/synonyms.ts'
import { EVERYDAY_SYNONYMS } from '../../../src/model/understanding/synonyms/everyday.ts'
import { SERVICE_SYNONYMS } from '../../../src/model/understanding/synonyms/service.ts'
import { APP_SYNONYMS } from '../../../src/model/understanding/synonyms/app.ts'
import { OFFICE_SYNONYMS } from '../../../src/model/understanding/synonyms/office.ts'
import { UNRELATED_SYNONYMS } from '../../../src/model/understanding/synonyms/unrelated.ts'
import { predictIntent } from '../../../src/model/understanding/intent.ts'
import { LEARNED_COMPLAINTS } from '../../../src/model/understanding/learned/complaints.ts'
import { LEARNED_INTENTS } from '../../../src/model/understanding/learned/intents.ts'
import { tokenize } from '../../../src/model/understanding/tokenizer.ts'
import { encodeWeight, createClassifier } from '../../../src/model/understanding/classifier.ts'
import { normalise } from '../../../src/model/understanding/normalise.ts'

interface Row {
  readonly text: string
  readonly intent: string
  readonly intents?: readonly string[]
  readonly categories: readonly string[]
  readonly servqual?: string
  readonly servqual_accept?: readonly string[]
}

const rows = (file: string) =>
  readFileSync(new URL(`../../understanding/${file}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)

const share = (all: readonly Row[], right: (row: Row) => boolean) => all.filter(right).length / all.length

describe('messages that taught nothing are understood', () => {
  test.each([
    ['intents-dev', 0.95],
    ['intents-own', 0.9],
    ['intents-own2', 0.9],
    ['intents-own3', 0.9],
    ['intents-own4', 0.85],
  ])('%s: at least %f of the wishes', (file, floor) => {
    const right = (row: Row) => (row.intents ?? [row.intent]).includes(predictIntent(row.text).intent)
    expect(share(rows(file), right)).toBeGreaterThanOrEqual(floor)
  })

  test.each([
    ['complaints-dev', 1],
    ['complaints-own', 0.95],
    ['complaints-own2', 0.9],
    ['complaints-own3', 0.9],
    ['complaints-own4', 0.85],
  ])('%s: at least %f of the complaints', (file, floor) => {
    const right = (row: Row) => row.categories.includes(classifyComplaint(row.text).category)
    expect(share(rows(file), right)).toBeGreaterThanOrEqual(floor)
  })

  test('no test message is among the examples', () => {
    for (const of of ['intents', 'complaints']) {
      const taught = readFileSync(
        new URL(`../../../prisma/data/understanding/${of}.json`, import.meta.url),
        'utf8',
      )
      const examples = new Set(Object.values(JSON.parse(taught) as Record<string, string[]>).flat())
      const tested = ['own', 'own2', 'own3', 'own4'].flatMap((file) => rows(`${of}-${file}`))
      expect(tested.filter(({ text }) => examples.has(text)).map(({ text }) => text)).toEqual([])
    }
  })
})

describe('messy words', () => {
  test.each([
    ['berapabiayapasporbiasa', 'berapa biaya paspor biasa'],
    ['pasporsudahjadibelumya', 'paspor sudah jadi belum ya'],
    ['kpn bs diambil', 'kapan bisa ambil'],
    ['otp gak masuk2', 'otp tidak masuk'],
    ['dtng telat', 'datang lama'],
    ['sabaraha artosna', 'berapa biaya'],
    ['kuotanyaaa penuhhh', 'kuota penuh'],
    ['650rb', '# ribu'],
    ['🙏', 'makasih'],
    ['#', 'menu'],
  ])('%s is read as %s', (text, words) => {
    expect(tokenize(text).join(' ')).toBe(words)
  })

  test('no form stands in two families, and each is written as words are read', () => {
    const forms = [EVERYDAY_SYNONYMS, SERVICE_SYNONYMS, APP_SYNONYMS, OFFICE_SYNONYMS, UNRELATED_SYNONYMS]
      .flatMap((groups) => Object.values(groups))
      .flatMap((list) => list.split(' '))
    expect(forms.filter((form, at) => forms.indexOf(form) !== at)).toEqual([])
    expect(forms.filter((form) => /[^\p{L}]/u.test(form.replace(/2$/, '')))).toEqual([])
    expect(SYNONYMS.get('sabaraha')).toBe('berapa')
    expect(normalise('sabaraha')).toBe('sabaraha')
  })
})

describe('answers to anything', () => {
  test.each([
    '',
    ' ',
    '.',
    '?',
    '\u0000',
    '😀😀',
    'x'.repeat(100_000),
    'aplikasi error '.repeat(7000),
    '你好',
    '‮abc',
  ])('an answer to %j', (text) => {
    expect(INTENT_LABELS).toContain(predictIntent(text).intent)
    const { category, categories, confidence } = classifyComplaint(text)
    expect(categories[0]).toBe(category)
    expect(confidence).toBeGreaterThanOrEqual(0)
    expect(confidence).toBeLessThanOrEqual(1)
  })

  test('nothing is about nothing', () => {
    expect(predictIntent('')).toEqual({ intent: 'other_out_of_scope', confidence: 0 })
    expect(classifyComplaint('').categories).toEqual(['other'])
  })
})

describe('the learned tables', () => {
  test.each([
    ['intents', LEARNED_INTENTS, INTENT_LABELS],
    ['complaints', LEARNED_COMPLAINTS, COMPLAINT_LABELS],
  ] as const)('%s: a feature and one letter for each label, all the way', (_, lines, labels) => {
    const words = lines.join(' ').split(' ')
    const letters = words.filter((_, at) => at % 2 === 1)
    expect(letters.filter((one) => one.length !== labels.length || !/^[A-Za-z.]+$/.test(one))).toEqual([])
  })

  test('a capital speaks for its label, a small letter against it', () => {
    const weigh = createClassifier({ labels: ['yes', 'no'], lines: ['otp Hh kuota hH'] })
    expect(weigh('otp')[0]!.label).toBe('yes')
    expect(weigh('kuota')[0]!.label).toBe('no')
    expect([encodeWeight(0.25), encodeWeight(-0.25), encodeWeight(0), encodeWeight(99)]).toEqual([
      'B',
      'b',
      '.',
      'Z',
    ])
  })

  test('every complaint category has a label, and every label a category', () => {
    const file = readFileSync(new URL('../../../prisma/data/categories.json', import.meta.url), 'utf8')
    const labels = (JSON.parse(file) as { label: string }[]).map(({ label }) => label)
    expect([...new Set(labels)].sort()).toEqual([...COMPLAINT_LABELS].sort())
  })
})
