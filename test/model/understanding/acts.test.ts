import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readActs } from '../../../src/model/understanding/acts.ts'
import { ACTS, ACT_LABELS, type Act } from '../../../src/model/understanding/labels.ts'
import { ACT_CALIBRATION, LEARNED_ACTS } from '../../../src/model/understanding/learned/acts.ts'

interface Row {
  readonly text: string
  readonly acts: readonly Act[]
}

const rows = readFileSync(new URL('../../understanding/acts-own.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)

/** Right, wrongly seen and missed, of some acts at some confidence. */
function count(acts: readonly Act[], least: number) {
  const pairs = rows.flatMap(({ text, acts: said }) => {
    const read = readActs(text)
    return acts.map((act) => ({ seen: read.has(act, least), is: said.includes(act) }))
  })
  const right = pairs.filter(({ seen, is }) => seen && is).length
  return {
    precision: right / pairs.filter(({ seen }) => seen).length,
    recall: right / pairs.filter(({ is }) => is).length,
  }
}

const actsOf = (text: string, least = 0.5) => {
  const read = readActs(text)
  return ACTS.filter((act) => read.has(act, least))
}

describe('messages that taught nothing', () => {
  test('there are enough of them, and none is an example', () => {
    const examples = readFileSync(
      new URL('../../../prisma/data/understanding/acts.json', import.meta.url),
      'utf8',
    )
    const taught = new Set(Object.values(JSON.parse(examples) as Record<string, string[]>).flat())
    expect(rows.length).toBeGreaterThanOrEqual(400)
    expect(rows.filter(({ text }) => taught.has(text)).map(({ text }) => text)).toEqual([])
  })

  test('nine in ten acts are read, and nine in ten that are read are there', () => {
    const { precision, recall } = count(ACTS, 0.5)
    expect((2 * precision * recall) / (precision + recall)).toBeGreaterThanOrEqual(0.9)
  })

  test('danger is hardly ever missed, and seldom seen where there is none', () => {
    const { precision, recall } = count(['danger'], 0.5)
    expect(recall).toBeGreaterThanOrEqual(0.95)
    expect(precision).toBeGreaterThanOrEqual(0.9)
  })

  test.each(['yes', 'no', 'done', 'unknown'] as const)('what is surely "%s" is it', (act) => {
    expect(count([act], 0.7).precision).toBeGreaterThanOrEqual(0.95)
  })
})

describe('what is easily mistaken', () => {
  test.each<[string, readonly Act[]]>([
    ['belum', ['no']], ['sudah', ['yes', 'done']], ['baik', ['yes']], ['boleh', ['yes']], ['ga tau', ['unknown']],
    ['terserah', ['unknown']], ['iya tapi bukan', ['yes', 'no']], ['tidak usah', ['refusal']], ['cukup', ['done']],
    ['nggak papa', ['yes']], ['mati aja', ['danger']], ['paspor mati', []], ['hp mati', []], ['hp saya mati', []],
    ['korban banjir', ['disaster']], ['tidak bisa masuk aplikasi', []], ['ya Allah', []], ['Kupang', []], ['12 mei', []],
    ['tidak ada pak, itu saja', ['no', 'done']], ['iya pak betul yg itu', ['yes']], ['bukan gitu maksud saya', ['correction']],
    ['sonde, cukup su', ['no', 'done']], ['ada CS ga', ['person']], ['bagus sekali ya antre 6 jam', ['anger']],
    ['eh salah, belum pernah', ['no', 'correction']], ['assalamualaikum', ['salam']], ['talk to human', ['person']],
  ])('%s: %j', (text, acts) => {
    expect(actsOf(text)).toEqual(acts)
  }) // prettier-ignore

  test('who only greets, thanks or agrees tells nothing beside', () => {
    expect(['halo pak', 'makasih ya', 'oke siap'].map((text) => readActs(text).isBare)).toEqual([
      true,
      true,
      true,
    ])
    expect(
      ['halo mau bikin paspor', 'makasih paspor sudah jadi'].map((text) => readActs(text).isBare),
    ).toEqual([false, false])
  })
})

test.each(['', ' ', '.', '\u0000', '你好', 'x'.repeat(60_000), 'iya tidak '.repeat(6000)])(
  '%j is read',
  (text) => {
    for (const act of ACTS) {
      const share = readActs(text).confidence(act)
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThanOrEqual(1)
    }
  },
)

test('the learned table has a letter and a calibration for each label', () => {
  const letters = LEARNED_ACTS.join(' ')
    .split(' ')
    .filter((_, at) => at % 2 === 1)
  expect(letters.filter((one) => one.length !== ACT_LABELS.length || !/^[A-Za-z.]+$/.test(one))).toEqual([])
  expect(ACT_CALIBRATION.length).toBe(ACT_LABELS.length)
})
