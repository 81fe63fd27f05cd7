import { AwsClient } from 'aws4fetch'
import type { FileStorage } from '../../desk/ports/files.ts'

/** How long one request may take (ms). */
const TIMEOUT = 30_000

/**
 * Files in an S3-compatible store: `https://KEY:SECRET@host/bucket/prefix?region=…`.
 * Throws `files store: <status>` without the address, which holds the secret.
 */
export function createS3Storage(url: string): FileStorage {
  const { username, password, searchParams, protocol, host, pathname } = new URL(url)
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
    service: 's3',
    region: searchParams.get('region') ?? 'auto',
    retries: 3,
  })
  const base = `${protocol}//${host}${pathname.replace(/\/$/, '')}`

  async function call(method: string, id: string, body?: Uint8Array): Promise<Response> {
    const init: RequestInit = { method, signal: AbortSignal.timeout(TIMEOUT) }
    if (body) init.body = body as Uint8Array<ArrayBuffer> // never shared memory
    const response = await client.fetch(`${base}/${encodeURIComponent(id)}`, init)
    if (!response.ok && response.status !== 404) throw new Error(`files store: ${response.status}`)
    return response
  }

  return {
    async put(id, encrypted) {
      if ((await call('PUT', id, encrypted)).status === 404) throw new Error('files store: no such bucket')
    },
    async get(id) {
      const response = await call('GET', id)
      return response.status === 404 ? null : new Uint8Array(await response.arrayBuffer())
    },
    async remove(id) {
      await call('DELETE', id)
    },
  }
}
