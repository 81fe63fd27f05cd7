import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../src/adapters/postgres/embedded.ts'
import { isProcessAlive } from '../../../src/adapters/postgres/file-lock.ts'
import { temporaryFolder } from '../../support/system.ts'

let folder: ReturnType<typeof temporaryFolder>
let postgres: EmbeddedPostgres

beforeEach(async () => {
  folder = temporaryFolder()
  postgres = await startEmbeddedPostgres(`${folder.path}/pg`)
})

afterEach(async () => {
  await postgres.stop()
  folder.remove()
})

async function ask(sql: string): Promise<unknown[]> {
  const client = new pg.Client(postgres.url)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('five that start at the same moment share one server', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => startEmbeddedPostgres(`${folder.path}/pg`)))
  expect(new Set(all.map((one) => one.pid)).size).toBe(1)
})

test('a server that dies comes back by itself with everything that was committed', async () => {
  await ask('CREATE TABLE kept (x int)')
  await ask('INSERT INTO kept VALUES (1)')
  const was = postgres.pid
  process.kill(was, 'SIGKILL')
  await expect.poll(() => ask('SELECT x FROM kept').catch(() => []), { timeout: 15_000 }).toEqual([{ x: 1 }])
  await expect.poll(() => postgres.pid).not.toBe(was)
})

test('who stops while another still uses the server leaves it running', async () => {
  const other = new pg.Client(postgres.url)
  await other.connect()
  await postgres.stop()
  expect(isProcessAlive(postgres.pid)).toBe(true)
  await other.end()
  await expect
    .poll(async () => {
      await postgres.stop()
      return isProcessAlive(postgres.pid)
    })
    .toBe(false)
})

test('letters outside ASCII are compared as people do', async () => {
  expect(await ask(`SELECT lower('É') AS small, 'Ñ' ILIKE 'ñ' AS same`)).toEqual([{ small: 'é', same: true }])
})
