import { stat } from 'node:fs/promises'
import { readSheet } from 'read-excel-file/node'
import { SheetRefused, type Sheet, type SheetRow } from '../../desk/ports-sheets.ts'

/** A workbook is unpacked in memory, so it may not be large (bytes); a CSV file may. */
const LARGEST = 10_000_000
/** Numbers that a spreadsheet still keeps to the last figure. */
const EXACT = 999_999_999_999_999

/** The first sheet of an Excel workbook. Formulas have already become what they showed when it was saved. */
export async function openXlsx(file: string): Promise<Sheet> {
  if ((await stat(file)).size > LARGEST)
    throw new SheetRefused(
      `a workbook may have ${LARGEST / 1_000_000} MB: save it as "CSV UTF-8" and try again`,
    )
  let sheet: readonly (readonly unknown[])[]
  try {
    sheet = await readSheet(file)
  } catch {
    throw new SheetRefused('this is not an Excel workbook (.xlsx)')
  }
  return { rows: () => rowsOf(sheet) }
}

async function* rowsOf(sheet: readonly (readonly unknown[])[]): AsyncGenerator<SheetRow> {
  for (const [at, row] of sheet.entries()) {
    const cells = row.map(cellText)
    if (cells.some((cell) => cell !== '')) yield { line: at + 1, cells }
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '?' : cell.toISOString().slice(0, 10)
  // past fifteen figures a spreadsheet has rounded: written so that it cannot pass for a number
  if (typeof cell === 'number' && Math.abs(cell) > EXACT) return cell.toExponential()
  return String(cell)
}
