import type { AuthenticationCreds } from '@whiskeysockets/baileys'
import type { WhatsAppKeyStore } from '../../../desk/ports/whatsapp.ts'
import { createSignalKeys, type AccountRows } from './signal-keys.ts'
import type { Baileys } from '../baileys.ts'

/** The linked account, or a new one still to be linked. */
export interface WhatsAppAccount {
  readonly rows: AccountRows
  readonly keys: ReturnType<typeof createSignalKeys>
  /** Who we are to WhatsApp. Baileys changes this object in place. */
  readonly creds: AuthenticationCreds
  /** Something in `creds` changed: it will be written, one write at a time. */
  markChanged(): void
  /** Resolves when the last change is written, or cannot be any more. */
  flush(): Promise<void>
}

/**
 * Asking for a pairing code fills `me` at once; with that, but no `account`, Baileys would log in instead of
 * registering and be refused.
 */
export function isHalfLinked({ me, account }: AuthenticationCreds): boolean {
  return Boolean(me && !account)
}

/** The account as stored; half-linked or missing, it begins anew. */
export async function loadAccount(
  store: WhatsAppKeyStore,
  session: string,
  rows: AccountRows,
  baileys: Baileys,
): Promise<WhatsAppAccount> {
  const { BufferJSON, initAuthCreds } = baileys
  const json = (await rows.load('creds', ['creds'])).get('creds')
  const saved: AuthenticationCreds | null = json ? JSON.parse(json, BufferJSON.reviver) : null
  if (saved && isHalfLinked(saved)) await store.wipe(session)
  const creds = saved && !isHalfLinked(saved) ? saved : initAuthCreds()
  const toRow = () => ({ type: 'creds', id: 'creds', value: JSON.stringify(creds, BufferJSON.replacer) })
  return {
    rows,
    keys: createSignalKeys(rows, baileys),
    creds,
    ...createSaver(() => rows.save([toRow()]), rows),
  }
}

const RETRY = 500

/** One write at a time, always of the newest; a failed one is tried again while the account is ours. */
function createSaver(
  save: () => Promise<void>,
  { isOwned: owned }: AccountRows,
): Pick<WhatsAppAccount, 'markChanged' | 'flush'> {
  let dirty = false
  let writing: Promise<void> | null = null

  async function write(): Promise<void> {
    while (dirty && owned()) {
      dirty = false
      await save().catch(again)
    }
    writing = null
  }

  async function again(): Promise<void> {
    dirty = true
    await new Promise<void>((resolve) => setTimeout(resolve, RETRY))
  }

  return {
    markChanged() {
      dirty = true
      writing ??= write()
    },
    flush: () => writing ?? Promise.resolve(),
  }
}
