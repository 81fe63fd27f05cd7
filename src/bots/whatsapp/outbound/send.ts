import { createHash } from 'node:crypto'
import type { AnyMessageContent, WAMessage } from '@whiskeysockets/baileys'
import type { DeliveryResult, OutboundMessage } from '../../../desk/ports/channel.ts'
import type { Log } from '../../../desk/ports/log.ts'
import type { DeliveryFailure } from '../../../model/messages/delivery-failure.ts'
import { withNumberedChoices, splitText } from '../../plain-text.ts'
import type { Acknowledgement } from '../connection/acknowledgements.ts'
import type { Connection } from '../connection/socket.ts'
import type { Baileys } from '../baileys.ts'
import { saveSentMessage } from './sent-messages.ts'
import { sleep } from '../sleep.ts'

/** WhatsApp takes more; nobody reads more in one bubble. */
export const MAX_TEXT_LENGTH = 4000

interface SenderDeps {
  baileys(): Baileys | null
  connection(): Connection | null
  /** Off in tests and benches. */
  readonly pace: boolean
  /** Messages of this chat not yet marked as read; they are taken away. */
  takeUnread(address: string): WAMessage['key'][]
  /** WhatsApp refuses a message with this code: the account may be restricted. */
  onRefused(code: string): void
  readonly now: () => number
  readonly log: Log
}

/** Sends messages one after the other, as a person would: read, typing, then the words. */
export function createSender(deps: SenderDeps): (message: OutboundMessage) => Promise<DeliveryResult> {
  let last: Promise<unknown> = Promise.resolve()
  let free = 0

  async function deliver(message: OutboundMessage): Promise<DeliveryResult> {
    let delivery: DeliveryResult = { ok: true, externalId: null }
    for (const [part, content] of partsOf(message).entries()) {
      delivery = await deliverOne(message.to, clientMessageId(message.id, part), content)
      if (!delivery.ok) break
    }
    return delivery
  }

  async function deliverOne(to: string, id: string, content: Part): Promise<DeliveryResult> {
    const [baileys, connection] = [deps.baileys(), deps.connection()]
    if (!baileys || !connection?.isOpen()) return { ok: false, failure: { kind: 'not-linked' } }
    try {
      await greet(connection, to)
      if (deps.pace) await sleep(Math.max(typingTime(content), free - deps.now()))
      free = deps.now() + 1000 + Math.random() * 1000
      const ack = await write(baileys, connection, to, id, content)
      return ack.accepted ? { ok: true, externalId: id } : { ok: false, failure: failureOf(ack.code, deps) }
    } catch (error) {
      return {
        ok: false,
        failure: { kind: 'unreachable', detail: error instanceof Error ? error.name : 'unknown' },
      }
    }
  }

  async function greet({ socket }: Connection, to: string): Promise<void> {
    const keys = deps.takeUnread(to)
    if (keys.length > 0) await socket.readMessages(keys)
    await socket.sendPresenceUpdate('composing', to)
  }

  async function write(
    baileys: Baileys,
    connection: Connection,
    to: string,
    id: string,
    content: Part,
  ): Promise<Acknowledgement> {
    const { socket, acknowledgements, account } = connection
    const ack = acknowledgements.expect(id)
    const sent = await socket.sendMessage(to, content, { messageId: id })
    if (sent?.message)
      saveSentMessage(baileys, account.rows, id, sent.message).catch((error: unknown) =>
        deps.log.warn('whatsapp: sent message not kept for a second try', { error }),
      )
    return ack
  }

  return (message) => {
    const sending = last.then(() => deliver(message))
    last = sending
    return sending
  }
}

/** One message of WhatsApp's. */
type Part = Extract<AnyMessageContent, { text: string } | { image: unknown }>

/** A picture with its caption, or the words in pieces. */
function partsOf({ content, picture }: OutboundMessage): Part[] {
  if (picture) return [{ image: Buffer.from(picture), mimetype: 'image/png', caption: content.text }]
  // no preview: it would fetch whatever address stands in the text
  return splitText(withNumberedChoices(content), MAX_TEXT_LENGTH).map((text) => ({ text, linkPreview: null }))
}

/** From the message’s own id, so that a message sent again after a crash is the same message to the phone. */
function clientMessageId(outboundId: string, part: number): string {
  const hash = createHash('sha256').update(`${outboundId} ${part}`).digest('hex')
  return `3EB0${hash.slice(0, 18).toUpperCase()}`
}

function failureOf(code: string | null, deps: SenderDeps): DeliveryFailure {
  if (code === null) return { kind: 'unreachable', detail: 'no acknowledgement' }
  if (code === '429') return { kind: 'throttled', retryAfterMs: 60_000 }
  if (code.startsWith('5')) return { kind: 'unreachable', detail: code }
  deps.onRefused(code)
  return { kind: 'refused', detail: code }
}

/** How long a person would type this, ms, within what nobody minds. */
function typingTime(content: Part): number {
  const text = 'text' in content ? content.text : (content.caption ?? '')
  return Math.min(1500, 300 + text.length * 10)
}
