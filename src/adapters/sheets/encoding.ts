import { SheetError, type SheetBytes } from '../../desk/ports/sheets.ts'

/** Marks that stand at the beginning of a file and say how it is written. */
const MARKS = [
  ['utf-8', '\xef\xbb\xbf'],
  ['utf-16le', '\xff\xfe'],
  ['utf-16be', '\xfe\xff'],
] as const

/** What Excel here writes when it is asked for "CSV": one byte a letter, without a mark. */
const UNMARKED = 'windows-1252'

/**
 * How a text file is written: as its mark says, else UTF-8 when all of it is, else as Excel writes plain CSV.
 * Throws SheetError for what is no text at all, or not what its mark says.
 */
export async function detectEncoding(bytes: SheetBytes): Promise<string> {
  const first = await beginning(bytes)
  if (first.startsWith('PK'))
    throw new SheetError('not-csv', 'this is a workbook, not a CSV file: name it .xlsx')
  const marked = MARKS.find(([, mark]) => first.startsWith(mark))?.[0]
  if (await readsAs(bytes, marked ?? 'utf-8')) return marked ?? 'utf-8'
  if (!marked && (await readsAs(bytes, UNMARKED))) return UNMARKED
  throw noText()
}

/** The text of a file, without its mark, piece by piece. */
export async function* decodeText(bytes: SheetBytes, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const chunks: AsyncIterable<Buffer> = bytes.open()
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

async function beginning(bytes: SheetBytes): Promise<string> {
  const chunks: AsyncIterable<Buffer> = bytes.open()
  for await (const chunk of chunks) return chunk.subarray(0, 3).toString('latin1')
  return ''
}

/** Text has no NUL: with them it is UTF-16 without its mark, or a picture, or a program. */
async function readsAs(bytes: SheetBytes, encoding: string): Promise<boolean> {
  try {
    for await (const text of decodeText(bytes, encoding)) if (text.includes('\0')) throw noText()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

function noText(): SheetError {
  return new SheetError(
    'not-text',
    'the file is no text, or UTF-16 without a mark: save it as "CSV UTF-8" and try again',
  )
}
