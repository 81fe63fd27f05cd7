import type pg from 'pg'
import type { Encryption } from '../../../desk/ports/encryption.ts'
import type { EntryResult, EntrySource } from '../../../desk/ports/registry.ts'
import type { ApplicationEntry } from '../../../model/imports/application-row.ts'
import { inTransaction } from '../pool.ts'
import { enterRows, idsOfOtherOffices, lockApplications } from '../sql/registry/applications.ts'
import { applicationId, birthHash } from './identity.ts'

/** See `RegistryStore.enterApplications`. */
export async function enterApplications(
  pool: pg.Pool,
  encryption: Encryption,
  entries: readonly ApplicationEntry[],
  source: EntrySource,
): Promise<EntryResult> {
  const known = entries.map((entry) => ({ ...entry, id: applicationId(encryption, entry.number) }))
  // of rows of the same number the last counts
  const last = new Map(known.map((entry) => [entry.id, entry]))
  const rows = [...last.values()].map(({ birth, number, ...entry }) => ({
    ...entry,
    number: encryption.encrypt(number),
    birthHash: birthHash(encryption, number, birth),
  }))
  const result = await inTransaction(pool, async (client) => {
    await lockApplications(client, { ids: rows.map((row) => row.id) })
    return enterRows(client, { rows, ...source })
  })
  const entered = new Set(result.flatMap((row) => row.id ?? []))
  return {
    refused: known.flatMap(({ id }, index) => (entered.has(id) ? [] : [index])),
    chatIds: [...new Set(result.flatMap((row) => row.chatId ?? []))],
  }
}

/** See `RegistryStore.othersApplications`. */
export async function applicationsOfOtherOffices(
  pool: pg.Pool,
  encryption: Encryption,
  rows: readonly ApplicationEntry[],
  office: string | null,
): Promise<readonly number[]> {
  if (office === null) return []
  const ids = rows.map((row) => applicationId(encryption, row.number))
  const others = new Set((await idsOfOtherOffices(pool, { ids, office })).map((row) => row.id))
  return ids.flatMap((id, at) => (others.has(id) ? [at] : []))
}
