import type { SignalDataSet, SignalDataTypeMap, SignalKeyStore } from '@whiskeysockets/baileys'
import { LRUCache } from 'lru-cache'
import type { WhatsAppKeyRow, WhatsAppKeyStore } from '../../../desk/ports/whatsapp.ts'
import type { Baileys } from '../baileys.ts'
import { sleep } from '../sleep.ts'

const REMEMBERED = 20_000
/** A database away for longer ends the ownership, and with it the connection. */
const TRIES = 4
const PAUSE = 250

/** The rows of one account, for as long as this process owns it. */
export interface AccountRows {
  isOwned(): boolean
  load(type: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  save(rows: readonly WhatsAppKeyRow[]): Promise<void>
}

/**
 * Rows of `session` until `owned()` is false: a commit that was still being retried must not overwrite
 * what the next owner has written meanwhile.
 */
export function createAccountRows(
  store: WhatsAppKeyStore,
  session: string,
  owned: () => boolean,
): AccountRows {
  return {
    isOwned: owned,
    load: (type, ids) => store.load(session, type, ids),
    async save(rows) {
      if (!owned()) throw new Error('this process does not own the WhatsApp number any more')
      await store.save(session, rows)
    },
  }
}

/**
 * Signal keys (all ten types), written through to the store: a set is safe before it is believed.
 * The cache has no lock (Baileys' own holds one over every get and set, database writes included, and halves the
 * throughput), and holds JSON, so that nobody can change a cached value in place.
 */
export function createSignalKeys(rows: AccountRows, { BufferJSON, proto }: Baileys): SignalKeyStore {
  /** `json` is null where the store has nothing. */
  const cache = new LRUCache<string, { readonly json: string | null }>({ max: REMEMBERED })

  async function readKeys(type: string, ids: readonly string[]): Promise<Map<string, string | null>> {
    const found = new Map(ids.map((id) => [id, cache.get(`${type} ${id}`)]))
    const missing = ids.filter((id) => !found.get(id))
    const loaded = missing.length > 0 ? await rows.load(type, missing) : new Map<string, string>()
    for (const id of missing) {
      const key = `${type} ${id}`
      // a set that came in between knows better
      if (!cache.has(key)) cache.set(key, { json: loaded.get(id) ?? null })
      found.set(id, cache.get(key))
    }
    return new Map(ids.map((id) => [id, found.get(id)?.json ?? null]))
  }

  function revive<T extends keyof SignalDataTypeMap>(type: T, json: string): SignalDataTypeMap[T] {
    const value = JSON.parse(json, BufferJSON.reviver)
    return type === 'app-state-sync-key'
      ? (proto.Message.AppStateSyncKeyData.fromObject(value) as unknown as SignalDataTypeMap[T])
      : value
  }

  return {
    async get(type, ids) {
      const values: Record<string, SignalDataTypeMap[typeof type]> = {}
      for (const [id, json] of await readKeys(type, ids)) if (json !== null) values[id] = revive(type, json)
      return values
    },
    async set(data) {
      const changed = changes(data, (value) => JSON.stringify(value, BufferJSON.replacer))
      await insist(() => rows.save(changed), rows)
      for (const { type, id, value } of changed) cache.set(`${type} ${id}`, { json: value })
    },
  }
}

async function insist(save: () => Promise<void>, { isOwned: owned }: AccountRows): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await save()
    } catch (error) {
      if (tries === TRIES || !owned()) throw error
      await sleep(PAUSE)
    }
  }
}

function changes(data: SignalDataSet, toJson: (value: unknown) => string): WhatsAppKeyRow[] {
  return Object.entries(data).flatMap(([type, values]) =>
    Object.entries(values).map(([id, value]) => ({ type, id, value: value ? toJson(value) : null })),
  )
}
