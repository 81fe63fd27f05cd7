import { Refused } from '../errors.ts'
import type { Files, Seal } from '../ports/channel.ts'
import type { TicketRecord, TicketStore } from '../ports/officers.ts'
import { conversationOf } from './conversation.ts'

export interface FileDeps {
  readonly store: TicketStore
  readonly files: Files
  readonly seal: Seal
}

/** A file may be read by whoever may read the message it came with. */
export async function openFile({ store, files, seal }: FileDeps, ticket: TicketRecord, fileId: string) {
  const file = await store.file(ticket, fileId)
  const shown = file && (file.ofTicket || (await inStory(store, ticket, fileId)))
  const sealed = shown ? await files.get(fileId) : null
  if (!file || !sealed) throw new Refused('file-not-found')
  return { mime: file.mime, bytes: seal.openBytes(sealed) }
}

async function inStory(store: TicketStore, ticket: TicketRecord, fileId: string): Promise<boolean> {
  return conversationOf(await store.story(ticket)).some((item) => item.attachment?.id === fileId)
}
