import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded.ts'
import { TgFakeServer, type User } from '../peers/telegram/src/server.ts'
import { freshDatabase } from '../support/database.ts'
import { freePort } from '../support/redis.ts'
import { startSystem, temporaryFolder, type Running } from '../support/system.ts'
import { COMPLAINT, fileComplaint, telegramEnv } from '../support/telegram.ts'

/** Nothing is lost and nothing is done twice, whatever is killed in between. Real sockets, real processes, real kills. */

const CHATS = 200
/** Letters on their way to one platform at once: what a kill can leave unmarked. */
const IN_FLIGHT = 128

interface Ground {
  readonly databaseUrl: string
  /** Breaks something once and mends it. */
  readonly breakOnce: (running: Running, again: () => Promise<Running>) => Promise<Running>
  readonly close: () => Promise<void>
}

/** `times` breaks while everybody tells `rounds` complaints. */
function promise(name: string, times: number, rounds: number, prepare: () => Promise<Ground>): void {
  describe(name, () => {
    let peer: TgFakeServer
    let ground: Ground
    let folder: ReturnType<typeof temporaryFolder>
    let people: User[]
    let numbers: string[]
    let pool: pg.Pool
    let log = ''

    beforeAll(async () => {
      peer = await TgFakeServer.start()
      ground = await prepare()
      folder = temporaryFolder()
      const env = {
        ...telegramEnv(peer, await freePort()),
        DATABASE_URL: ground.databaseUrl,
        SECRET_KEY: 'the key of this test only',
        DATA_DIR: folder.path,
        LOG_LEVEL: 'debug',
        PACE: 'off', // the pace of the platform is not what is tried here
      }
      people = Array.from({ length: CHATS }, (_, at) => peer.addUser(`Orang ${at}`))
      let running = await startSystem(env)
      const talks = Promise.all(people.map((person) => complaints(person, rounds)))
      let through = false
      void talks.finally(() => (through = true)).catch(() => {})
      const logged = (one: Running) => (log += one.stdoutText() + one.stderrText())
      for (let broken = 0; broken < times; broken++) {
        await sleep(400)
        expect(through, 'the talk must last longer than the trouble for this test to mean anything').toBe(
          false,
        )
        const was = running
        running = await ground.breakOnce(running, () => startSystem(env))
        if (running !== was) logged(was)
      }
      numbers = (await talks).flat()
      pool = new pg.Pool({ connectionString: ground.databaseUrl, max: 2 })
      await settled(pool)
      await running.kill('SIGINT')
      logged(running)
    }, 240_000)

    afterAll(async () => {
      await pool.end()
      await peer.stop()
      await ground.close()
      folder.remove()
    })

    test('every message is answered, and everybody has a number of their own', () => {
      expect(new Set(numbers).size).toBe(CHATS * rounds)
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

    test('answers come in order in each chat; a message is doubled at most once for each break, and only in place', () => {
      for (const person of people) {
        const said = person.chat.botMessages.map((message) => message.text ?? '')
        const once = said.filter((text, at) => text !== said[at - 1])
        expect(once).toHaveLength(COMPLAINT.length * rounds)
        for (const [at, text] of once.entries()) expect(text).toMatch(COMPLAINT[at % COMPLAINT.length]!.reply)
        expect(said.length - once.length).toBeLessThanOrEqual(times)
      }
    })

    test('at most the letters in flight at a break are sent twice', async () => {
      const { rows } = await pool.query('SELECT count(*)::int AS letters FROM outbound')
      const shown = people.reduce((sum, person) => sum + person.chat.botMessages.length, 0)
      expect(shown - rows[0].letters).toBeGreaterThanOrEqual(0)
      expect(shown - rows[0].letters).toBeLessThanOrEqual(times * IN_FLIGHT)
    })

    test('no word, name or address of a person is in the log', () => {
      expect(log).not.toBe('')
      const secrets = ['Antre dari jam 6', 'Orang', ...people.map((person) => `"${person.chat.id}"`)]
      for (const secret of secrets) expect(log).not.toContain(secret)
    })
  })
}

promise(
  '200 people talk while the process is killed with -9 and started again five times',
  5,
  2,
  async () => {
    const database = await freshDatabase()
    return {
      databaseUrl: database.url,
      breakOnce: async (running, again) => {
        await running.kill('SIGKILL')
        return again()
      },
      close: database.drop,
    }
  },
)

promise('200 people talk while the database crashes and comes back three times', 3, 7, async () => {
  const folder = temporaryFolder()
  const settings = { port: String(await freePort()) }
  let postgres = await startEmbeddedPostgres(`${folder.path}/pg`, settings)
  return {
    databaseUrl: postgres.url,
    breakOnce: async (running) => {
      process.kill(postgres.pid, 'SIGQUIT') // immediate shutdown: no clean-up, recovery from the log at the next start
      await sleep(700)
      postgres = await startEmbeddedPostgres(`${folder.path}/pg`, settings)
      return running
    },
    close: async () => {
      await postgres.stop()
      folder.remove()
    },
  }
})

async function complaints(person: User, rounds: number): Promise<string[]> {
  const numbers: string[] = []
  while (numbers.length < rounds) numbers.push(await fileComplaint(person, 150_000))
  return numbers
}

async function settled(pool: pg.Pool): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const { rows } = await pool.query(
      `SELECT (SELECT count(*) FROM outbound WHERE state = 'pending') + (SELECT count(*) FROM inbound WHERE done_at IS NULL) AS left`,
    )
    if (rows[0].left === '0') return
    await sleep(100)
  }
}
