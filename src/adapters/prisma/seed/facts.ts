import type pg from 'pg'
import type { Fact } from '../../../model/facts/fact.ts'
import { newId } from '../../ids.ts'
import { upsertFacts } from '../sql/seed.ts'
import { json } from '../sql/statement.ts'

/** Upserts the seeded facts by where they stand in the file. */
export async function seedFacts(pool: pg.Pool, facts: readonly Fact[]): Promise<void> {
  const rows = facts.map((fact) => ({ id: newId(), seed: seedOf(fact), ...fact }))
  await upsertFacts(pool, { rows: json(rows) })
}

function seedOf({ key, office, validFrom }: Fact): string {
  return [key, office ?? '', validFrom ?? ''].join('|')
}
