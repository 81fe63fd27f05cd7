import { readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import type { Fact } from '../../../model/facts/fact.ts'
import { upsertRows, type SeededTable } from '../sql/seed.ts'
import { json } from '../sql/statement.ts'
import { seedFacts } from './facts.ts'

const DATED = { source: 'text', confirmed_by: 'text', valid_from: 'date', valid_to: 'date' }

/** Reference data by file of prisma/data. */
const SEEDED: Readonly<Record<string, SeededTable>> = {
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
  regions: {
    table: 'region',
    key: 'code',
    columns: {
      code: 'text',
      name: 'text',
      kind: '"RegionKind"',
      province: 'text',
      aliases: 'text[]',
      offices: 'text[]',
      basis: '"RegionBasis"',
      source: 'text',
      confirmed_by: 'text',
    },
  },
  categories: {
    table: 'category',
    key: 'code',
    columns: {
      code: 'text',
      group: 'text',
      position: 'int',
      servqual: '"Servqual"',
      sla: '"SlaClass"',
      confidential: 'bool',
      label: '"ComplaintLabel"',
      ...DATED,
    },
  },
  holidays: {
    table: 'holiday',
    key: 'date',
    columns: { date: 'date', name: 'text', status: '"HolidayStatus"', source: 'text' },
  },
}

/**
 * Upserts `prisma/data/*.json`, one statement a file. Rows an officer has confirmed are left as they are:
 * what people on the spot know beats what was read up from afar. Nothing is ever deleted.
 * @throws when a file is missing or no JSON, and when a value is none of the closed list of its column.
 */
export async function seedReferenceData(pool: pg.Pool, dir = 'prisma/data'): Promise<void> {
  for (const [file, table] of Object.entries(SEEDED)) {
    const rows = readRows<Record<string, unknown>>(dir, file)
    await upsertRows(table)(pool, { rows: json(rows.map(snaked)) })
  }
  await seedFacts(pool, readRows<Fact>(dir, 'facts'))
}

function readRows<Row>(dir: string, file: string): Row[] {
  return JSON.parse(readFileSync(path.join(dir, `${file}.json`), 'utf8')) as Row[]
}

function snaked(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  )
}
