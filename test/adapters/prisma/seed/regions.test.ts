import { afterAll, beforeAll, expect, test } from 'vitest'
import type pg from 'pg'
import type { Region } from '../../../../src/model/offices/region.ts'
import { silentLog } from '../../../../src/adapters/log.ts'
import { createPool } from '../../../../src/adapters/prisma/pool.ts'
import { loadReference } from '../../../../src/adapters/prisma/reference/load.ts'
import { regionRows } from '../../../../src/adapters/prisma/sql/reference.ts'
import { seedReferenceData } from '../../../../src/adapters/prisma/seed/index.ts'
import { freshDatabase } from '../../../support/database.ts'
import { seeded } from '../../../model/library.ts'

let pool: pg.Pool
let drop: () => Promise<void>
beforeAll(async () => {
  const database = await freshDatabase()
  pool = createPool(database.url, silentLog)
  drop = database.drop
  await seedReferenceData(pool)
})
afterAll(async () => {
  await pool.end()
  await drop()
})

const region = async (name: string) => (await regionRows(pool, {})).find((one) => one.name === name)

test('conversations read every region as the file has it', async () => {
  const { library } = await loadReference(pool)
  expect(library.regions).toHaveLength(514)
  expect(seeded<readonly Region[]>('regions')).toMatchObject(library.regions)
})

test('an office that is retired serves no region any more; the others keep their order', async () => {
  await pool.query(`UPDATE office SET valid_to = current_date - 1 WHERE code = 'NGR'`)
  expect((await region('Badung'))?.offices).toEqual(['DPS'])
})

test('what an officer has confirmed stays, what is as it was is not written again', async () => {
  await pool.query(`UPDATE region SET offices = '{ATB}', confirmed_by = 'officer' WHERE name = 'Alor'`)
  await pool.query(`UPDATE region SET offices = '{ATB}' WHERE name = 'Lembata'`)
  const before = await untouched()
  await seedReferenceData(pool)
  expect((await region('Alor'))?.offices).toEqual(['ATB'])
  expect((await region('Lembata'))?.offices).toEqual(['MOF'])
  expect(await untouched()).toBe(before)
})

/** How many rows still stand as they were first written. */
async function untouched(): Promise<number> {
  const { rows } = await pool.query<{ same: number }>(
    `SELECT count(*)::int AS same FROM region WHERE xmin = (SELECT xmin FROM region WHERE name = 'Ende')`,
  )
  return rows[0]!.same
}
