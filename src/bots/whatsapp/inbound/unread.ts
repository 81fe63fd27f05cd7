import type { WAMessage } from '@whiskeysockets/baileys'
import { LRUCache } from 'lru-cache'

type Key = WAMessage['key']

export interface UnreadMessages {
  add(address: string, key: Key): void
  /** Takes the chat's keys away. */
  take(address: string): Key[]
}

const CHATS = 5_000
const PER_CHAT = 50

/** What people wrote since we last answered them: marked as read when the answer goes out, as a person would. */
export function createUnreadMessages(): UnreadMessages {
  const chats = new LRUCache<string, Key[]>({ max: CHATS })
  return {
    add(address, key) {
      const keys = chats.get(address) ?? []
      chats.set(address, [...keys, key].slice(-PER_CHAT))
    },
    take(address) {
      const keys = chats.get(address) ?? []
      chats.delete(address)
      return keys
    },
  }
}
