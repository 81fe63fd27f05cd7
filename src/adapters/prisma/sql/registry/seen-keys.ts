import { unprepared } from '../statement.ts'

// SQL because the keys of an import live in a temporary table of one connection: ten million cost disk, not memory.

export const createSeenTable = unprepared<Record<string, never>, never>(
  'CREATE TEMP TABLE seen_key (key text PRIMARY KEY)',
)

/** Those that were not there yet. */
export const insertSeenKeys = unprepared<{ readonly keys: readonly string[] }, { key: string }>(
  'INSERT INTO seen_key SELECT DISTINCT unnest(:keys::text[]) ON CONFLICT DO NOTHING RETURNING key',
)

export const dropSeenTable = unprepared<Record<string, never>, never>('DROP TABLE seen_key')
