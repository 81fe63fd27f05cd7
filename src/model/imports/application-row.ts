import { maskName } from '../applications/name.ts'
import { parseApplicationNumber } from '../applications/number.ts'
import { parseStatus, type ApplicationStatus, type StatusDefinition } from '../applications/status.ts'
import { isIdentityNumber } from '../messages/identity-number.ts'
import {
  dayCell,
  officeCell,
  optionalCell,
  optionalDayCell,
  parseRow,
  refuseCell,
  requiredCell,
} from './cells.ts'
import type { ParsedRow, RawRow, RowContext } from './row.ts'

/** Rows of application lists. */

/** An application ready to be kept. Days are `YYYY-MM-DD`. */
export interface ApplicationEntry {
  readonly number: string
  readonly birth: string
  readonly office: string
  readonly status: ApplicationStatus
  /** Already masked: the full name goes no further than this. */
  readonly name: string | null
  readonly visitDay: string | null
  readonly interviewDay: string | null
  readonly issuedDay: string | null
}

/** Columns of an application list, by our names. */
export const APPLICATION_COLUMNS = {
  needed: ['number', 'birth', 'office', 'status'],
  optional: ['name', 'visitDay', 'interviewDay', 'issuedDay'],
} as const

/** Reads a row of an application list. Birth dates lie in the past; a number that looks like a NIK is refused and goes nowhere. */
export function parseApplicationRow(row: RawRow, context: RowContext): ParsedRow<ApplicationEntry> {
  return parseRow(() => ({
    number: numberIn(requiredCell(row, 'number')),
    birth: birthIn(row, context.today),
    office: officeCell(row, context),
    status: statusIn(requiredCell(row, 'status'), context.statuses),
    name: nameIn(optionalCell(row, 'name')),
    visitDay: optionalDayCell(row, 'visitDay'),
    interviewDay: optionalDayCell(row, 'interviewDay'),
    issuedDay: optionalDayCell(row, 'issuedDay'),
  }))
}

function numberIn(text: string): string {
  // a spreadsheet shows a long number like this and saves it so: its last figures are gone
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(text)) return refuseCell('number', 'rounded-number')
  const bare = text.replace(/[\s./-]/g, '')
  if (isIdentityNumber(bare)) return refuseCell('number', 'identity-number')
  const parsed = parseApplicationNumber(bare)
  // words beside it would be another number
  if (!parsed.ok || parsed.number !== bare.toUpperCase()) return refuseCell('number', 'not-a-number')
  return parsed.number
}

function birthIn(row: RawRow, today: string): string {
  const day = dayCell(row, 'birth')
  return day <= today ? day : refuseCell('birth', 'in-the-future')
}

function statusIn(text: string, statuses: readonly StatusDefinition[]): ApplicationStatus {
  return parseStatus(text, statuses) ?? refuseCell('status', 'unknown-status')
}

/** Letters only make a name; a name of digits could be an identity number. */
function nameIn(text: string | null): string | null {
  if (text === null) return null
  if (!/\p{L}/u.test(text) || /\d/.test(text)) return refuseCell('name', 'not-known')
  return maskName(text)
}
