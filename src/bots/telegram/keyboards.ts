import { LRUCache } from 'lru-cache'
import type { CallbackQuery, InlineKeyboardButton, Update } from 'telegraf/types'
import type { Log } from '../../desk/ports/log.ts'
import type { TelegramClient } from './client.ts'
import type { CallError } from './call-error.ts'
import { createRateLimiter } from './rate-limiter.ts'

/** Chats whose last keyboard is remembered; for a forgotten one an old keyboard stays, and its taps are still understood. */
const REMEMBERED = 20_000
/** A tidying call that takes longer is not worth waiting for (ms). */
const WITHIN = 10_000
/** Edits a second, as many as Telegram lets us speak: what comes in a rush is tidied a little later, not at the cost of words. */
const EDITS = 25
/** Edits that may wait; beyond it the oldest keyboards stay as they are. */
const WAITING = 2_000
const CHOSEN = '✓ '

/**
 * Keeps chats tidy: a question's buttons shrink to the chosen one, or go when the person typed.
 * Best effort: it costs one edit a turn, and nothing waits for it.
 */
export interface Keyboards {
  /** A message with buttons is the last one in this chat now. */
  track(chat: string, messageId: number): void
  /** Ends the waiting mark on tapped buttons; to be called at once, Telegram gives up on late answers. */
  acknowledgeTaps(updates: readonly Update[]): void
  /**
   * Marks or removes, when the result is called, the buttons that this update answers: those of this moment, not newer ones.
   * To be called when the update is safe.
   */
  prepareCleanup(update: Update): () => void
}

export function createKeyboards(client: TelegramClient, log: Log): Keyboards {
  const last = new LRUCache<string, number>({ max: REMEMBERED })
  const limiter = createRateLimiter(EDITS, WAITING)

  function failed(error: CallError): void {
    const { kind, retryAfterMs: afterMs } = error.failure
    if (kind === 'throttled') limiter.pause(afterMs ?? 0)
    // refused: gone, too old, or already as it should be
    else if (kind !== 'refused') log.warn('telegram keyboard left as it was', { failure: kind })
  }

  function edit(chat: string, messageId: number, buttons: InlineKeyboardButton[]): void {
    const markup = buttons.length > 0 ? { inline_keyboard: [buttons] } : undefined
    const payload = {
      chat_id: chat,
      message_id: messageId,
      reply_markup: markup,
      inline_message_id: undefined,
    }
    limiter.schedule(() => void client.call('editMessageReplyMarkup', payload, WITHIN).catch(failed))
  }

  function mark(query: CallbackQuery): void {
    const { message } = query
    if (!message) return
    const chat = String(message.chat.id)
    if (last.get(chat) === message.message_id) last.delete(chat)
    const chosen = chosenIn(query)
    if (chosen?.text.startsWith(CHOSEN)) return
    edit(chat, message.message_id, chosen ? [{ ...chosen, text: CHOSEN + chosen.text }] : [])
  }

  function typed(chat: string): () => void {
    const messageId = last.get(chat)
    if (messageId === undefined) return nothing
    return () => {
      if (!last.has(chat)) return
      if (last.get(chat) === messageId) last.delete(chat)
      edit(chat, messageId, [])
    }
  }

  return {
    track: (chat, messageId) => void last.set(chat, messageId),
    acknowledgeTaps(updates) {
      for (const update of updates)
        if ('callback_query' in update) {
          const payload = { callback_query_id: update.callback_query.id }
          client.call('answerCallbackQuery', payload, WITHIN).catch(failed)
        }
    },
    prepareCleanup(update) {
      if ('message' in update) return typed(String(update.message.chat.id))
      if ('callback_query' in update) return () => mark(update.callback_query)
      return nothing
    },
  }
}

const nothing = () => {}

/** The tapped button as the message shows it: it stays, so that the chat tells what was chosen. */
function chosenIn(query: CallbackQuery): InlineKeyboardButton | undefined {
  const { message } = query
  const rows = message && 'reply_markup' in message ? (message.reply_markup?.inline_keyboard ?? []) : []
  return rows
    .flat()
    .find((button) => 'callback_data' in button && 'data' in query && button.callback_data === query.data)
}
