import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { COMPLAINT_LABELS, INTENT_LABELS } from '../../../src/model/understanding/labels.ts'
import { classifyComplaint } from '../../../src/model/understanding/complaint.ts'
import { predictIntent } from '../../../src/model/understanding/intent.ts'
import { LEARNED_COMPLAINTS } from '../../../src/model/understanding/learned/complaints.ts'
import { LEARNED_INTENTS } from '../../../src/model/understanding/learned/intents.ts'

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

  test('every complaint category has a label, and every label a category', () => {
    const file = readFileSync(new URL('../../../prisma/data/categories.json', import.meta.url), 'utf8')
    const labels = (JSON.parse(file) as { label: string }[]).map(({ label }) => label)
    expect([...new Set(labels)].sort()).toEqual([...COMPLAINT_LABELS].sort())
  })
})
