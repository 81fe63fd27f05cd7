import { SheetError } from '../ports/sheets.ts'

/** Unknown titles told back, and characters of each. */
const MOST_TITLES = 20
const LONGEST_TITLE = 40

/** The columns of a list: their names as our API has them, and as offices here write them. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  number: ['nomor', 'nomor permohonan', 'no permohonan'],
  birth: ['tanggal lahir', 'tgl lahir'],
  office: ['kantor', 'kode kantor'],
  status: [],
  name: ['nama', 'nama pemohon'],
  visitDay: ['tanggal kedatangan', 'tanggal datang'],
  interviewDay: ['tanggal wawancara'],
  issuedDay: ['tanggal selesai', 'tanggal terbit'],
  day: ['tanggal', 'hari'],
  left: ['sisa', 'sisa kuota', 'kuota'],
  unit: [],
  lane: ['jalur', 'layanan'],
  half: ['sesi'],
}

/** What the first line of a list says. */
export interface Columns {
  /** Our name of each column by position; null: not one of ours. */
  readonly names: readonly (string | null)[]
  /** Titles of the columns that are not ours and are not read. */
  readonly ignored: readonly string[]
}

/** Reads the first line. Throws SheetError when a needed column is missing or one stands there twice. */
export function readColumns(
  header: readonly string[],
  { needed, optional }: { readonly needed: readonly string[]; readonly optional: readonly string[] },
): Columns {
  const known = [...needed, ...optional]
  const names = header.map((title) => known.find((name) => means(name, title)) ?? null)
  // a first line without any of our names is no header but a row, of which nothing is told back
  const unknown = names.some((name) => name !== null) ? titles(header, names) : []
  const missing = needed.filter((name) => !names.includes(name))
  if (missing.length > 0)
    throw new SheetError(
      'columns-missing',
      `the first line must name the columns; missing: ${missing.join(', ')}${listed(unknown)}`,
      { missing, unknown },
    )
  const twice = known.filter((name) => names.filter((one) => one === name).length > 1)
  if (twice.length > 0)
    throw new SheetError('columns-twice', `columns that stand there twice: ${twice.join(', ')}`, { twice })
  return { names, ignored: unknown }
}

function titles(header: readonly string[], names: readonly (string | null)[]): string[] {
  const unknown = header.filter((title, at) => names[at] === null && title.trim() !== '')
  return unknown.slice(0, MOST_TITLES).map((title) => title.trim().slice(0, LONGEST_TITLE))
}

function listed(unknown: readonly string[]): string {
  return unknown.length > 0 ? `; not known: ${unknown.join(', ')}` : ''
}

function means(name: string, title: string): boolean {
  return [name, ...(NAMES[name] ?? [])].some((one) => squeezed(one) === squeezed(title))
}

function squeezed(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '')
}
