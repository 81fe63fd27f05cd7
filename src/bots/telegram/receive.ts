import type { CallbackQuery, Chat, Message, Update, User } from 'telegraf/types'
import type { InboundMessage } from '../../desk/ports/channel.ts'
import { readContent, type ReceivedContent } from './content.ts'

/**
 * A raw update as an inbound message; null for what is not ours to answer: groups and channels, Telegram's own notices,
 * buttons of somebody else. Pure. `limit` is the largest file we take, in bytes.
 */
export function toInboundMessage(update: Update, limit: number): InboundMessage | null {
  if ('message' in update) return fromMessage(update.message, limit)
  if ('callback_query' in update) return fromTap(update.callback_query)
  if ('edited_message' in update) return fromEdit(update.edited_message)
  if ('message_reaction' in update) return fromReaction(update.message_reaction)
  return null
}

function fromMessage(message: Message & { from?: User }, limit: number): InboundMessage | null {
  const found = readContent(message, limit)
  // with its time, because numbers begin anew when the office changes its bot, and its first messages would be taken for repeats
  return found && inboundFrom(message.chat, message.from, `m:${message.message_id}:${message.date}`, found)
}

const BUTTON = /^q:(\d{1,9}):(.+)$/

/** What a button carries: the number of its question and the id of its choice. */
export function encodeButtonData(question: number, choice: string): string {
  return `q:${question}:${choice}`
}

function fromTap(query: CallbackQuery): InboundMessage | null {
  const [, question, id] = BUTTON.exec('data' in query ? query.data : '') ?? []
  if (id === undefined || !query.message) return null
  const content = { kind: 'choice', question: Number(question), id } as const
  return inboundFrom(query.message.chat, query.from, `cb:${query.id}`, { content })
}

/** Each edit is a message of its own. A shared live location is edited every few seconds: that is not a word. */
function fromEdit(message: Message & { from?: User; edit_date: number }): InboundMessage | null {
  if ('location' in message) return null
  const id = `e:${message.message_id}:${message.edit_date}`
  return inboundFrom(message.chat, message.from, id, { content: { kind: 'unreadable', what: 'edited' } })
}

type Reaction = Update.MessageReactionUpdate['message_reaction']

function fromReaction({ chat, user, message_id, date, new_reaction: now }: Reaction): InboundMessage | null {
  if (now.length === 0) return null
  const id = `r:${message_id}:${date}`
  return inboundFrom(chat, user, id, { content: { kind: 'unreadable', what: 'reaction' } })
}

function inboundFrom(
  chat: Chat,
  from: User | undefined,
  externalId: string,
  found: ReceivedContent,
): InboundMessage | null {
  if (chat.type !== 'private') return null
  const name = [from?.first_name, from?.last_name].filter(Boolean).join(' ')
  return { channel: 'telegram', address: String(chat.id), ...(name && { name }), externalId, ...found }
}
