import { afterAll, beforeAll, expect, test } from 'vitest'
import type pg from 'pg'
import type { Fact } from '../../../../src/model/facts/fact.ts'
import { silentLog } from '../../../../src/adapters/log.ts'
import { createPool } from '../../../../src/adapters/prisma/pool.ts'
import { factRows } from '../../../../src/adapters/prisma/sql/reference.ts'
import { seedReferenceData } from '../../../../src/adapters/prisma/seed/index.ts'
import { freshDatabase } from '../../../support/database.ts'
import { FACTS } from '../../../model/library.ts'

let pool: pg.Pool
let drop: () => Promise<void>
beforeAll(async () => {
  const database = await freshDatabase()
  pool = createPool(database.url, silentLog)
  drop = database.drop
})
afterAll(async () => {
  await pool.end()
  await drop()
})

const placed = (facts: readonly Fact[]) =>
  new Map(facts.map((fact) => [[fact.key, fact.office, fact.validFrom].join(' '), fact]))
const rewritten = async () =>
  (
    await pool.query(
      'SELECT count(*)::int AS rows FROM fact WHERE xmin::text::int8 = (SELECT max(xmin::text::int8) FROM fact)',
    )
  ).rows[0].rows

test('processes that start together seed every fact once, as the file has it', async () => {
  await Promise.all(Array.from({ length: 8 }, () => seedReferenceData(pool)))
  const facts = await factRows(pool, {})
  expect(facts).toHaveLength(FACTS.length)
  expect(placed(facts)).toEqual(placed(FACTS))
})

test('a row that changed in the file follows it; the others are not written again', async () => {
  await pool.query(`UPDATE fact SET value = '1', note = 'old' WHERE key = 'adult.age'`)
  await seedReferenceData(pool)
  expect(await rewritten()).toBe(1)
  const age = (await factRows(pool, {})).find((fact) => fact.key === 'adult.age')
  expect(age).toMatchObject(FACTS.find((fact) => fact.key === 'adult.age')!)
})

test('a seeded row does not come beside one that an officer wrote for the same office and day', async () => {
  await pool.query(
    `UPDATE fact SET seed = NULL, value = '18', created_by = gen_random_uuid() WHERE key = 'adult.age'`,
  )
  await seedReferenceData(pool)
  const ages = (await factRows(pool, {})).filter((fact) => fact.key === 'adult.age')
  expect(ages.map((fact) => fact.value)).toEqual([18])
})
