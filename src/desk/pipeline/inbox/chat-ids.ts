import { LRUCache } from 'lru-cache'
import { sanitizeText } from '../../../model/messages/text.ts'
import { createBatchLoader } from '../batch-loader.ts'
import { BATCH, LANES } from '../limits.ts'
import type { InboundMessage } from '../../ports/channel.ts'
import type { Encryption } from '../../ports/encryption.ts'
import type { ChatKey, Ledger } from '../../ports/ledger.ts'

interface ChatIdsDeps {
  readonly ledger: Pick<Ledger, 'chatIds'>
  readonly encryption: Encryption
}

/** Chats whose id is kept in memory at most. */
const CHATS = 50_000
/** Characters of a person's name that are kept. */
const NAME_MAX = 100

/** Chat id by address: remembered in memory, so that the second message of a chat costs no look-up. Rejects when the ledger does. */
export function createChatIds({
  ledger,
  encryption,
}: ChatIdsDeps): (message: InboundMessage) => Promise<string> {
  const known = new LRUCache<string, string>({ max: CHATS })
  const lookUp = createBatchLoader<ChatKey, string>((keys) => ledger.chatIds(keys), {
    lanes: LANES,
    max: BATCH,
  })
  return async (message) => {
    const key = `${message.channel}\0${message.address}`
    const found = known.get(key)
    if (found) return found
    const id = await lookUp(chatKey(message, encryption))
    known.set(key, id)
    return id
  }
}

function chatKey({ channel, address, name }: InboundMessage, encryption: Encryption): ChatKey {
  return {
    channel,
    addressHash: addressHash(encryption, channel, address),
    address: encryption.encrypt(address),
    name: name ? encryption.encrypt(sanitizeText(name).slice(0, NAME_MAX)) : null,
  }
}

/** The keyed hash a chat is looked up by. */
export function addressHash(encryption: Encryption, channel: string, address: string): string {
  return encryption.hash('chat', `${channel}\0${address}`)
}
