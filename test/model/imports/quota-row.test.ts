import { describe, expect, test } from 'vitest'
import { parseQuotaRow } from '../../../src/model/imports/quota-row.ts'
import type { RowContext } from '../../../src/model/imports/row.ts'
import { seeded } from '../library.ts'

const CONTEXT: RowContext = {
  statuses: seeded('statuses'),
  offices: new Set(['KPG', 'DPS']),
  office: null,
  today: '2026-11-21',
}
const FIGURE = { office: 'KPG', day: '2026-11-24', left: '5' }

const figure = (cells: Record<string, string | undefined> = {}) =>
  parseQuotaRow({ ...FIGURE, ...cells }, CONTEXT)

describe('a row of places', () => {
  test('is the regular whole day of the office unless it says more', () => {
    expect(figure()).toEqual({
      ok: true,
      entry: { office: 'KPG', unit: 'office', lane: 'regular', day: '2026-11-24', half: null, left: 5 },
    })
    expect(figure({ unit: 'MPP', lane: 'Express', half: 'morning' })).toMatchObject({
      entry: { unit: 'mpp', lane: 'express', half: 'morning' },
    })
    expect(figure({ unit: 'Kantor', lane: 'Prioritas', half: 'Siang' })).toMatchObject({
      entry: { unit: 'office', lane: 'priority', half: 'afternoon' },
    })
    expect(figure({ half: 'Sepanjang hari' })).toMatchObject({ entry: { half: null } })
  })

  test.each([
    ['left', '', 'missing'],
    ['left', '-1', 'formula'],
    ['left', '1.5', 'not-a-count'],
    ['left', '10001', 'not-a-count'],
    ['left', 'penuh', 'not-a-count'],
    ['day', '2026-11-20', 'past'],
    ['half', 'malam', 'not-known'],
    ['lane', 'vip', 'not-known'],
    ['unit', 'loket', 'not-known'],
  ])('%s: "%s" is refused: %s', (field, text, reason) => {
    expect(figure({ [field]: text })).toEqual({ ok: false, field, reason })
  })

  test('of today is still good', () => {
    expect(figure({ day: '21/11/2026' }).ok).toBe(true)
  })
})
