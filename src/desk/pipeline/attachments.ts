import type { ChannelName } from '../../model/channel.ts'
import type { Content, FileRefusal } from '../../model/message.ts'
import type { Bells, Door, Files, Log, Seal } from '../ports/channel.ts'
import type { HeldFile, Ledger, NewFile } from '../ports/ledger.ts'

type Media = Extract<Content, { kind: 'media' }>

export interface Intake {
  /** Stores bytes that came with the message; returns the content with its file, or with the reason it was refused. */
  keep(chatId: string, content: Media, bytes: Uint8Array): Promise<Media>
  /** Fetches a file from its platform in the background, then wakes the conversation. Never throws. */
  fetch(held: HeldFile): void
}

export interface IntakeDeps {
  readonly ledger: Ledger
  readonly files: Files
  readonly seal: Seal
  readonly bells: Bells
  readonly log: Log
  readonly door: (channel: ChannelName) => Door | undefined
  /** The real type by the bytes; null when it is none of the allowed ones. */
  readonly typeOf: (bytes: Uint8Array) => Promise<string | null>
  readonly sha256: (bytes: Uint8Array) => string
  readonly newId: () => string
}

/** Files people send: size-limited, checked by their real bytes, hashed, encrypted, and only then part of the message. */
export function createIntake(deps: IntakeDeps): Intake {
  const fetching = new Set<string>()

  async function store(chatId: string, bytes: Uint8Array): Promise<NewFile | FileRefusal> {
    const mime = await deps.typeOf(bytes)
    if (!mime) return 'wrong-type'
    const file = { id: deps.newId(), chatId, mime, bytes: bytes.length, sha256: deps.sha256(bytes) }
    await deps.ledger.expectFile(file.id)
    await deps.files.put(file.id, deps.seal.sealBytes(bytes))
    return file
  }

  async function keep(chatId: string, content: Media, bytes: Uint8Array): Promise<Media> {
    const file = await store(chatId, bytes)
    if (typeof file === 'string') return { ...content, refused: file }
    await deps.ledger.keepFile(file)
    return withFile(content, file)
  }

  async function fetchOne(held: HeldFile): Promise<void> {
    const content = held.content as Media
    const file = await download(held)
    if (typeof file === 'string')
      await deps.ledger.fileCame(held.inboundId, { ...content, refused: file }, null)
    else await deps.ledger.fileCame(held.inboundId, withFile(content, file), file)
    deps.bells.converse([held.chatId])
  }

  async function download(held: HeldFile): Promise<NewFile | FileRefusal> {
    const door = deps.door(held.channel)
    if (!door?.fetch) return 'not-fetched'
    const bytes = await door.fetch(deps.seal.open(held.ref), door.can.maxFileBytes)
    if (bytes === 'too-large') return 'too-large'
    return bytes ? store(held.chatId, bytes) : 'not-fetched'
  }

  return {
    keep,
    fetch(held) {
      if (fetching.has(held.inboundId)) return
      fetching.add(held.inboundId)
      fetchOne(held)
        .catch((error: unknown) => deps.log.warn('file not fetched', { inbound: held.inboundId, error }))
        .finally(() => fetching.delete(held.inboundId))
    },
  }
}

function withFile(content: Media, { id, mime, bytes }: NewFile): Media {
  return { ...content, file: { id, mime, bytes } }
}
