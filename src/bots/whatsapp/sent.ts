import type { proto } from '@whiskeysockets/baileys'
import type { Rows } from './keys.ts'
import type { Library } from './library.ts'

/** Rows of what we sent, for phones that could not decrypt it and ask again. */
export const SENT = 'sent'
export const SENT_KEPT = 7 * 86_400_000

export async function keepSent(
  { proto }: Library,
  rows: Rows,
  id: string,
  message: proto.IMessage,
): Promise<void> {
  const value = Buffer.from(proto.Message.encode(message).finish()).toString('base64')
  await rows.save([{ type: SENT, id, value }])
}

/** What was sent under this id in the last days; undefined when it is not known (any more). */
export async function sentMessage(
  { proto }: Library,
  rows: Rows,
  id: string,
): Promise<proto.IMessage | undefined> {
  const value = (await rows.load(SENT, [id])).get(id)
  return value === undefined ? undefined : proto.Message.decode(Buffer.from(value, 'base64'))
}
