import { buffer } from 'node:stream/consumers'
import { readSheet } from 'read-excel-file/node'
import { SheetError, type Sheet, type SheetBytes, type SheetRow } from '../../desk/ports/sheets.ts'
import { unzipWorkbook, MAX_WORKBOOK_BYTES, workbookTooLargeError } from './unzip.ts'
import { sanitizeWorkbook, MAX_ROWS } from './worksheet.ts'

/** Numbers that a spreadsheet still keeps to the last figure. */
const EXACT = 999_999_999_999_999

/**
 * The first sheet of an Excel workbook. A formula stands there as `=`, so that its row is refused: what it showed when the file was
 * saved may be old, or nobody's figure.
 */
export async function openXlsx(bytes: SheetBytes): Promise<Sheet> {
  if (bytes.size > MAX_WORKBOOK_BYTES) throw workbookTooLargeError()
  const sheet = await read(await buffer(bytes.open()))
  if (sheet.length > MAX_ROWS + 1) throw workbookTooLargeError()
  return { rows: () => rowsOf(sheet) }
}

async function read(bytes: Buffer): Promise<readonly (readonly unknown[])[]> {
  try {
    return await readSheet(await sanitizeWorkbook(await unzipWorkbook(bytes)))
  } catch (error) {
    if (error instanceof SheetError) throw error
    throw new SheetError('not-workbook', 'this is not an Excel workbook (.xlsx), or it has a password')
  }
}

async function* rowsOf(sheet: readonly (readonly unknown[])[]): AsyncGenerator<SheetRow> {
  for (const [line, ...row] of sheet) {
    const cells = row.map(cellText)
    if (cells.some((cell) => cell !== '')) yield { line: Number(line), cells }
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '?' : cell.toISOString().slice(0, 10)
  // past fifteen figures a spreadsheet has rounded: written so that it cannot pass for a number
  if (typeof cell === 'number' && Math.abs(cell) > EXACT) return cell.toExponential()
  return String(cell)
}
