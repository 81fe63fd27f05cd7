import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline as join } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { deriveKey, keyId } from '../encryption.ts'

/** A file that only the holder of `SECRET_KEY` can read: what stands in it is packed, then encrypted by AES-256-GCM. */

/** Begins every file: what it is, the number of its format, which key opens it. */
const MARK = Buffer.from('TPBAK1')
const ID = 4
const IV = 12
const TAG = 16
const HEAD = MARK.length + ID + IV

/** Writes the file anew, readable by its owner only. */
export async function writeEncryptedFile(
  file: string,
  secret: string,
  content: AsyncIterable<Uint8Array>,
): Promise<void> {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', deriveKey(secret, 'backup'), iv)
  async function* encrypted(packed: AsyncIterable<Buffer>) {
    yield Buffer.concat([MARK, Buffer.from(keyId(secret), 'hex'), iv])
    for await (const bytes of packed) yield cipher.update(bytes)
    yield cipher.final()
    yield cipher.getAuthTag()
  }
  await pipeline(content, createGzip(), encrypted, createWriteStream(file, { mode: 0o600, flags: 'wx' }))
}

/**
 * What stands in the file. The last of it comes only after its authenticity has been checked: act on the end, not on the beginning.
 * @throws when it is no backup, encrypted by a key that is not given, cut short or changed.
 */
export async function readEncryptedFile(
  file: string,
  secrets: readonly string[],
): Promise<AsyncIterable<Buffer>> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const { buffer: head } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    if (size < HEAD + TAG || !head.subarray(0, MARK.length).equals(MARK))
      throw new Error(`${file} is not a backup of ours`)
    const id = head.subarray(MARK.length, MARK.length + ID).toString('hex')
    const secret = secrets.find((one) => keyId(one) === id)
    if (secret === undefined) throw new Error('SECRET_KEY is not the one this backup was encrypted with')
    const { buffer: tag } = await handle.read(Buffer.alloc(TAG), 0, TAG, size - TAG)
    const opener = createDecipheriv('aes-256-gcm', deriveKey(secret, 'backup'), head.subarray(HEAD - IV))
    opener.setAuthTag(tag)
    const encrypted = createReadStream(file, { start: HEAD, end: size - TAG - 1 })
    return checked(join(encrypted, opener, createGunzip(), () => {}))
  } finally {
    await handle.close()
  }
}

async function* checked(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* content
  } catch (error) {
    throw new Error('the backup is damaged or was changed', { cause: error })
  }
}
