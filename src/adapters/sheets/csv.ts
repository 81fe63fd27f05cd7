import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { SheetError, type Sheet, type SheetBytes, type SheetRow } from '../../desk/ports/sheets.ts'
import { detectEncoding, decodeText } from './encoding.ts'

/** Characters of one row; more means that a quotation mark was never closed. */
const LONGEST_ROW = 20_000
/** Characters in which the line with the columns must end. */
const HEAD = 10_000
/** What Excel writes before the columns when it is told which separator to use. */
const TOLD = /^sep=([;,\t])\r?\n/i

interface Shape {
  readonly delimiter: string
  /** Lines before the one with the columns. */
  readonly before: number
}

/**
 * A CSV file, looked through from end to end before its first row is given out: bytes that are no text, or rows that cannot be
 * told apart, refuse the file while nothing of it has been used. Comma, semicolon or tab, as its first line has it.
 */
export async function openCsv(bytes: SheetBytes): Promise<Sheet> {
  const encoding = await detectEncoding(bytes)
  const shape = shapeOf(await headOf(bytes, encoding))
  let last = 0
  for await (const row of rowsOf(bytes, encoding, shape)) last = row.line
  if (last === 0) throw new SheetError('list-empty', 'the file is empty')
  return { rows: () => rowsOf(bytes, encoding, shape) }
}

async function headOf(bytes: SheetBytes, encoding: string): Promise<string> {
  let head = ''
  for await (const text of decodeText(bytes, encoding)) {
    head += text
    if (head.length >= HEAD) break
  }
  return head
}

function shapeOf(head: string): Shape {
  const [, told] = TOLD.exec(head) ?? []
  if (told) return { delimiter: told, before: 1 }
  const [line = ''] = head.split(/\r?\n/, 1)
  const count = (sign: string) => line.split(sign).length
  return {
    delimiter: [';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ','),
    before: 0,
  }
}

async function* rowsOf(
  bytes: SheetBytes,
  encoding: string,
  { delimiter, before }: Shape,
): AsyncGenerator<SheetRow> {
  const source = encoding === 'utf-8' ? bytes.open() : Readable.from(decodeText(bytes, encoding))
  const parser = parse({
    bom: true,
    delimiter,
    // lists put together from several files end their lines in several ways
    record_delimiter: ['\r\n', '\n', '\r'],
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    // a spreadsheet writes the rows below its last one as separators only
    skip_records_with_empty_values: true,
    max_record_size: LONGEST_ROW,
  })
  source.on('error', (error) => parser.destroy(error))
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<Parsed>)
      if (info.lines > before) yield { line: info.lines, cells: record }
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
  if (!(error instanceof CsvError)) return error
  const lines = 'lines' in error && typeof error.lines === 'number' ? error.lines : undefined
  return new SheetError(
    'rows-unclear',
    `line ${lines ?? '?'}: the rows cannot be told apart from here on (quotation marks?)`,
    lines === undefined ? {} : { line: lines },
  )
}
