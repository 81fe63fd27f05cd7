import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm, stat, type FileHandle } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { SheetError, type SheetBytes, type SheetFiles } from '../../desk/ports/sheets.ts'
import { openCsv } from './csv.ts'
import { openXlsx } from './xlsx.ts'

/** Bytes read at a time. */
const PIECE = 65_536

/** Lists as files, and as bytes that arrive. */
export const sheetFiles: SheetFiles = {
  open: (bytes, kind) => (kind === 'xlsx' ? openXlsx(bytes) : openCsv(bytes)),
  async withUpload(arriving, most, use) {
    const handle = await nameless()
    try {
      const size = await write(handle, arriving, most)
      return await use({ size, open: () => Readable.from(pieces(handle)) })
    } finally {
      await handle.close()
    }
  },
}

/** A file by its name. */
export async function openFileBytes(file: string): Promise<SheetBytes> {
  const { size } = await stat(file)
  return { size, open: () => createReadStream(file) }
}

/** A file that lives only as long as it is open: who these people are is never left behind on the disk. */
async function nameless(): Promise<FileHandle> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tanyapaspor-list-'))
  try {
    return await open(path.join(folder, 'list'), 'wx+', 0o600)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* pieces(handle: FileHandle): AsyncGenerator<Buffer> {
  for (let at = 0; ;) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(PIECE), 0, PIECE, at)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    at += bytesRead
  }
}

async function write(handle: FileHandle, arriving: AsyncIterable<Uint8Array>, most: number): Promise<number> {
  let size = 0
  for await (const chunk of whole(arriving)) {
    size += chunk.length
    if (size > most)
      throw new SheetError(
        'list-too-large',
        `a list may have ${most / 1_000_000} MB here: split it, or bring it in with the import tool`,
      )
    await handle.write(chunk)
  }
  return size
}

/** What arrives may stop half-way: that is no fault of ours. */
async function* whole(arriving: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* arriving
  } catch {
    throw new SheetError('list-cut-off', 'the file did not arrive whole: send it again')
  }
}
