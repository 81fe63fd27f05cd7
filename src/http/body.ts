import type { IncomingMessage } from 'node:http'

/** Bodies of a size that is bounded by us: what the sender declares is not trusted. */

/**
 * The request's body; `too-large` as soon as it is known to be more than `limit` bytes; `null` when the sender left in the
 * middle. What is left of the request is still taken in, so that the sender gets to read why it was refused.
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
    request.on('close', () => resolve(null))
    request.on('error', () => resolve(null))
  })
}

/** The bytes of an answer or a download; more than `limit` of them ends it. Rejects when the stream breaks. */
export async function collectBytes(
  stream: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Buffer | 'too-large'> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of stream) {
    bytes += chunk.length
    if (bytes > limit) return 'too-large'
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
