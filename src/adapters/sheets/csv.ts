import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import { SheetRefused, type Sheet, type SheetRow } from '../../desk/ports-sheets.ts'

/** Characters of one row; more means that a quotation mark was never closed. */
const LONGEST_ROW = 20_000
/** Bytes in which the line with the columns must end. */
const HEAD = 10_000

/**
 * A CSV file, looked through once from end to end before its first row is given out: bytes that are not UTF-8, or rows that
 * cannot be told apart, refuse the file while nothing of it has been used. Comma, semicolon or tab, as its first line has it.
 */
export async function openCsv(file: string): Promise<Sheet> {
  const delimiter = delimiterOf(await checkedHead(file))
  let last = 0
  for await (const row of rowsOf(file, delimiter)) last = row.line
  if (last === 0) throw new SheetRefused('the file is empty')
  return { rows: () => rowsOf(file, delimiter) }
}

/** Throws unless the whole file is UTF-8; returns its beginning. */
async function checkedHead(file: string): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let head = ''
  let first = true
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      if (first) refuseOtherKinds(chunk)
      first = false
      const text = decoder.decode(chunk, { stream: true })
      if (text.includes('\0')) throw otherEncoding('UTF-16 or no text at all')
      if (head.length < HEAD) head += text.slice(0, HEAD)
    }
    decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw otherEncoding('not UTF-8, perhaps Latin-1')
    throw error
  }
  return head
}

function refuseOtherKinds(chunk: Buffer): void {
  const start = chunk.subarray(0, 2).toString('latin1')
  if (start === '\xff\xfe' || start === '\xfe\xff') throw otherEncoding('UTF-16')
  if (start === 'PK') throw new SheetRefused('this is a workbook, not a CSV file: name it .xlsx')
}

function otherEncoding(what: string): SheetRefused {
  return new SheetRefused(`the file is ${what}: save it as "CSV UTF-8" and try again`)
}

function delimiterOf(head: string): string {
  const line = head.split(/\r?\n/, 1)[0]!
  const count = (sign: string) => line.split(sign).length
  return [';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',')
}

async function* rowsOf(file: string, delimiter: string): AsyncGenerator<SheetRow> {
  const source = createReadStream(file)
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  })
  source.on('error', (error) => parser.destroy(error))
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<Parsed>)
      yield { line: info.lines, cells: record }
  } catch (error) {
    throw unreadable(error)
  } finally {
    source.destroy()
  }
}

interface Parsed {
  readonly record: string[]
  readonly info: { readonly lines: number }
}

/** The parser's own words quote the file: only the line is kept. */
function unreadable(error: unknown): unknown {
  const { code, lines } = error as { code?: string; lines?: number }
  if (!code?.startsWith('CSV_')) return error
  return new SheetRefused(
    `line ${lines ?? '?'}: the rows cannot be told apart from here on (quotation marks?)`,
  )
}
