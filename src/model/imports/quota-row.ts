import type { HalfDay, QuotaFigure } from '../quota/figures.ts'
import { dayCell, officeCell, optionalCell, parseRow, refuseCell, requiredCell } from './cells.ts'
import type { ParsedRow, RawRow, RowContext } from './row.ts'

/** Rows of lists of places left. */

export type QuotaEntry = Omit<QuotaFigure, 'enteredAt'>

/** Columns of a list of places, by our names. */
export const QUOTA_COLUMNS = {
  needed: ['office', 'day', 'left'],
  optional: ['unit', 'lane', 'half'],
} as const

/** What a cell may say for each value, beside the value itself: the names the console has for it. */
type CellNames<Value extends string> = ReadonlyMap<Value, readonly string[]>

const UNITS: CellNames<QuotaFigure['unit']> = new Map([
  ['office', ['kantor']],
  ['ulp', []],
  ['mpp', []],
  ['ukk', []],
])
const LANES: CellNames<QuotaFigure['lane']> = new Map([
  ['regular', ['biasa', 'reguler']],
  ['express', ['percepatan']],
  ['priority', ['prioritas']],
  ['bap', []],
])
const HALVES: CellNames<HalfDay | 'day'> = new Map([
  ['morning', ['pagi']],
  ['afternoon', ['siang']],
  ['day', ['sepanjang hari']],
])
/** Places of a half-day that an office could mean. */
const MOST_LEFT = 10_000

/** Reads a row of places left; unit, lane and half-day default to the office's regular whole day. */
export function parseQuotaRow(row: RawRow, context: RowContext): ParsedRow<QuotaEntry> {
  return parseRow(() => ({
    office: officeCell(row, context),
    unit: valueIn(row, 'unit', UNITS) ?? 'office',
    lane: valueIn(row, 'lane', LANES) ?? 'regular',
    day: comingDay(row, context.today),
    half: halfIn(row),
    left: countIn(requiredCell(row, 'left')),
  }))
}

function comingDay(row: RawRow, today: string): string {
  const day = dayCell(row, 'day')
  return day >= today ? day : refuseCell('day', 'past')
}

function halfIn(row: RawRow): QuotaEntry['half'] {
  const half = valueIn(row, 'half', HALVES)
  return half === 'day' ? null : half
}

function countIn(text: string): number {
  const count = Number(text)
  return /^\d{1,6}$/.test(text) && count <= MOST_LEFT ? count : refuseCell('left', 'not-a-count')
}

function valueIn<Value extends string>(row: RawRow, field: string, names: CellNames<Value>): Value | null {
  const text = optionalCell(row, field)?.toLowerCase()
  if (text === undefined) return null
  const found = [...names].find(([value, others]) => value === text || others.includes(text))
  return found?.[0] ?? refuseCell(field, 'not-known')
}
