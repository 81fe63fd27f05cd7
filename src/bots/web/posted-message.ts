import type { IncomingHttpHeaders } from 'node:http'
import { z } from 'zod'
import type { InboundContent, MediaKind } from '../../model/messages/content.ts'

/** One thing the page posted, in the desk's words. */
export interface PostedMessage {
  readonly externalId: string
  readonly content: InboundContent
}

const id = z.uuid()
const MessageRequest = z.union([
  z.strictObject({ id, text: z.string().min(1) }),
  z.strictObject({
    id,
    choice: z.strictObject({ question: z.int().min(0), id: z.string().min(1).max(64) }),
  }),
])

/** A posted message `{id, text}` or `{id, choice: {question, id}}`; `null` when it is something else. */
export function parsePostedMessage(body: Buffer): PostedMessage | null {
  const parsed = MessageRequest.safeParse(tryJson(body))
  if (!parsed.success) return null
  const message = parsed.data
  const content: InboundContent =
    'text' in message ? { kind: 'text', text: message.text } : { kind: 'choice', ...message.choice }
  return { externalId: message.id, content }
}

/** A posted file: its id in `X-Client-Id`, the sender's word for its type in `Content-Type` (the desk looks at the bytes). */
export function parsePostedFile(headers: IncomingHttpHeaders): PostedMessage | null {
  const parsed = id.safeParse(headers['x-client-id'])
  if (!parsed.success) return null
  const media = mediaOf(headers['content-type'] ?? '')
  return { externalId: parsed.data, content: { kind: 'media', media, caption: '', file: null } }
}

function mediaOf(type: string): MediaKind {
  if (type.startsWith('image/')) return 'photo'
  if (type.startsWith('audio/')) return 'voice'
  return type.startsWith('video/') ? 'video' : 'document'
}

function tryJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return null
  }
}
