import type { ChannelName } from '../../model/messages/channel.ts'
import type { InboundContent, FileRefusal } from '../../model/messages/content.ts'
import type { Notifier } from '../ports/notifier.ts'
import type { Channel } from '../ports/channel.ts'
import type { FileStorage } from '../ports/files.ts'
import type { Log } from '../ports/log.ts'
import type { Encryption } from '../ports/encryption.ts'
import type { PendingFile, Ledger, NewFile } from '../ports/ledger.ts'

type Media = Extract<InboundContent, { kind: 'media' }>

export interface Attachments {
  /** Stores bytes that came with the message; returns the content with its file, or with the reason it was refused. */
  storeFile(chatId: string, content: Media, bytes: Uint8Array): Promise<Media>
  /** Fetches a file from its platform in the background, then wakes the conversation. Never throws. */
  fetchFile(held: PendingFile): void
}

export interface AttachmentsDeps {
  readonly ledger: Ledger
  readonly files: FileStorage
  readonly encryption: Encryption
  readonly notifier: Notifier
  readonly log: Log
  readonly channel: (channel: ChannelName) => Channel | undefined
  /** The real type by the bytes; null when it is none of the allowed ones. */
  readonly typeOf: (bytes: Uint8Array) => Promise<string | null>
  readonly sha256: (bytes: Uint8Array) => string
  readonly newId: () => string
}

/** Files people send: size-limited, checked by their real bytes, hashed, encrypted, and only then part of the message. */
export function createAttachments(deps: AttachmentsDeps): Attachments {
  const fetching = new Set<string>()

  async function store(chatId: string, bytes: Uint8Array): Promise<NewFile | FileRefusal> {
    const mime = await deps.typeOf(bytes)
    if (!mime) return 'wrong-type'
    const file = { id: deps.newId(), chatId, mime, bytes: bytes.length, sha256: deps.sha256(bytes) }
    await deps.ledger.expectFile(file.id)
    await deps.files.put(file.id, deps.encryption.encryptBytes(bytes))
    return file
  }

  async function keep(chatId: string, content: Media, bytes: Uint8Array): Promise<Media> {
    const file = await store(chatId, bytes)
    if (typeof file === 'string') return { ...content, refused: file }
    await deps.ledger.saveFile(file)
    return withFile(content, file)
  }

  async function fetchOne(held: PendingFile): Promise<void> {
    const content = held.content as Media
    const file = await download(held)
    if (typeof file === 'string')
      await deps.ledger.resolveFile(held.inboundId, { ...content, refused: file }, null)
    else await deps.ledger.resolveFile(held.inboundId, withFile(content, file), file)
    deps.notifier.wakeConversations([held.chatId])
  }

  async function download(held: PendingFile): Promise<NewFile | FileRefusal> {
    const door = deps.channel(held.channel)
    if (!door?.fetch) return 'not-fetched'
    const bytes = await door.fetch(deps.encryption.decrypt(held.ref), door.can.maxFileBytes)
    if (bytes === 'too-large') return 'too-large'
    return bytes ? store(held.chatId, bytes) : 'not-fetched'
  }

  return {
    storeFile: keep,
    fetchFile(held) {
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
