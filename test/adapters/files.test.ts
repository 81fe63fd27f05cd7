import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import type { Server } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFolderStorage } from '../../src/adapters/files/folder.ts'
import { createS3Storage } from '../../src/adapters/files/s3.ts'
import { detectAllowedType } from '../../src/adapters/files/file-type.ts'
import type { FileStorage } from '../../src/desk/ports/files.ts'
import { createStandIn } from '../support/stand-in.ts'

/** What every file store must do. */
function filesContract(name: string, open: () => FileStorage): void {
  describe(name, () => {
    let files: FileStorage
    beforeAll(() => {
      files = open()
    })

    test('what was put comes back byte by byte, and again after it was put again', async () => {
      const bytes = Buffer.from([0, 255, 10, 13, 0, 128])
      await files.put('01-a', bytes)
      expect(Buffer.from((await files.get('01-a'))!)).toEqual(bytes)
      await files.put('01-a', Buffer.from('new'))
      expect(Buffer.from((await files.get('01-a'))!).toString()).toBe('new')
    })

    test('what is not there is null, and what was removed is not there', async () => {
      expect(await files.get('01-nothing')).toBeNull()
      await files.put('01-b', Buffer.from('x'))
      await files.remove('01-b')
      expect(await files.get('01-b')).toBeNull()
      await files.remove('01-b')
    })
  })
}

filesContract('a folder', () =>
  createFolderStorage(mkdtempSync(path.join(os.tmpdir(), 'tanyapaspor-files-'))),
)

const KEY = 'AKIDEXAMPLE'
let server: Server
let requests: { method: string; path: string; headers: NodeJS.Dict<string | string[]> }[] = []

/** Just enough of S3 to keep objects, and to see that each request is signed over what it carries. */
beforeAll(async () => {
  const objects = new Map<string, Buffer>()
  server = createStandIn(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const { method = '', url = '', headers } = request
    requests.push({ method, path: url, headers })
    const claimed = headers['x-amz-content-sha256']
    const honest =
      claimed === 'UNSIGNED-PAYLOAD' || claimed === createHash('sha256').update(body).digest('hex')
    if (!String(headers.authorization).startsWith(`AWS4-HMAC-SHA256 Credential=${KEY}/`) || !honest)
      return void response.writeHead(403).end()
    if (url === '/full/01-x') return void response.writeHead(507).end()
    if (method === 'PUT') objects.set(url, body)
    if (method === 'DELETE') objects.delete(url)
    if (method === 'GET' && !objects.has(url)) return void response.writeHead(404).end()
    response.writeHead(200).end(method === 'GET' ? objects.get(url) : undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(() => void server.close())

const store = (bucket: string) =>
  `http://${KEY}:a%2Fsecret@127.0.0.1:${(server.address() as { port: number }).port}/${bucket}?region=ap-southeast-3`

describe('an S3-compatible store', () => {
  filesContract('by its address', () => createS3Storage(store('bucket')))

  test('every request is signed for the region of the address', async () => {
    requests = []
    await createS3Storage(store('bucket')).put('01-c', Buffer.from('x'))
    expect(requests[0]!.path).toBe('/bucket/01-c')
    expect(requests[0]!.headers.authorization).toContain('/ap-southeast-3/s3/aws4_request')
  })

  test('a refusal is an error that does not tell the secret', async () => {
    const failed = await createS3Storage(store('full'))
      .put('01-x', Buffer.from('x'))
      .catch((error: unknown) => String(error))
    expect(failed).toMatch(/files store: 507/)
    expect(failed).not.toContain('secret')
  })
}, 30_000)

describe('the real type of a file', () => {
  test('is read from its bytes, whatever it is called', async () => {
    expect(await detectAllowedType(Buffer.from('%PDF-1.7\n%âãÏÓ\n'))).toBe('application/pdf')
    expect(await detectAllowedType(Buffer.from('MZ\x90\x00 a program'))).toBeNull()
    expect(await detectAllowedType(Buffer.from('<html><script>'))).toBeNull()
    expect(await detectAllowedType(new Uint8Array())).toBeNull()
  })
})
