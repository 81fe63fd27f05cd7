import type { proto } from '@whiskeysockets/baileys'
import type { AccountRows } from '../account/signal-keys.ts'
import type { Baileys } from '../baileys.ts'

/** Rows of what we sent, for phones that could not decrypt it and ask again. */
export const SENT_MESSAGE_TYPE = 'sent'
export const SENT_MESSAGE_TTL = 7 * 86_400_000

export async function saveSentMessage(
  { proto }: Baileys,
  rows: AccountRows,
  id: string,
  message: proto.IMessage,
): Promise<void> {
  const value = Buffer.from(proto.Message.encode(message).finish()).toString('base64')
  await rows.save([{ type: SENT_MESSAGE_TYPE, id, value }])
}

/** What was sent under this id in the last days; undefined when it is not known (any more). */
export async function findSentMessage(
  { proto }: Baileys,
  rows: AccountRows,
  id: string,
): Promise<proto.IMessage | undefined> {
  const value = (await rows.load(SENT_MESSAGE_TYPE, [id])).get(id)
  return value === undefined ? undefined : proto.Message.decode(Buffer.from(value, 'base64'))
}
