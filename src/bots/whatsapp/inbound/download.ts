import { createHash } from 'node:crypto'
import type { Log } from '../../../desk/ports/log.ts'
import { collectBytes } from '../../../http/body.ts'
import type { Connection } from '../connection/socket.ts'
import { decodeFileReference, type FileReference } from './file-reference.ts'
import type { Baileys } from '../baileys.ts'
import { waitAtMost, sleep } from '../sleep.ts'
import { statusCodeOf } from '../status-code.ts'

const TRIES = 3
const PAUSE = 500
/** Milliseconds a download, and a phone asked to upload again, may take. */
const DOWNLOAD_TIME = 60_000
const UPLOAD_TIME = 15_000
const GONE = new Set([404, 410])

interface DownloadDeps {
  baileys(): Baileys | null
  connection(): Connection | null
  readonly log: Log
}

/** Downloads and decrypts a file of at most `limit` bytes; null when it cannot be had. Never throws. */
export async function downloadFile(
  text: string,
  limit: number,
  deps: DownloadDeps,
): Promise<Uint8Array | 'too-large' | null> {
  let ref = decodeFileReference(text)
  for (let tries = 1; tries <= TRIES; tries++) {
    const baileys = deps.baileys()
    try {
      if (baileys) return await download(baileys, ref, limit)
    } catch (error) {
      deps.log.warn('whatsapp: file not downloaded', { tries, code: codeOf(error) })
      if (GONE.has(codeOf(error))) ref = (await uploadedAgain(ref, deps)) ?? ref
    }
    if (tries < TRIES) await sleep(PAUSE * tries)
  }
  return null
}

async function download(
  baileys: Baileys,
  ref: FileReference,
  limit: number,
): Promise<Uint8Array | 'too-large'> {
  const { url, directPath, mediaKey, type, sha256 } = ref
  const source = { url, directPath, mediaKey: Buffer.from(mediaKey, 'base64') }
  const stream = await baileys.downloadContentFromMessage(source, type)
  const timer = setTimeout(() => stream.destroy(new Error('download took too long')), DOWNLOAD_TIME)
  const bytes = await collectBytes(stream, limit).finally(() => clearTimeout(timer))
  // Baileys decrypts without checking that the file is the one that was sent
  if (sha256 && bytes !== 'too-large' && createHash('sha256').update(bytes).digest('base64') !== sha256)
    throw new Error('downloaded file differs from what was sent')
  return bytes
}

/** WhatsApp drops files after some weeks; the phone that sent one may still have it. Null when it does not answer. */
async function uploadedAgain(
  ref: FileReference,
  { connection, log }: DownloadDeps,
): Promise<FileReference | null> {
  const socket = connection()?.socket
  if (!socket) return null
  const media = { url: ref.url, directPath: ref.directPath, mediaKey: Buffer.from(ref.mediaKey, 'base64') }
  const message = { [`${ref.type}Message`]: media }
  try {
    const uploaded = socket.updateMediaMessage({
      key: { remoteJid: ref.chat, id: ref.id, fromMe: false },
      message,
    })
    await waitAtMost(UPLOAD_TIME, uploaded)
    // the new path is at the host the file came from
    return { ...ref, directPath: media.directPath }
  } catch (error) {
    log.warn('whatsapp: file not uploaded again', { code: codeOf(error) })
    return null
  }
}

function codeOf(error: unknown): number {
  return statusCodeOf(error) ?? 0
}
