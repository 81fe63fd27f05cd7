import { expect, test } from 'vitest'
import { parseVisitDate } from '../../../src/model/dates/visit.ts'

/** Saturday 21 November 2026. */
const TODAY = '2026-11-21'

test.each([
  ['besok', '2026-11-22', true],
  ['23 nov', '2026-11-23', true],
  ['23/11', '2026-11-23', true],
  ['senin', '2026-11-23', true],
  ['senin depan', '2026-11-23', true],
  ['5 januari', '2027-01-05', true],
  ['kemarin', '2026-11-20', true],
  ['20 nov', '2026-11-20', false],
  ['2/11', '2026-11-02', false],
  ['20 nov 2026', '2026-11-20', true],
  ['23', '2026-11-23', false],
  ['tgl 23', '2026-11-23', true],
  ['20 juni', '2027-06-20', false],
])('%s → %s, certain %s', (text, day, certain) => {
  expect(parseVisitDate(text, TODAY)).toEqual({ day, certain })
})

test.each(['31 februari', 'minggu depan', 'nanti', ''])('"%s" is no day of a visit', (text) => {
  expect(parseVisitDate(text, TODAY).day).toBeNull()
})
