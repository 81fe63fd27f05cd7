import type { InboundContent } from '../../../model/messages/content.ts'
import { maskIdentityNumbers } from '../../../model/messages/masking.ts'
import { sanitizeText } from '../../../model/messages/text.ts'
import { createBatchLoader } from '../batch-loader.ts'
import { createChatIds } from './chat-ids.ts'
import { BATCH, FILE_WAIT, KEPT_TEXT, LANES } from '../limits.ts'
import type { Accept, InboundMessage } from '../../ports/channel.ts'
import type { Encryption } from '../../ports/encryption.ts'
import type { InboundRow, Ledger } from '../../ports/ledger.ts'
import type { Notifier } from '../../ports/notifier.ts'
import type { Attachments } from './attachments.ts'

interface AcceptDeps {
  readonly ledger: Pick<Ledger, 'accept' | 'chatIds'>
  readonly encryption: Encryption
  readonly notifier: Pick<Notifier, 'wakeConversations'>
  readonly attachments: Attachments
  readonly newId: () => string
  /** Told of each accepted message, for the channel's own state. */
  readonly onAccepted?: (message: InboundMessage) => void
}

/** Accepting: a message is safe when its row is in the inbox; a repeat by the platform's id changes nothing. */
export function createAccept(deps: AcceptDeps): Accept {
  const chatIdOf = createChatIds(deps)
  const isNew = createInsert(deps.ledger)

  async function accept(message: InboundMessage): Promise<void> {
    const row = await toRow(deps, message, await chatIdOf(message))
    const fresh = await isNew(row)
    deps.onAccepted?.(message)
    if (fresh) goOn(row, message, deps)
  }

  return async (messages) => {
    // one after the other within a call: a channel hands over one chat's messages in their order
    const accepted = new Map<string, Promise<void>>()
    for (const message of messages) {
      const before = accepted.get(message.address) ?? Promise.resolve()
      accepted.set(
        message.address,
        before.then(() => accept(message)),
      )
    }
    await Promise.all(accepted.values())
  }
}

/** Puts a row into the inbox; false: it was there before. */
function createInsert(ledger: Pick<Ledger, 'accept'>): (row: InboundRow) => Promise<boolean> {
  return createBatchLoader<InboundRow, boolean>(
    async (rows) => {
      const fresh = new Set((await ledger.accept(rows)).map(({ id }) => id))
      return rows.map(({ id }) => fresh.has(id))
    },
    { lanes: LANES, max: BATCH },
  )
}

/** The conversation is woken, or first the message's file is fetched. */
function goOn(
  { id, chatId, content, fileReference }: InboundRow,
  { channel }: InboundMessage,
  deps: AcceptDeps,
) {
  if (fileReference === null || content.kind !== 'media') deps.notifier.wakeConversations([chatId])
  else deps.attachments.fetchFile({ inboundId: id, chatId, channel, ref: fileReference, content })
}

async function toRow(deps: AcceptDeps, message: InboundMessage, chatId: string): Promise<InboundRow> {
  const content = storable(message.content)
  const { file, externalId } = message
  const row = { id: deps.newId(), chatId, externalId, content, fileReference: null, fileWaitMs: null }
  if (!file || content.kind !== 'media') return row
  if ('bytes' in file)
    return { ...row, content: await deps.attachments.storeFile(chatId, content, file.bytes) }
  return { ...row, fileReference: deps.encryption.encrypt(file.ref), fileWaitMs: FILE_WAIT }
}

/** Nothing is stored with invisible characters or with numbers that identify a person. */
function storable(content: InboundContent): InboundContent {
  if (content.kind === 'text') return { ...content, text: storableText(content.text) }
  if (content.kind === 'media') return { ...content, caption: storableText(content.caption) }
  return content
}

function storableText(text: string): string {
  return maskIdentityNumbers(sanitizeText(text.length > KEPT_TEXT ? text.slice(0, KEPT_TEXT) : text))
}
