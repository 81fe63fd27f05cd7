import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TgFakeServer, type User } from '../peers/telegram/src/server.ts'
import { freshDatabase } from '../support/database.ts'
import { freePort } from '../support/redis.ts'
import { startSystem, temporaryFolder } from '../support/system.ts'
import { COMPLAINT, complain, telegramEnv } from '../support/telegram.ts'

/** Nothing is lost and nothing is done twice, whatever is killed in between. Real sockets, real processes, real kills. */

const CHATS = 200
const KILLS = 5

describe('200 people talk at once while the process is killed with -9 and started again five times', () => {
  let peer: TgFakeServer
  let database: Awaited<ReturnType<typeof freshDatabase>>
  let folder: ReturnType<typeof temporaryFolder>
  let people: User[]
  let numbers: string[]
  let pool: pg.Pool
  let log = ''

  beforeAll(async () => {
    peer = await TgFakeServer.start()
    database = await freshDatabase()
    folder = temporaryFolder()
    pool = new pg.Pool({ connectionString: database.url, max: 2 })
    const env = {
      ...telegramEnv(peer, await freePort()),
      DATABASE_URL: database.url,
      SECRET_KEY: 'the key of this test only',
      DATA_DIR: folder.path,
      LOG_LEVEL: 'debug',
      PACE: 'off', // the pace of the platform is not what is tried here
    }
    people = Array.from({ length: CHATS }, (_, at) => peer.addUser(`Orang ${at}`))
    let running = await startSystem(env)
    const talks = Promise.all(people.map((person) => complain(person, 150_000)))
    let through = false
    void talks.finally(() => (through = true)).catch(() => {})
    let kills = 0
    for (; kills < KILLS && !through; kills++) {
      await sleep(400)
      await running.kill('SIGKILL')
      log += running.said() + running.complained()
      running = await startSystem(env)
    }
    expect(kills, 'the talk must last longer than the kills for this test to mean anything').toBe(KILLS)
    numbers = await talks
    await settled(pool)
    await running.kill('SIGINT')
    log += running.said() + running.complained()
  }, 240_000)

  afterAll(async () => {
    await pool.end()
    await peer.stop()
    await database.drop()
    folder.remove()
  })

  test('every message is answered, and everybody has a number of their own', () => {
    expect(new Set(numbers).size).toBe(CHATS)
  })

  test('every confirmed complaint is exactly one ticket', async () => {
    const { rows } = await pool.query('SELECT number FROM ticket')
    expect(rows.map((row) => row.number).sort()).toEqual([...numbers].sort())
  })

  test('nothing is left in the inbox or the outbox', async () => {
    const { rows } = await pool.query(
      `SELECT (SELECT count(*) FROM inbound WHERE done_at IS NULL)::int AS unread,
        (SELECT count(*) FROM outbound WHERE state <> 'sent')::int AS unsent`,
    )
    expect(rows).toEqual([{ unread: 0, unsent: 0 }])
  })

  test('answers come in order in each chat; a message is doubled at most once for each kill, and only in place', () => {
    for (const person of people) {
      const said = person.chat.botMessages.map((message) => message.text ?? '')
      const once = said.filter((text, at) => text !== said[at - 1])
      expect(once).toHaveLength(COMPLAINT.length)
      for (const [at, { hears }] of COMPLAINT.entries()) expect(once[at]).toMatch(hears)
      expect(said.length - once.length).toBeLessThanOrEqual(KILLS)
    }
  })

  test('at most the letters in flight at a kill are sent twice', async () => {
    const { rows } = await pool.query('SELECT count(*)::int AS letters FROM outbound')
    const shown = people.reduce((sum, person) => sum + person.chat.botMessages.length, 0)
    const inFlight = 128 // letters on their way to one platform at once
    expect(shown - rows[0].letters).toBeGreaterThanOrEqual(0)
    expect(shown - rows[0].letters).toBeLessThanOrEqual(KILLS * inFlight)
  })

  test('no word, name or address of a person is in the log', () => {
    expect(log).not.toBe('')
    for (const secret of ['Kode dari email', 'Orang', ...people.map((person) => `"${person.chat.id}"`)])
      expect(log).not.toContain(secret)
  })
})

async function settled(pool: pg.Pool): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const { rows } = await pool.query(
      `SELECT (SELECT count(*) FROM outbound WHERE state = 'pending') + (SELECT count(*) FROM inbound WHERE done_at IS NULL) AS left`,
    )
    if (rows[0].left === '0') return
    await sleep(100)
  }
}
