import type { CallbackQuery, InlineKeyboardButton, Update } from 'telegraf/types'
import type { Log } from '../../desk/ports.ts'
import type { Client } from './client.ts'
import type { CallFailed } from './failure.ts'

/** Chats whose last keyboard is remembered; for a forgotten one an old keyboard stays, and its taps are still understood. */
const REMEMBERED = 20_000
/** A tidying call that takes longer is not worth waiting for (ms). */
const WITHIN = 10_000
const CHOSEN = '✓ '

/**
 * Keeps chats tidy: every tap is answered, a question's buttons shrink to the chosen one, or go when the person typed.
 * All of it is best effort, costs one edit a turn, and nothing waits for it.
 */
export interface Keyboards {
  /** A message with buttons is the last one in this chat now. */
  shown(chat: string, messageId: number): void
  /** Ends the waiting mark on a tapped button; to be called at once, Telegram gives up on late answers. */
  answer(queryId: string): void
  /**
   * Marks or removes, when the result is called, the buttons that this update answers: those of this moment, not newer ones.
   * To be called when the update is safe.
   */
  answeredBy(update: Update): () => void
}

export function createKeyboards(client: Client, log: Log, now: () => number): Keyboards {
  const last = new Map<string, number>()
  let quietUntil = 0

  function failed(error: CallFailed): void {
    const { kind, afterMs } = error.failure
    if (kind === 'throttled') quietUntil = now() + (afterMs ?? 0)
    // refused: gone, too old, or already as it should be
    else if (kind !== 'refused') log.warn('telegram keyboard left as it was', { failure: kind })
  }

  function edit(chat: string, messageId: number, buttons: InlineKeyboardButton[]): void {
    if (now() < quietUntil) return
    const markup = buttons.length > 0 ? { inline_keyboard: [buttons] } : undefined
    const payload = {
      chat_id: chat,
      message_id: messageId,
      reply_markup: markup,
      inline_message_id: undefined,
    }
    client.call('editMessageReplyMarkup', payload, WITHIN).catch(failed)
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
    shown(chat, messageId) {
      last.delete(chat)
      if (last.size >= REMEMBERED) last.delete(last.keys().next().value!)
      last.set(chat, messageId)
    },
    answer(queryId) {
      client.call('answerCallbackQuery', { callback_query_id: queryId }, WITHIN).catch(failed)
    },
    answeredBy(update) {
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
