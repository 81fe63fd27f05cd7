import type { InboundContent } from '../../model/messages/content.ts'
import { sanitizeText } from '../../model/messages/text.ts'
import { maskIdentityNumbers } from '../../model/messages/masking.ts'
import { createBatchLoader } from './batch-loader.ts'
import { BATCH, FILE_WAIT, KEPT_TEXT, LANES } from './limits.ts'
import type { Accept, InboundMessage, Notifier, Encryption } from '../ports/channel.ts'
import type { InboundRow, Ledger } from '../ports/ledger.ts'
import type { Attachments } from './attachments.ts'

export interface AcceptDeps {
  readonly ledger: Ledger
  readonly encryption: Encryption
  readonly notifier: Notifier
  readonly attachments: Attachments
  readonly newId: () => string
  /** Told of each accepted message, for the door's own state. */
  readonly onAccepted?: (arrival: InboundMessage) => void
}

/** Room 2, the inbox: a message is safe when its row is; a repeat by the platform's id changes nothing. */
export function createAccept(deps: AcceptDeps): Accept {
  const chatOf = chatIds(deps)
  const insert = createBatchLoader<InboundRow, { id: string; chatId: string } | null>(
    async (rows) => {
      const fresh = new Map((await deps.ledger.accept(rows)).map((row) => [row.id, row]))
      return rows.map((row) => fresh.get(row.id) ?? null)
    },
    { lanes: LANES, max: BATCH },
  )

  async function one(arrival: InboundMessage): Promise<void> {
    const chatId = await chatOf(arrival)
    const row = await toRow(deps, arrival, chatId)
    const fresh = await insert(row)
    deps.onAccepted?.(arrival)
    if (!fresh) return
    if (row.fileReference === null) deps.notifier.wakeConversations([chatId])
    else
      deps.attachments.fetch({
        inboundId: row.id,
        chatId,
        channel: arrival.channel,
        ref: row.fileReference,
        content: row.content,
      })
  }

  return async (arrivals) => {
    // one after the other within a call: a door hands over one chat's messages in their order
    const rows = new Map<string, Promise<void>>()
    for (const arrival of arrivals) {
      const before = rows.get(arrival.address) ?? Promise.resolve()
      rows.set(
        arrival.address,
        before.then(() => one(arrival)),
      )
    }
    await Promise.all(rows.values())
  }
}

async function toRow(deps: AcceptDeps, arrival: InboundMessage, chatId: string): Promise<InboundRow> {
  const content = tidy(arrival.content)
  const { file } = arrival
  const base = {
    id: deps.newId(),
    chatId,
    externalId: arrival.externalId,
    fileReference: null,
    fileWaitMs: null,
  }
  if (!file || content.kind !== 'media') return { ...base, content }
  if ('bytes' in file) return { ...base, content: await deps.attachments.keep(chatId, content, file.bytes) }
  return { ...base, content, fileReference: deps.encryption.encrypt(file.ref), fileWaitMs: FILE_WAIT }
}

/** Nothing is stored with invisible characters or with numbers that identify a person. */
function tidy(content: InboundContent): InboundContent {
  if (content.kind === 'text') return { ...content, text: kept(content.text) }
  if (content.kind === 'media') return { ...content, caption: kept(content.caption) }
  return content
}

function kept(text: string): string {
  return maskIdentityNumbers(sanitizeText(text.length > KEPT_TEXT ? text.slice(0, KEPT_TEXT) : text))
}

const REMEMBERED = 50_000

/** Chat id by address: remembered in memory, so that the second message of a chat costs no look-up. */
function chatIds({ ledger, encryption }: AcceptDeps): (arrival: InboundMessage) => Promise<string> {
  const known = new Map<string, string>()
  const ask = createBatchLoader<InboundMessage & { hash: string }, string>(
    (arrivals) =>
      ledger.chatIds(
        arrivals.map((arrival) => ({
          channel: arrival.channel,
          addressHash: arrival.hash,
          address: encryption.encrypt(arrival.address),
          name: arrival.name ? encryption.encrypt(sanitizeText(arrival.name).slice(0, 100)) : null,
        })),
      ),
    { lanes: LANES, max: BATCH },
  )
  return async (arrival) => {
    const key = `${arrival.channel}\0${arrival.address}`
    const found = known.get(key)
    if (found) return found
    const id = await ask({ ...arrival, hash: addressHash(encryption, arrival.channel, arrival.address) })
    if (known.size >= REMEMBERED) known.delete(known.keys().next().value!)
    known.set(key, id)
    return id
  }
}

/** The keyed hash a chat is looked up by. */
export function addressHash(encryption: Encryption, channel: string, address: string): string {
  return encryption.hash('chat', `${channel}\0${address}`)
}
