import type { Message } from 'telegraf/types'
import type { InboundMessage } from '../../desk/ports/channel.ts'
import type { InboundContent, MediaKind, UnreadableKind } from '../../model/messages/content.ts'

export type ReceivedContent = Pick<InboundMessage, 'content' | 'file'>

/** What the Bot API says of a file. */
interface TelegramFile {
  readonly file_id: string
  readonly file_size?: number
}

/** Notices of Telegram itself in a private chat: nobody said anything. */
const NOTICES = [
  'pinned_message',
  'message_auto_delete_timer_changed',
  'write_access_allowed',
  'connected_website',
  'chat_background_set',
]

/** A message's content; null for Telegram's own notices. What we do not know is still answered, as `other`. */
export function readContent(message: Message, limit: number): ReceivedContent | null {
  if ('text' in message) return { content: { kind: 'text', text: command(message.text) } }
  const media = mediaOf(message, limit)
  if (media) return filed(media.media, media.file, 'caption' in message ? message.caption : '', limit)
  // a venue has a location too
  if ('location' in message) {
    const { latitude: lat, longitude: lng } = message.location
    return { content: { kind: 'location', lat, lng } }
  }
  if (NOTICES.some((notice) => notice in message)) return null
  return { content: { kind: 'unreadable', what: unreadable(message) } }
}

/** `/menu@our_bot` is how Telegram completes commands for some clients. */
function command(text: string): string {
  return text.startsWith('/') ? text.replace(/^(\/\w+)@\w+/, '$1') : text
}

function mediaOf(message: Message, limit: number): { media: MediaKind; file: TelegramFile } | null {
  if ('photo' in message) return { media: 'photo', file: largest(message.photo, limit) }
  // before `document`, which Telegram fills as well for old clients; a video without sound is sent as an animation
  if ('animation' in message) return { media: 'video', file: message.animation }
  if ('document' in message) return { media: 'document', file: message.document }
  if ('voice' in message) return { media: 'voice', file: message.voice }
  if ('audio' in message) return { media: 'voice', file: message.audio }
  if ('video' in message) return { media: 'video', file: message.video }
  if ('video_note' in message) return { media: 'video', file: message.video_note }
  return null
}

/** Sizes come smallest first: the largest within the limit, or the smallest of all. */
function largest(sizes: readonly TelegramFile[], limit: number): TelegramFile {
  return sizes.findLast((size) => !isTooLarge(size, limit)) ?? sizes[0]!
}

function isTooLarge({ file_size: bytes }: TelegramFile, limit: number): boolean {
  return bytes !== undefined && bytes > limit
}

function filed(
  media: MediaKind,
  file: TelegramFile,
  caption: string | undefined,
  limit: number,
): ReceivedContent {
  const content: InboundContent = { kind: 'media', media, caption: caption ?? '', file: null }
  if (isTooLarge(file, limit)) return { content: { ...content, refused: 'too-large' } }
  return { content, file: { ref: file.file_id } }
}

function unreadable(message: Message): UnreadableKind {
  const known = ['sticker', 'poll', 'contact'] as const
  return known.find((kind) => kind in message) ?? 'other'
}
