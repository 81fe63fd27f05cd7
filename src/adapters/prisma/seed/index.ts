import { readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import type { Fact } from '../../../model/facts/fact.ts'
import { seedFacts } from './facts.ts'

interface Seeded {
  readonly table: string
  readonly key: string
  /** Column → SQL type, in the snake_case of the table; the JSON file uses camelCase. */
  readonly columns: Readonly<Record<string, string>>
}

const DATED = { source: 'text', confirmed_by: 'text', valid_from: 'date', valid_to: 'date' }

/** Reference data by file of prisma/data. */
const SEEDED: Readonly<Record<string, Seeded>> = {
  offices: {
    table: 'office',
    key: 'code',
    columns: {
      code: 'text',
      name: 'text',
      kind: 'text',
      city: 'text',
      province: 'text',
      zone: 'text',
      aliases: 'text[]',
      notes: 'text',
      ...DATED,
    },
  },
  categories: {
    table: 'category',
    key: 'code',
    columns: {
      code: 'text',
      group: 'text',
      position: 'int',
      servqual: 'text',
      sla: 'text',
      confidential: 'bool',
      label: 'text',
      ...DATED,
    },
  },
  holidays: {
    table: 'holiday',
    key: 'date',
    columns: { date: 'date', name: 'text', status: 'text', source: 'text' },
  },
}

/**
 * Upserts `prisma/data/*.json`, one statement a file. Rows an officer has confirmed are left as they are:
 * what people on the spot know beats what a desk study found. Nothing is ever deleted.
 */
export async function seedReferenceData(pool: pg.Pool, dir = 'prisma/data'): Promise<void> {
  for (const [file, seeded] of Object.entries(SEEDED)) {
    const rows = read<Record<string, unknown>>(dir, file)
    await pool.query(upsert(seeded), [JSON.stringify(rows.map(snaked))])
  }
  await seedFacts(pool, read<Fact>(dir, 'facts'))
}

function read<Row>(dir: string, file: string): Row[] {
  return JSON.parse(readFileSync(path.join(dir, `${file}.json`), 'utf8')) as Row[]
}

function upsert({ table, key, columns }: Seeded): string {
  const names = Object.keys(columns).map((name) => `"${name}"`)
  const typed = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`)
  const updates = names.filter((name) => name !== `"${key}"`).map((name) => `${name} = excluded.${name}`)
  const guard = 'confirmed_by' in columns ? ` WHERE ${table}.confirmed_by IS NULL` : ''
  return `INSERT INTO ${table} (${names.join(', ')}) SELECT ${names.join(', ')} FROM jsonb_to_recordset($1::jsonb) x(${typed.join(', ')})
    ON CONFLICT ("${key}") DO UPDATE SET ${updates.join(', ')}${guard}`
}

function snaked(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  )
}
