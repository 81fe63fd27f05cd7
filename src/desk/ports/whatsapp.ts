/** Where a linked WhatsApp account lives: its credentials, its Signal keys, and what it sent lately. */

/** One value; `null` deletes it. */
export interface WhatsAppKeyRow {
  readonly type: string
  readonly id: string
  readonly value: string | null
}

/** Values are the account itself: the adapter encrypts them and hashes the ids (they hold phone numbers). */
export interface WhatsAppKeyStore {
  /** Values by id; an unknown id is absent. Rejects when the database cannot be reached or the secret key is another. */
  load(session: string, type: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** All rows or none. */
  save(session: string, rows: readonly WhatsAppKeyRow[]): Promise<void>
  /** Forgets the account. */
  wipe(session: string): Promise<void>
  /** Deletes rows of one type last written more than `olderThanMs` ago. */
  purge(session: string, type: string, olderThanMs: number): Promise<void>
  /**
   * Makes this process the only owner of the number until the returned function is called, or `lost` is (once):
   * the database went away, and with it the proof. `null`: another process owns it.
   */
  own(session: string, lost: () => void): Promise<(() => Promise<void>) | null>
}
