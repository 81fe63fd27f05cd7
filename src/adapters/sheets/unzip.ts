import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import { SheetError } from '../../desk/ports/sheets.ts'
import { MAX_ROWS } from './worksheet.ts'

/** A workbook has to be unpacked in memory, so it may not be large (bytes); a CSV file may. */
export const MAX_WORKBOOK_BYTES = 10_000_000
/** All of it unpacked (bytes): a few kilobytes of a zip can unpack to more than there is memory. */
const UNPACKED_MAX = 25_000_000
/** Files in a workbook; those people send have some tens. */
const PARTS_MAX = 1_000

/** The XML files of a workbook by their path. What says it is small and is not ends as an error of the unpacker. */
export async function unzipWorkbook(bytes: Buffer): Promise<Record<string, Buffer>> {
  const zip = await fromBufferPromise(bytes)
  if (zip.entryCount > PARTS_MAX) throw workbookTooLargeError()
  const parts: Record<string, Buffer> = {}
  let room = UNPACKED_MAX
  for await (const entry of zip.eachEntry()) {
    if (!/\.(xml|rels)$/i.test(entry.fileName)) continue
    room -= entry.uncompressedSize
    if (room < 0) throw workbookTooLargeError()
    parts[entry.fileName] = await buffer(await zip.openReadStreamPromise(entry))
  }
  return parts
}

export function workbookTooLargeError(): SheetError {
  const [packed, open] = [MAX_WORKBOOK_BYTES / 1_000_000, UNPACKED_MAX / 1_000_000]
  return new SheetError(
    'workbook-too-large',
    `a workbook may have ${MAX_ROWS} rows, ${packed} MB, and ${open} MB unpacked: save it as "CSV UTF-8" and try again`,
  )
}
