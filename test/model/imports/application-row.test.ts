import { describe, expect, test } from 'vitest'
import { parseApplicationRow } from '../../../src/model/imports/application-row.ts'
import type { RowContext } from '../../../src/model/imports/row.ts'
import { seeded } from '../library.ts'

const CONTEXT: RowContext = {
  statuses: seeded('statuses'),
  offices: new Set(['KPG', 'DPS']),
  office: null,
  today: '2026-11-21',
}
const ROW = { number: '123456789012', birth: '1990-05-12', office: 'KPG', status: 'DICETAK' }

const application = (cells: Record<string, string | undefined> = {}, context = CONTEXT) =>
  parseApplicationRow({ ...ROW, ...cells }, context)

describe('a row of an application list', () => {
  test('needs number, birth date, office and status, and no more', () => {
    expect(application()).toEqual({
      ok: true,
      entry: { ...ROW, name: null, visitDay: null, interviewDay: null, issuedDay: null },
    })
  })

  test.each([
    ['number', '1234-5678-9012', '123456789012'],
    ['number', ' 1234 5678 9012 ', '123456789012'],
    ['number', 'ab123456', 'AB123456'],
    ['number', '１２３４５６７８９０１２', '123456789012'],
    ['birth', '12/05/1990', '1990-05-12'],
    ['birth', '12-5-1990', '1990-05-12'],
    ['birth', '1990-05-12T00:00:00.000Z', '1990-05-12'],
    ['office', ' kpg', 'KPG'],
    ['status', 'Paspor Siap Diambil', 'SIAP_DIAMBIL'],
    ['status', 'siap-diambil', 'SIAP_DIAMBIL'],
    ['name', 'Siti Aminah', 'Si** Am****'],
    ['visitDay', '  ', null],
  ])('%s: "%s" is read as %s', (field, text, read) => {
    expect(application({ [field]: text })).toMatchObject({ ok: true, entry: { [field]: read } })
  })

  test.each([
    ['number', '', 'missing'],
    ['number', '12345', 'not-a-number'],
    ['number', '1.23457E+11', 'rounded-number'],
    ['number', '1,23457E+11', 'rounded-number'],
    ['number', '123456789012 dan 222222222222', 'not-a-number'],
    ['number', '123456789012345678901', 'not-a-number'],
    ['number', '5371014505900001', 'identity-number'],
    ['number', '5371-0145-0590-0001', 'identity-number'],
    ['birth', '05/31/1990', 'not-a-day'],
    ['birth', '31/02/1990', 'not-a-day'],
    ['birth', '12 mei 1990', 'not-a-day'],
    ['birth', '120590', 'not-a-day'],
    ['birth', '0990-05-12', 'not-a-day'],
    ['birth', '2026-11-22', 'in-the-future'],
    ['office', 'XYZ', 'unknown-office'],
    ['status', 'selesai semua', 'unknown-status'],
    ['status', '123', 'unknown-status'],
    ['name', '=1+1', 'formula'],
    ['name', '+62811', 'formula'],
    ['name', '@SUM(A1)', 'formula'],
    ['name', '-ana', 'formula'],
    ['name', '＝1+1', 'formula'],
    ['name', '5371014505900001', 'not-known'],
    ['name', 'x'.repeat(201), 'too-long'],
    ['issuedDay', 'besok', 'not-a-day'],
  ])('%s: "%s" is refused: %s', (field, text, reason) => {
    expect(application({ [field]: text })).toEqual({ ok: false, field, reason })
  })

  test('of another office is refused to who enters for one', () => {
    const context = { ...CONTEXT, office: 'DPS' }
    expect(application({}, context)).toEqual({ ok: false, field: 'office', reason: 'not-your-office' })
    expect(application({ office: 'DPS' }, context).ok).toBe(true)
  })
})
