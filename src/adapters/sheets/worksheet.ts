import { setImmediate } from 'node:timers/promises'
import { zipSync } from 'fflate'

/** Rows of a sheet with something in them, below the columns. */
export const MAX_ROWS = 20_000
/** Columns that are looked at; lists have ten. */
const COLUMNS_MAX = 50
const LAST_LINE = 1_048_576
/** Rows after which others in this process have their turn. */
const BREATH = 1_000

/** A cell with the attributes that matter; its text cannot hold tags. */
interface Cell {
  readonly column: number
  readonly line: number
  readonly style: string
  readonly type: string
  readonly inside: string
}

/**
 * The workbook again, its sheets written anew with nothing but values: the line first in each row and no line empty, so that a row
 * numbered a million costs no million rows; at most `COLUMNS_MAX` columns; and `=` wherever a formula stood.
 */
export async function sanitizeWorkbook(parts: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const plain: Record<string, Uint8Array> = {}
  for (const [name, bytes] of Object.entries(parts)) plain[name] = await plainPart(bytes)
  return Buffer.from(zipSync(plain, { level: 0 }))
}

async function plainPart(bytes: Buffer): Promise<Uint8Array> {
  const prefix = /<(\w+:)?worksheet[\s>]/.exec(bytes.toString('latin1', 0, 2_000))
  return prefix ? Buffer.from(await plainSheet(bytes.toString('utf8'), prefix[1] ?? '')) : bytes
}

async function plainSheet(xml: string, prefix: string): Promise<string> {
  const rows: string[] = []
  const isFormula = formulaFinder()
  let line = 0
  let cells: string[] = []
  const end = () => {
    if (cells.length > 0) rows.push(`<row r="${rows.length + 1}">${cells.join('')}</row>`)
    cells = []
  }
  for (const cell of cellsOf(xml, prefix)) {
    if (cell.line !== line) {
      end()
      if (rows.length > MAX_ROWS + 1) break
      if (rows.length % BREATH === 0) await setImmediate()
      line = cell.line
      cells.push(`<c r="A${rows.length + 1}"><v>${line}</v></c>`)
    }
    const at = `${letters(cell.column + 1)}${rows.length + 1}`
    cells.push(isFormula(cell) ? `<c r="${at}" t="str"><v>=</v></c>` : plainCell(cell, at))
  }
  end()
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`
}

/** Cells with something in them, as they stand; by searching for the next sign only, so that no text however odd takes long. */
function* cellsOf(xml: string, prefix: string): Generator<Cell> {
  const [opens, closes] = [`<${prefix}c `, `</${prefix}c>`]
  for (let at = xml.indexOf(opens); at !== -1; at = xml.indexOf(opens, at)) {
    const head = xml.indexOf('>', at)
    if (head === -1) return
    const tag = xml.slice(at, head)
    at = head
    if (tag.endsWith('/')) continue
    at = xml.indexOf(closes, head)
    if (at === -1) return
    const inside = xml.slice(head + 1, at)
    const cell = cellOf(tag, prefix ? inside.replaceAll(prefix, '') : inside)
    if (cell) yield cell
  }
}

function cellOf(tag: string, inside: string): Cell | null {
  const [, name, digits] = /\sr=["']([A-Z]{1,3})(\d{1,7})["']/.exec(tag) ?? []
  if (!name || Number(digits) > LAST_LINE) throw new Error('a cell without a place')
  const [column, line] = [number(name), Number(digits)]
  if (column > COLUMNS_MAX) return null
  const style = /\ss=["'](\d{1,5})["']/.exec(tag)?.[1] ?? ''
  const type = /\st=["'](s|str|inlineStr|b|e|n|d)["']/.exec(tag)?.[1] ?? 'n'
  return { column, line, style, type, inside }
}

function plainCell({ style, type, inside }: Cell, at: string): string {
  const head = `<c r="${at}" t="${type}"${style && ` s="${style}"`}>`
  if (type !== 'inlineStr') return `${head}<v>${/<v[^>]*>([^<]*)/.exec(inside)?.[1] ?? ''}</v></c>`
  const text = [...inside.matchAll(/<t(?:\s[^>]*)?>([^<]*)/g)].map(([, piece]) => piece).join('')
  return `${head}<is><t>${text}</t></is></c>`
}

/**
 * Tells, cell after cell, which ones a formula stands in or spills into; an error such as `#N/A` is what a formula left behind.
 */
function formulaFinder(): (cell: Cell) => boolean {
  /** By column, the last line that a formula above spills into. */
  const until = new Map<number, number>()
  return ({ column, line, type, inside }) => {
    const formula = /<f(?:\s[^>]*)?>/.exec(inside)?.[0]
    if (formula)
      for (const [over, last] of spills(formula)) until.set(over, Math.max(until.get(over) ?? 0, last))
    return formula !== undefined || type === 'e' || (until.get(column) ?? 0) >= line
  }
}

/** The columns that a formula fills, with the last line of each. */
function spills(formula: string): [column: number, last: number][] {
  const [, from, to, last] = /\sref=["']([A-Z]{1,3})\d+:([A-Z]{1,3})(\d{1,7})["']/.exec(formula) ?? []
  if (!from || !to || !/\st=["']array["']/.test(formula)) return []
  const [first, end] = [number(from), Math.min(number(to), COLUMNS_MAX)]
  return Array.from({ length: Math.max(0, end - first + 1) }, (_, at) => [first + at, Number(last)])
}

/** 1 for `A`, 27 for `AA`. */
function number(name: string): number {
  return [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** `A` for 1, `AA` for 27. */
function letters(column: number): string {
  return column <= 26
    ? String.fromCharCode(64 + column)
    : letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
}
