import type { ChannelName } from '../../../model/messages/channel.ts'
import type { FileRefusal } from '../../../model/messages/content.ts'
import type { Channel } from '../../ports/channel.ts'
import type { Encryption } from '../../ports/encryption.ts'
import type { FileStorage } from '../../ports/files.ts'
import type { Ledger, MediaContent, NewFile, PendingFile } from '../../ports/ledger.ts'
import type { Log } from '../../ports/log.ts'
import type { Notifier } from '../../ports/notifier.ts'

/** Files on their way into the store. */
export interface Attachments {
  /**
   * Stores bytes that came with the message; returns the content with its file, or with the reason it was refused.
   * Rejects when store or ledger do: then nothing of it is left behind for long.
   */
  storeFile(chatId: string, content: MediaContent, bytes: Uint8Array): Promise<MediaContent>
  /** Fetches a file from its platform in the background, then wakes the conversation. Never throws. */
  fetchFile(pending: PendingFile): void
}

export interface AttachmentsDeps {
  readonly ledger: Pick<Ledger, 'expectFile' | 'saveFile' | 'resolveFile'>
  readonly files: FileStorage
  readonly encryption: Encryption
  readonly notifier: Pick<Notifier, 'wakeConversations'>
  readonly log: Log
  /** The channel of this name, if it is in this process. */
  readonly channelOf: (name: ChannelName) => Channel | undefined
  /** The real type by the bytes; null when it is none of the allowed ones. */
  readonly typeOf: (bytes: Uint8Array) => Promise<string | null>
  readonly sha256: (bytes: Uint8Array) => string
  readonly newId: () => string
}

/** Files people send: size-limited, checked by their real bytes, hashed, encrypted, and only then part of the message. */
export function createAttachments(deps: AttachmentsDeps): Attachments {
  const fetching = new Set<string>()
  return {
    async storeFile(chatId, content, bytes) {
      const file = await store(chatId, bytes, deps)
      if (typeof file === 'string') return { ...content, refused: file }
      await deps.ledger.saveFile(file)
      return withFile(content, file)
    },
    fetchFile(pending) {
      if (fetching.has(pending.inboundId)) return
      fetching.add(pending.inboundId)
      fetchPending(pending, deps)
        .catch((error: unknown) => deps.log.warn('file not fetched', { inbound: pending.inboundId, error }))
        .finally(() => fetching.delete(pending.inboundId))
    },
  }
}

async function store(
  chatId: string,
  bytes: Uint8Array,
  deps: AttachmentsDeps,
): Promise<NewFile | FileRefusal> {
  const mime = await deps.typeOf(bytes)
  if (!mime) return 'wrong-type'
  const file = { id: deps.newId(), chatId, mime, bytes: bytes.length, sha256: deps.sha256(bytes) }
  await deps.ledger.expectFile(file.id)
  await deps.files.put(file.id, deps.encryption.encryptBytes(bytes))
  return file
}

async function fetchPending(pending: PendingFile, deps: AttachmentsDeps): Promise<void> {
  const { inboundId, chatId, content } = pending
  const file = await download(pending, deps)
  if (typeof file === 'string') await deps.ledger.resolveFile(inboundId, { ...content, refused: file }, null)
  else await deps.ledger.resolveFile(inboundId, withFile(content, file), file)
  deps.notifier.wakeConversations([chatId])
}

async function download(pending: PendingFile, deps: AttachmentsDeps): Promise<NewFile | FileRefusal> {
  const channel = deps.channelOf(pending.channel)
  if (!channel?.fetch) return 'not-fetched'
  const bytes = await channel.fetch(deps.encryption.decrypt(pending.ref), channel.can.maxFileBytes)
  if (bytes === 'too-large') return 'too-large'
  return bytes ? store(pending.chatId, bytes, deps) : 'not-fetched'
}

function withFile(content: MediaContent, { id, mime, bytes }: NewFile): MediaContent {
  return { ...content, file: { id, mime, bytes } }
}
