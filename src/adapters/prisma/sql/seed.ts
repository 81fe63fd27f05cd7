import { unprepared, type Statement } from './statement.ts'

// SQL because a whole file is one statement that leaves alone what an officer has confirmed, and writes nothing that is as it was.

export interface SeededTable {
  readonly table: string
  readonly key: string
  /** Column → SQL type, in the snake_case of the table. */
  readonly columns: Readonly<Record<string, string>>
}

export function upsertRows({
  table,
  key,
  columns,
}: SeededTable): Statement<{ readonly rows: string }, never> {
  const names = Object.keys(columns).map((name) => `"${name}"`)
  const typed = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`)
  const others = names.filter((name) => name !== `"${key}"`)
  const updates = others.map((name) => `${name} = excluded.${name}`)
  const row = (of: string) => `(${others.map((name) => `${of}.${name}`).join(', ')})`
  const guard = 'confirmed_by' in columns ? ` AND ${table}.confirmed_by IS NULL` : ''
  return unprepared(
    `INSERT INTO ${table} (${names.join(', ')}) SELECT ${names.join(', ')} FROM json_to_recordset(:rows::json) x(${typed.join(', ')})
    ON CONFLICT ("${key}") DO UPDATE SET ${updates.join(', ')}
    WHERE ${row(table)} IS DISTINCT FROM ${row('excluded')}${guard}`,
  )
}

/** The advisory lock of who seeds: processes may start together. */
const SEEDING = 7271

/**
 * Facts by where they stand in the file. A row that an officer has confirmed, changed or retired stays as it is, and a seeded row
 * never joins one that an officer wrote for the same key, office and day: the office knows better.
 */
export const upsertFacts = unprepared<{ readonly rows: string }, never>(
  `WITH alone AS MATERIALIZED (SELECT pg_advisory_xact_lock(${SEEDING}))
    INSERT INTO fact (id, seed, key, office, value, valid_from, valid_to, source, confidence, year, confirmed_by, note)
    SELECT x.id, x.seed, x.key, x.office, coalesce(x.value, 'null'::jsonb), x."validFrom", x."validTo", x.source, x.confidence, x.year, x."confirmedBy", x.note
    FROM alone, json_to_recordset(:rows::json) x(id uuid, seed text, key text, office text, value jsonb, "validFrom" date, "validTo" date,
      source text, confidence "FactConfidence", year int, "confirmedBy" text, note text)
    WHERE NOT EXISTS (SELECT 1 FROM fact f WHERE f.key = x.key AND f.office IS NOT DISTINCT FROM x.office
      AND f.valid_from IS NOT DISTINCT FROM x."validFrom" AND f.retired_at IS NULL AND f.seed IS DISTINCT FROM x.seed)
  ON CONFLICT (seed) DO UPDATE SET value = excluded.value, valid_to = excluded.valid_to, source = excluded.source,
    confidence = excluded.confidence, year = excluded.year, note = excluded.note
  WHERE fact.confirmed_at IS NULL AND fact.retired_at IS NULL
    AND (fact.value, fact.valid_to, fact.source, fact.confidence, fact.year, fact.note)
      IS DISTINCT FROM (excluded.value, excluded.valid_to, excluded.source, excluded.confidence, excluded.year, excluded.note)`,
)
