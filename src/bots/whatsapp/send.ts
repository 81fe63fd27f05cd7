import { createHash } from 'node:crypto'
import type { AnyMessageContent, WAMessage } from '@whiskeysockets/baileys'
import type { Delivery, Letter, Log } from '../../desk/ports/channel.ts'
import type { Failure } from '../../model/failure.ts'
import { numbered, split } from '../numbered.ts'
import type { Ack } from './acks.ts'
import type { Connection } from './connection.ts'
import type { Library } from './library.ts'
import { keepSent } from './sent.ts'
import { sleep } from './sleep.ts'

/** WhatsApp takes more; nobody reads more in one bubble. */
export const MAX_TEXT = 4000

export interface SendDeps {
  library(): Library | null
  connection(): Connection | null
  /** Off in tests and benches. */
  readonly pace: boolean
  /** Messages of this chat not yet marked as read; they are taken away. */
  unread(address: string): WAMessage['key'][]
  /** WhatsApp refuses a message with this code: the account may be restricted. */
  refused(code: string): void
  readonly now: () => number
  readonly log: Log
}

/** Sends letters one after the other, as a person would: read, typing, then the words. */
export function createSend(deps: SendDeps): (letter: Letter) => Promise<Delivery> {
  let last: Promise<unknown> = Promise.resolve()
  let free = 0

  async function deliver(letter: Letter): Promise<Delivery> {
    let delivery: Delivery = { ok: true, externalId: null }
    for (const [part, content] of partsOf(letter).entries()) {
      delivery = await deliverOne(letter.to, messageId(letter.id, part), content)
      if (!delivery.ok) break
    }
    return delivery
  }

  async function deliverOne(to: string, id: string, content: Part): Promise<Delivery> {
    const [library, connection] = [deps.library(), deps.connection()]
    if (!library || !connection?.isOpen()) return { ok: false, failure: { kind: 'not-linked' } }
    try {
      await greet(connection, to)
      if (deps.pace) await sleep(Math.max(typingTime(content), free - deps.now()))
      free = deps.now() + 1000 + Math.random() * 1000
      const ack = await write(library, connection, to, id, content)
      return ack.taken ? { ok: true, externalId: id } : { ok: false, failure: failureOf(ack.code, deps) }
    } catch (error) {
      return { ok: false, failure: { kind: 'unreachable', detail: (error as Error).name } }
    }
  }

  async function greet({ socket }: Connection, to: string): Promise<void> {
    const keys = deps.unread(to)
    if (keys.length > 0) await socket.readMessages(keys)
    await socket.sendPresenceUpdate('composing', to)
  }

  async function write(
    library: Library,
    connection: Connection,
    to: string,
    id: string,
    content: Part,
  ): Promise<Ack> {
    const { socket, acks, account } = connection
    const ack = acks.expect(id)
    const sent = await socket.sendMessage(to, content, { messageId: id })
    keepSent(library, account.rows, id, sent!.message!).catch((error: unknown) =>
      deps.log.warn('whatsapp: sent message not kept for a second try', { error }),
    )
    return ack
  }

  return (letter) => {
    const sending = last.then(() => deliver(letter))
    last = sending
    return sending
  }
}

/** One message of WhatsApp's. */
type Part = Extract<AnyMessageContent, { text: string } | { image: unknown }>

/** A picture with its caption, or the words in pieces. */
function partsOf({ words, picture }: Letter): Part[] {
  if (picture) return [{ image: Buffer.from(picture), mimetype: 'image/png', caption: words.text }]
  // no preview: it would fetch whatever address stands in the text
  return split(numbered(words), MAX_TEXT).map((text) => ({ text, linkPreview: null }))
}

/** From the letter's own id, so that a letter sent again after a crash is the same message to the phone. */
export function messageId(letterId: string, part: number): string {
  const hash = createHash('sha256').update(`${letterId} ${part}`).digest('hex')
  return `3EB0${hash.slice(0, 18).toUpperCase()}`
}

function failureOf(code: string | null, deps: SendDeps): Failure {
  if (code === null) return { kind: 'unreachable', detail: 'no acknowledgement' }
  if (code === '429') return { kind: 'throttled', afterMs: 60_000 }
  if (code.startsWith('5')) return { kind: 'unreachable', detail: code }
  deps.refused(code)
  return { kind: 'refused', detail: code }
}

/** How long a person would type this, ms, within what nobody minds. */
function typingTime(content: Part): number {
  const text = 'text' in content ? content.text : (content.caption ?? '')
  return Math.min(1500, 300 + text.length * 10)
}
