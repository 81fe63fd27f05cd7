import { LRUCache } from 'lru-cache'
import type { InlineKeyboardMarkup } from 'telegraf/types'
import type { DeliveryResult, OutboundMessage } from '../../desk/ports/channel.ts'
import type { OutboundContent } from '../../model/messages/content.ts'
import { withNumberedChoices, splitText } from '../plain-text.ts'
import type { TelegramClient } from './client.ts'
import { CallError } from './call-error.ts'
import type { Keyboards } from './keyboards.ts'
import { encodeButtonData } from './receive.ts'
import { MAX_TEXT_LENGTH } from './settings.ts'

/** Telegram's limits for an inline keyboard. */
const DATA_BYTES = 64
const BUTTONS = 100
/** Half-sent long messages that are remembered, so that a retry goes on where it was cut. */
const REMEMBERED = 1000

/** Sends a message as plain text, its choices as one button a row; a long text in parts, the buttons under the last. */
export function createSender(
  client: TelegramClient,
  keyboards: Keyboards,
  within: number,
): (message: OutboundMessage) => Promise<DeliveryResult> {
  /** Parts already there, by message. */
  const begun = new LRUCache<string, number>({ max: REMEMBERED })

  /** A card's caption is short: it fits under the picture. */
  async function sendPicture({ to, content }: OutboundMessage, picture: Uint8Array): Promise<DeliveryResult> {
    const photo = { source: Buffer.from(picture), filename: 'tanyapaspor.png' }
    const sent = await client.call('sendPhoto', { chat_id: to, photo, caption: content.text }, within)
    return { ok: true, externalId: String(sent.message_id) }
  }

  async function sendParts({ id, to, content }: OutboundMessage): Promise<DeliveryResult> {
    const markup = keyboardOf(content)
    const parts = partsOf(markup ? content.text : withNumberedChoices(content))
    let sent: number | null = null
    const there = begun.get(id) ?? 0
    for (const [at, text] of parts.entries()) {
      if (at < there) continue
      const isLast = at === parts.length - 1
      const payload = { chat_id: to, text, ...(isLast && markup ? { reply_markup: markup } : {}) }
      sent = (await client.call('sendMessage', payload, within)).message_id
      if (!isLast) begun.set(id, at + 1)
    }
    begun.delete(id)
    if (sent === null) return { ok: false, failure: { kind: 'refused', detail: 'no text' } }
    if (markup) keyboards.track(to, sent)
    return { ok: true, externalId: String(sent) }
  }

  return async (message) => {
    try {
      return await (message.picture ? sendPicture(message, message.picture) : sendParts(message))
    } catch (error) {
      if (error instanceof CallError) return { ok: false, failure: error.failure }
      throw error
    }
  }
}

/** Pieces Telegram takes. It counts an emoji of two units as two, so a piece full of them is cut once more. */
function partsOf(text: string): string[] {
  if (text.length <= MAX_TEXT_LENGTH) return text.trim() === '' ? [] : [text]
  return splitText(text, MAX_TEXT_LENGTH).flatMap((part) =>
    part.length > MAX_TEXT_LENGTH ? splitText(part, MAX_TEXT_LENGTH / 2) : [part],
  )
}

/** One button a row; undefined when there are none, or when Telegram would refuse them: then they are numbered lines. */
function keyboardOf({ choices, question }: OutboundContent): InlineKeyboardMarkup | undefined {
  if (choices.length === 0 || choices.length > BUTTONS) return undefined
  const buttons = choices.map(({ id, label, number }, at) => ({
    text: `${number ?? at + 1}. ${label}`,
    callback_data: encodeButtonData(question, id),
  }))
  const fit = buttons.every((button) => Buffer.byteLength(button.callback_data) <= DATA_BYTES)
  return fit ? { inline_keyboard: buttons.map((button) => [button]) } : undefined
}
