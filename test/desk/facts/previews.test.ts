import { describe, expect, test } from 'vitest'
import { createTexts } from '../../../src/adapters/texts.ts'
import { readyAnswerPreviews, type PreviewContext } from '../../../src/desk/facts/ready-answers.ts'
import { conversationPreviews } from '../../../src/desk/facts/previews.ts'
import type { Fact } from '../../../src/model/facts/fact.ts'
import { categories, holidays, library, offices } from '../../flows/stage.ts'
import { fact } from '../../model/library.ts'

/** What a supervisor is shown before a fact is kept: every message of the conversations that it changes. */

const reference = { offices, categories, holidays, library }
const texts = createTexts()
const context = (
  facts: readonly Fact[],
  office = 'KPG',
  lang: PreviewContext['lang'] = 'id',
  day = '2026-11-20',
): PreviewContext => ({
  texts,
  facts,
  office,
  day,
  lang,
})
const previewsOf = (row: Parameters<typeof fact>[0], office = 'KPG', lang: PreviewContext['lang'] = 'id') =>
  conversationPreviews(
    row.key,
    context([...library.facts, fact({ office, validFrom: '2026-11-19', ...row })], office, lang),
    reference,
  )

describe('a fact that conversations read themselves', () => {
  test('opening hours are shown for each kind of day, in both languages', () => {
    const week = { mon: ['08:00', '16:00'], tue: ['08:00', '16:00'], fri: ['08:00', '15:30'] }
    const shown = previewsOf({ key: 'hours.open', value: week })
    expect(shown.map(({ day, text }) => [day, /buka [\d.]+–[\d.]+|tutup/.exec(text)?.[0]])).toEqual([
      ['2026-11-20', 'buka 08.00–15.30'],
      ['2026-11-23', 'buka 08.00–16.00'],
      ['2026-11-25', 'tutup'],
      // in the fasting month the same hours are no longer certain
      ['2027-02-08', 'buka 08.00–16.00'],
    ])
    expect(previewsOf({ key: 'hours.open', value: week }, 'KPG', 'en')[0]!.text).toContain('Open today 08.00')
  })

  test('hours of the fasting month are shown on its days', () => {
    const [first] = previewsOf({ key: 'hours.ramadan', value: { mon: ['08:00', '14:00'] } })
    expect(first).toMatchObject({ id: 'office.show', title: 'alamat dan jam kantor', day: '2027-02-08' })
    expect(first!.text).toContain('14.00')
  })

  test('the kinds an office makes are shown as the prices they leave', () => {
    const shown = previewsOf({ key: 'kinds.offered', value: ['electronic'] })
    expect(shown.map(({ text }) => text).join('\n')).toContain('5 tahun: e-paspor Rp650.000\n')
  })

  test('places a day stand in the message about places', () => {
    expect(previewsOf({ key: 'quota.day', value: 77 })[0]).toMatchObject({ id: 'quota.more', how: 'sure' })
    expect(previewsOf({ key: 'quota.day', value: 77 })[0]!.text).toContain('77')
  })

  test('a list of papers is shown, and nothing where it would not be told', () => {
    expect(previewsOf({ key: 'case.R-03', value: true })[0]!.text).toContain('Paspor lama')
    const doubted = previewsOf({ key: 'case.R-03', value: null, confidence: 'contested' })
    expect(doubted).toEqual([])
  })

  test('a fee is shown in each sum it is part of', () => {
    const sums = previewsOf({ key: 'fee.lost', value: 2_000_000 })
    expect(
      sums
        .filter(({ id }) => id === 'cost.price')
        .map(({ text }) => text)
        .join('\n'),
    ).toContain('Rp2.000.000')
  })
})

/** As once somebody has confirmed what is not: before that only the doubt is told. */
const certain = library.facts.map((row): Fact =>
  row.value === null ? row : { ...row, confidence: 'confirmed' },
)
const current = certain.filter(({ validTo }) => validTo === null || validTo >= '2026-11-20')

test.each(['id', 'en'] as const)('every fact of the library has a message to be shown, in %s', (lang) => {
  const silent = current.filter(({ key, office, validFrom }) => {
    const day = validFrom !== null && validFrom > '2026-11-20' ? validFrom : '2026-11-20'
    // the fasting month is told where an office has hours for it
    const here = context(certain, office ?? (key === 'ramadan' ? 'JKU' : 'KPG'), lang, day)
    return (
      readyAnswerPreviews(key, library, here).length === 0 &&
      conversationPreviews(key, here, reference).length === 0
    )
  })
  expect(silent.map(({ key, office }) => `${key} ${office}`)).toEqual([])
})
