import { maskName, parseStatus, type ApplicationStatus, type StatusDefinition } from './status.ts'
import { isIdentityNumber, parseApplicationNumber } from './number.ts'
import { isoDay } from '../dates/calendar.ts'
import type { QuotaFigure } from '../quota/figures.ts'

/** Rows of applications and places as offices and other systems hand them in: read strictly, refused by field, never guessed. */

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

export type QuotaEntry = Omit<QuotaFigure, 'enteredAt'>

/** Why a row is refused; says nothing of what stood there. */
export type RowError =
  | 'missing'
  | 'formula'
  | 'not-a-number'
  | 'rounded-number'
  | 'identity-number'
  | 'not-a-day'
  | 'in-the-future'
  | 'past'
  | 'unknown-status'
  | 'unknown-office'
  | 'not-your-office'
  | 'not-a-count'
  | 'not-known'
  | 'too-long'

export type ParsedRow<Entry> =
  | { readonly ok: true; readonly entry: Entry }
  | { readonly ok: false; readonly field: string; readonly why: RowError }

/** What a row is read against. */
export interface RowContext {
  readonly statuses: readonly StatusDefinition[]
  /** Codes of the offices there are. */
  readonly offices: ReadonlySet<string>
  /** Rows of other offices are refused; null: all may be. */
  readonly office: string | null
  readonly today: string
}

/** A row by column name; absent and empty are the same. */
export type RawRow = Readonly<Record<string, string | undefined>>

export const APPLICATION_COLUMNS = {
  needed: ['number', 'birth', 'office', 'status'],
  optional: ['name', 'visitDay', 'interviewDay', 'issuedDay'],
} as const
export const QUOTA_COLUMNS = {
  needed: ['office', 'day', 'left'],
  optional: ['unit', 'lane', 'half'],
} as const

/** What a cell may say, with the names the console has for it. */
const UNITS = { office: ['kantor'], ulp: [], mpp: [], ukk: [] } as const
const LANES = {
  regular: ['biasa', 'reguler'],
  express: ['percepatan'],
  priority: ['prioritas'],
  bap: [],
} as const
const HALVES = { morning: ['pagi'], afternoon: ['siang'], day: ['sepanjang hari'] } as const
/** Places of a half-day that an office could mean. */
const MOST_LEFT = 10_000
/** Longest cell that could be meant. */
const MOST_TEXT = 200
const OLDEST = '1900-01-01'

class Fault extends Error {
  readonly field: string
  readonly why: RowError
  constructor(field: string, why: RowError) {
    super(why)
    this.field = field
    this.why = why
  }
}

/** Reads a row of an application list. Birth dates lie in the past; a number that looks like a NIK is refused and goes nowhere. */
export function parseApplicationRow(row: RawRow, world: RowContext): ParsedRow<ApplicationEntry> {
  return reading(() => ({
    number: numberIn(cell(row, 'number')),
    birth: pastDay(row, world.today),
    office: officeIn(row, world),
    status: statusIn(cell(row, 'status'), world.statuses),
    name: nameIn(optional(row, 'name')),
    visitDay: optionalDay(row, 'visitDay'),
    interviewDay: optionalDay(row, 'interviewDay'),
    issuedDay: optionalDay(row, 'issuedDay'),
  }))
}

/** Reads a row of places left; unit, lane and half-day default to the office's regular whole day. */
export function parseQuotaRow(row: RawRow, world: RowContext): ParsedRow<QuotaEntry> {
  return reading(() => ({
    office: officeIn(row, world),
    unit: oneOf(row, 'unit', UNITS) ?? 'office',
    lane: oneOf(row, 'lane', LANES) ?? 'regular',
    day: comingDay(row, world.today),
    half: halfIn(row),
    left: countIn(cell(row, 'left')),
  }))
}

function reading<Entry>(read: () => Entry): ParsedRow<Entry> {
  try {
    return { ok: true, entry: read() }
  } catch (error) {
    if (error instanceof Fault) return { ok: false, field: error.field, why: error.why }
    throw error
  }
}

function optional(row: RawRow, field: string): string | null {
  const text = row[field]?.normalize('NFKC').trim() ?? ''
  if (text === '') return null
  if (text.length > MOST_TEXT) throw new Fault(field, 'too-long')
  // a spreadsheet would run these when the list is opened there again (CSV injection)
  if (/^[=+\-@\t\r]/.test(text)) throw new Fault(field, 'formula')
  return text
}

function cell(row: RawRow, field: string): string {
  const text = optional(row, field)
  if (text === null) throw new Fault(field, 'missing')
  return text
}

function numberIn(text: string): string {
  // a spreadsheet shows a long number like this and saves it so: its last figures are gone
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(text)) throw new Fault('number', 'rounded-number')
  const bare = text.replace(/[\s./-]/g, '')
  if (isIdentityNumber(bare)) throw new Fault('number', 'identity-number')
  const read = parseApplicationNumber(bare)
  // words beside it would be another number
  if (!read.ok || read.number !== bare.toUpperCase()) throw new Fault('number', 'not-a-number')
  return read.number
}

function officeIn(row: RawRow, world: RowContext): string {
  const code = cell(row, 'office').toUpperCase()
  if (!world.offices.has(code)) throw new Fault('office', 'unknown-office')
  if (world.office !== null && world.office !== code) throw new Fault('office', 'not-your-office')
  return code
}

function statusIn(text: string, statuses: readonly StatusDefinition[]): ApplicationStatus {
  const status = parseStatus(text, statuses)
  if (status === null) throw new Fault('status', 'unknown-status')
  return status
}

/** Letters only make a name; a name of digits could be an identity number. */
function nameIn(text: string | null): string | null {
  if (text === null) return null
  if (!/\p{L}/u.test(text) || /\d/.test(text)) throw new Fault('name', 'not-known')
  return maskName(text)
}

function countIn(text: string): number {
  const count = Number(text)
  if (!/^\d{1,6}$/.test(text) || count > MOST_LEFT) throw new Fault('left', 'not-a-count')
  return count
}

function oneOf<Value extends string>(
  row: RawRow,
  field: string,
  values: Readonly<Record<Value, readonly string[]>>,
): Value | null {
  const text = optional(row, field)?.toLowerCase()
  if (text === undefined) return null
  const found = (Object.keys(values) as Value[]).find((value) => [value, ...values[value]].includes(text))
  return found ?? fail(field, 'not-known')
}

function halfIn(row: RawRow): QuotaEntry['half'] {
  const half = oneOf(row, 'half', HALVES)
  return half === 'day' ? null : half
}

function fail(field: string, why: RowError): never {
  throw new Fault(field, why)
}

function pastDay(row: RawRow, today: string): string {
  const day = dayOf('birth', cell(row, 'birth'))
  return day <= today ? day : fail('birth', 'in-the-future')
}

function comingDay(row: RawRow, today: string): string {
  const day = dayOf('day', cell(row, 'day'))
  return day >= today ? day : fail('day', 'past')
}

function optionalDay(row: RawRow, field: string): string | null {
  const text = optional(row, field)
  return text === null ? null : dayOf(field, text)
}

/** `2026-11-23`, or as lists here have it, day first: `23/11/2026`, `23-11-2026`. */
function dayOf(field: string, text: string): string {
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)(?:[T ]00:00(?::00(?:\.000)?)?Z?)?$/.exec(text)
  const local = /^(\d\d?)[/.-](\d\d?)[/.-](\d{4})$/.exec(text)
  const [year, month, date] = iso ? iso.slice(1, 4) : local ? [local[3], local[2], local[1]] : []
  const day = year ? isoDay(Number(year), Number(month), Number(date)) : null
  return day !== null && day >= OLDEST && day < '2200' ? day : fail(field, 'not-a-day')
}
