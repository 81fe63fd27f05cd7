import type { SignalKeyStore, WASocket } from '@whiskeysockets/baileys'

/**
 * A cure for what transactions do in 7.0.0-rc14. They hold back what is set until they end, and follow the async context:
 * - a send ends after its message has left. An answer decrypted meanwhile starts from the session before the send, one of
 *   the two overwrites the other, and the phone cannot read what comes next. A kill in between uses one key twice.
 * - libsignal runs what waits for a session in the context of whoever came first: set in a transaction that is over, it is lost.
 * - so is the privacy token issued after a send: every send would ask for one again, and its protection (463) never come.
 * Written at once, nothing is held back; libsignal lets one thing at a time happen to a session.
 */
export function writeThrough({ authState }: WASocket, store: SignalKeyStore): void {
  authState.keys.get = store.get
  authState.keys.set = store.set
}
