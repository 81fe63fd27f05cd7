import { isoDay } from '../dates/calendar.ts'
import type { ParsedRow, RawRow, RowContext, RowError } from './row.ts'

/** The cells that lists have in common. Reading one that is wrong ends the row with its field and the reason. */

/** Longest cell that could be meant (characters). */
const MOST_TEXT = 200
const OLDEST = '1900-01-01'

class CellError extends Error {
  readonly field: string
  readonly reason: RowError
  constructor(field: string, reason: RowError) {
    super(reason)
    this.field = field
    this.reason = reason
  }
}

/** Refuses the row for this field. */
export function refuseCell(field: string, reason: RowError): never {
  throw new CellError(field, reason)
}

/** The row as `parse` makes it of its cells, or the first cell that was refused. */
export function parseRow<Entry>(parse: () => Entry): ParsedRow<Entry> {
  try {
    return { ok: true, entry: parse() }
  } catch (error) {
    if (error instanceof CellError) return { ok: false, field: error.field, reason: error.reason }
    throw error
  }
}

/** Text of a cell that may be empty. */
export function optionalCell(row: RawRow, field: string): string | null {
  const text = row[field]?.normalize('NFKC').trim() ?? ''
  if (text === '') return null
  if (text.length > MOST_TEXT) return refuseCell(field, 'too-long')
  // a spreadsheet would run these when the list is opened there again (CSV injection)
  return /^[=+\-@\t\r]/.test(text) ? refuseCell(field, 'formula') : text
}

/** Text of a cell that has to be filled. */
export function requiredCell(row: RawRow, field: string): string {
  return optionalCell(row, field) ?? refuseCell(field, 'missing')
}

/** Code of an office that there is, and for which the list may speak. */
export function officeCell(row: RawRow, context: RowContext): string {
  const code = requiredCell(row, 'office').toUpperCase()
  if (!context.offices.has(code)) return refuseCell('office', 'unknown-office')
  return context.office === null || context.office === code ? code : refuseCell('office', 'not-your-office')
}

/** A day (`YYYY-MM-DD`) that has to be there. */
export function dayCell(row: RawRow, field: string): string {
  return dayOf(field, requiredCell(row, field))
}

/** A day (`YYYY-MM-DD`) that may be missing. */
export function optionalDayCell(row: RawRow, field: string): string | null {
  const text = optionalCell(row, field)
  return text === null ? null : dayOf(field, text)
}

/** `2026-11-23`, or as lists here have it, day first: `23/11/2026`, `23-11-2026`. */
function dayOf(field: string, text: string): string {
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)(?:[T ]00:00(?::00(?:\.000)?)?Z?)?$/.exec(text)
  const local = /^(\d\d?)[/.-](\d\d?)[/.-](\d{4})$/.exec(text)
  const [year, month, date] = iso ? iso.slice(1, 4) : local ? [local[3], local[2], local[1]] : []
  const day = year ? isoDay(Number(year), Number(month), Number(date)) : null
  return day !== null && day >= OLDEST && day < '2200' ? day : refuseCell(field, 'not-a-day')
}
