import { OperationRefused } from '../errors.ts'
import type { FileStorage } from '../ports/files.ts'
import type { Encryption } from '../ports/encryption.ts'
import type { TicketRecord, TicketStore } from '../ports/tickets.ts'
import { conversationOf } from './conversation.ts'

export interface FileDeps {
  readonly store: TicketStore
  readonly files: FileStorage
  readonly encryption: Encryption
}

/** A file may be read by whoever may read the message it came with. Rejects with OperationRefused `file-not-found`. */
export async function openFile({ store, files, encryption }: FileDeps, ticket: TicketRecord, fileId: string) {
  const file = await store.file(ticket, fileId)
  const shown = file && (file.ofTicket || (await inConversation(store, ticket, fileId)))
  const encrypted = shown ? await files.get(fileId) : null
  if (!file || !encrypted) throw new OperationRefused('file-not-found')
  return { mime: file.mime, bytes: encryption.decryptBytes(encrypted) }
}

async function inConversation(store: TicketStore, ticket: TicketRecord, fileId: string): Promise<boolean> {
  return conversationOf(await store.conversation(ticket)).some((item) => item.attachment?.id === fileId)
}
