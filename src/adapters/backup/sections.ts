/** Sections one after the other in one stream: each a JSON head, then its bytes in pieces. Nothing is held whole in memory. */

/** Before each piece stands its length, as four bytes; a length of 0 ends the section. */
const LENGTH = 4
/** Longest piece taken: a broken stream must not ask for gigabytes. */
const MOST = 64 * 1024 * 1024

function piece(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(LENGTH)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** One section as it stands in the stream. */
export async function* writeSection(head: object, body: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  yield piece(Buffer.from(JSON.stringify(head)))
  for await (const bytes of body) if (bytes.length > 0) yield piece(bytes)
  yield piece(Buffer.alloc(0))
}

export interface Section<Head> {
  readonly head: Head
  /** To be read to its end before the next section. */
  readonly body: AsyncIterable<Buffer>
}

/**
 * The sections of a stream; `Head` is what `writeSection` was given, told apart by who reads it.
 * @throws when it ends in the middle of one.
 */
export async function* readSections<Head>(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Section<Head>> {
  const pieces = piecesOf(stream)
  for (;;) {
    const head = await pieces.next()
    if (head.done) return
    yield { head: JSON.parse(head.value.toString()), body: bodyOf(pieces) }
  }
}

async function* bodyOf(pieces: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  for (;;) {
    const next = await pieces.next()
    if (next.done) throw new Error('the backup ends too early')
    if (next.value.length === 0) return
    yield next.value
  }
}

async function* piecesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0)
  for await (const bytes of stream) {
    held = held.length === 0 ? Buffer.from(bytes) : Buffer.concat([held, bytes])
    for (let end = endOf(held); end <= held.length; end = endOf(held)) {
      yield held.subarray(LENGTH, end)
      held = held.subarray(end)
    }
  }
  if (held.length > 0) throw new Error('the backup ends too early')
}

/** Where the first piece ends; beyond everything while its length is not there yet. */
function endOf(held: Buffer): number {
  if (held.length < LENGTH) return Infinity
  const length = held.readUInt32BE()
  if (length > MOST) throw new Error('this is not a backup of ours')
  return LENGTH + length
}
