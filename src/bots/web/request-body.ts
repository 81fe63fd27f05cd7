import type { IncomingMessage } from 'node:http'

/**
 * The request's body; `too-large` as soon as it is known to be more than `limit` bytes;
 * `null` when the sender left in the middle.
 */
export async function readRequestBody(
  request: IncomingMessage,
  limit: number,
): Promise<Buffer | 'too-large' | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return 'too-large'
  const chunks: Buffer[] = []
  let bytes = 0
  return new Promise((resolve) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > limit) resolve('too-large')
      else chunks.push(chunk)
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', () => resolve(null))
    request.on('close', () => resolve(null))
  })
}
