import { collectBytes } from '../../http/body.ts'
import type { TelegramClient } from './client.ts'
import { CallError } from './call-error.ts'

/** A download may take this long (ms): 10 MB over a slow line. */
const DOWNLOAD = 60_000

/**
 * The bytes of a file by its `file_id`, at most `limit`; `null` when Telegram does not have it any more.
 * Throws CallError when it cannot be had just now.
 */
export async function downloadFile(
  client: TelegramClient,
  fileId: string,
  limit: number,
  within: number,
): Promise<Uint8Array | 'too-large' | null> {
  const file = await getFile(client, fileId, within)
  if (file === 'too-large' || !file?.file_path) return file === 'too-large' ? file : null
  if ((file.file_size ?? 0) > limit) return 'too-large'
  return download(client.fileUrl(file.file_path), limit)
}

type FileAnswer = { readonly file_path?: string; readonly file_size?: number } | 'too-large' | null

async function getFile(client: TelegramClient, fileId: string, within: number): Promise<FileAnswer> {
  try {
    return await client.call('getFile', { file_id: fileId }, within)
  } catch (error) {
    if (!(error instanceof CallError) || error.failure.kind !== 'refused') throw error
    return /too big/.test(error.failure.detail ?? '') ? 'too-large' : null
  }
}

async function download(url: URL, limit: number): Promise<Uint8Array | 'too-large' | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(DOWNLOAD) })
    if (response.status === 404 || response.status === 410) return null
    if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`)
    return await collectBytes(response.body, limit)
  } catch {
    // the error of a fetch may name the address, and so the token
    throw new CallError({ kind: 'unreachable', detail: 'file not downloaded' }, null)
  }
}
