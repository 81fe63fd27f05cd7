import type pg from 'pg'
import type { Fact } from '../../../model/facts/fact.ts'
import { newId } from '../../ids.ts'

/** The advisory lock of who seeds: processes may start together. */
const SEEDING = 7271

/**
 * Upserts the seeded facts by where they stand in the file. A row that an officer has confirmed, changed or retired stays as it
 * is, and a seeded row never joins one that an officer wrote for the same key, office and day: the office knows better.
 */
export async function seedFacts(pool: pg.Pool, facts: readonly Fact[]): Promise<void> {
  const rows = facts.map((fact) => ({ id: newId(), seed: seedOf(fact), ...fact }))
  await pool.query(
    `WITH alone AS MATERIALIZED (SELECT pg_advisory_xact_lock($2))
      INSERT INTO fact (id, seed, key, office, value, valid_from, valid_to, source, confidence, confirmed_by, note)
      SELECT x.id, x.seed, x.key, x.office, coalesce(x.value, 'null'::jsonb), x."validFrom", x."validTo", x.source, x.confidence, x."confirmedBy", x.note
      FROM alone, jsonb_to_recordset($1::jsonb) x(id uuid, seed text, key text, office text, value jsonb, "validFrom" date, "validTo" date,
        source text, confidence text, "confirmedBy" text, note text)
      WHERE NOT EXISTS (SELECT 1 FROM fact f WHERE f.key = x.key AND f.office IS NOT DISTINCT FROM x.office
        AND f.valid_from IS NOT DISTINCT FROM x."validFrom" AND f.retired_at IS NULL AND f.seed IS DISTINCT FROM x.seed)
    ON CONFLICT (seed) DO UPDATE SET value = excluded.value, valid_to = excluded.valid_to, source = excluded.source,
      confidence = excluded.confidence, note = excluded.note
    WHERE fact.confirmed_at IS NULL AND fact.retired_at IS NULL
      AND (fact.value, fact.valid_to, fact.source, fact.confidence, fact.note)
        IS DISTINCT FROM (excluded.value, excluded.valid_to, excluded.source, excluded.confidence, excluded.note)`,
    [JSON.stringify(rows), SEEDING],
  )
}

function seedOf({ key, office, validFrom }: Fact): string {
  return [key, office ?? '', validFrom ?? ''].join('|')
}
