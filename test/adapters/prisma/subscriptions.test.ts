import type { QuotaEntry } from '../../../src/model/imports/quota-row.ts'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createLedger } from '../../../src/adapters/prisma/ledger/index.ts'
import { createRegistryStore } from '../../../src/adapters/prisma/registry/index.ts'
import { createEncryption } from '../../../src/adapters/encryption.ts'
import type { CommitTurn, Ledger, SubscriptionChange } from '../../../src/desk/ports/ledger.ts'
import { openLedger, type TestLedger } from '../../support/ledger.ts'

const MINUTE = 60_000
/** The app's clock; the database has its own, as in a demonstration with a fixed date. */
const NOW = Date.parse('2026-11-21T02:00:00Z')

let pool: TestLedger['pool']
let prisma: TestLedger['prisma']
let close: TestLedger['close']
let newChat: TestLedger['newChat']
let ledger: Ledger
let chatId: string
let counter = 0

beforeAll(async () => {
  ;({ pool, prisma, ledger, newChat, close } = await openLedger())
})
afterAll(() => close())
beforeEach(async () => {
  chatId = await newChat()
})

async function turn(wishes: readonly SubscriptionChange[], chat = chatId): Promise<CommitTurn> {
  const { rows } = await pool.query('SELECT version FROM chat WHERE id = $1', [chat])
  return {
    chatId: chat,
    channel: 'telegram',
    version: rows[0].version,
    at: NOW,
    state: { v: 1 },
    applicantWrote: true,
    handled: [],
    outbound: [],
    newTickets: [],
    ticketChanges: [],
    subscriptions: wishes,
  }
}

const wish = async (...wishes: SubscriptionChange[]) => ledger.commit([await turn(wishes)])

const remind = (
  name: string,
  key: string,
  inMs: number,
  data: Record<string, string | number> = {},
): SubscriptionChange => ({
  do: 'remind',
  at: NOW + inMs,
  name,
  key,
  data,
})

const watch = (applicationId: string): SubscriptionChange => ({
  do: 'watch application',
  applicationId,
  status: 'DIPERIKSA',
  until: '2027-02-19',
})

async function timers(chat = chatId) {
  const { rows } = await pool.query(
    `SELECT name, key, round(extract(epoch FROM due_at - now()) / 60)::int AS minutes FROM timer
      WHERE chat_id = $1 AND done_at IS NULL ORDER BY name, key`,
    [chat],
  )
  return rows.map((row) => `${row.name} ${row.key} ${row.minutes}`)
}

const inputs = async (chat = chatId) => (await ledger.take([chat]))[0]!.inbox.map((one) => one.input)
const inboxRows = async () =>
  (await pool.query('SELECT count(*)::int AS n FROM inbound WHERE chat_id = $1', [chatId])).rows[0].n

describe('reminders', () => {
  test('are kept with the turn, as far from now as the app’s clock says', async () => {
    await wish(remind('pay', 'h-60', 60 * MINUTE), remind('pay', 'h-30', 90 * MINUTE))
    expect(await timers()).toEqual(['pay h-30 90', 'pay h-60 60'])
  })

  test('of the same name and key take each other’s place, in one turn and in the next', async () => {
    await wish(remind('pay', 'a', 5 * MINUTE), remind('pay', 'a', 10 * MINUTE))
    expect(await timers()).toEqual(['pay a 10'])
    await wish(remind('pay', 'a', 20 * MINUTE))
    expect(await timers()).toEqual(['pay a 20'])
  })

  test('of a name are forgotten together, and may be set anew in the same turn', async () => {
    await wish(remind('pay', 'a', MINUTE), remind('pay', 'b', MINUTE), remind('visit', 'c', MINUTE))
    await wish(
      remind('pay', 'z', MINUTE),
      { do: 'stop reminding', name: 'pay' },
      remind('pay', 'b', 9 * MINUTE),
    )
    expect(await timers()).toEqual(['pay b 9', 'visit c 1'])
  })

  test('of a turn that lost are not kept', async () => {
    const late = await turn([remind('pay', 'a', MINUTE)])
    await wish()
    expect((await ledger.commit([late])).won.size).toBe(0)
    expect(await timers()).toEqual([])
  })

  test('of one chat leave those of another alone', async () => {
    const other = await newChat()
    await ledger.commit([await turn([remind('pay', 'a', MINUTE)], other)])
    await wish({ do: 'stop reminding', name: 'pay' })
    expect(await timers(other)).toEqual(['pay a 1'])
  })
})

describe('what is due', () => {
  test('wakes its chat once, with what was asked to be remembered', async () => {
    await wish(
      remind('visit', 'h-1', -1, { day: '2026-11-23', office: 'KPG' }),
      remind('visit', 'later', MINUTE),
    )
    expect(await ledger.releaseTimers(1000)).toEqual([chatId])
    expect(await inputs()).toEqual([
      { kind: 'reminder', name: 'visit', data: { day: '2026-11-23', office: 'KPG' } },
    ])
    expect(await ledger.releaseTimers(1000)).toEqual([])
    expect(await timers()).toEqual(['visit later 1'])
  })

  test('is in the inbox once however many processes look at once', async () => {
    await wish(...Array.from({ length: 30 }, (_, n) => remind('pay', String(n), -1)))
    await Promise.all([1, 2, 3, 4].map(() => ledger.releaseTimers(10)))
    await ledger.releaseTimers(1000)
    expect(await inboxRows()).toBe(30)
  })

  test('and taken back by a crash before it was marked is refused the second time', async () => {
    await wish(remind('pay', 'a', -1))
    await ledger.releaseTimers(1000)
    await pool.query('UPDATE timer SET done_at = NULL WHERE chat_id = $1', [chatId])
    expect(await ledger.releaseTimers(1000)).toEqual([])
    expect(await inboxRows()).toBe(1)
  })

  test('may be set again once it has rung', async () => {
    await wish(remind('pay', 'a', -1))
    await ledger.releaseTimers(1000)
    await wish(remind('pay', 'a', 5 * MINUTE))
    expect(await timers()).toEqual(['pay a 5'])
  })

  test('rolls back as a whole when the process dies in the middle', async () => {
    await wish(remind('pay', 'a', -1))
    const client = await pool.connect()
    const { pid } = (await client.query('SELECT pg_backend_pid() AS pid')).rows[0]
    client.on('error', () => {})
    await client.query('BEGIN')
    await ledgerOn(client).releaseTimers(1000)
    await pool.query('SELECT pg_terminate_backend($1)', [pid])
    client.release(true)
    expect(await inboxRows()).toBe(0)
    // The dying process lets go of its rows a moment after it was told to; till then they are skipped, as they should be.
    await expect.poll(() => ledger.releaseTimers(1000), { timeout: 5000 }).toEqual([chatId])
    expect(await inboxRows()).toBe(1)
  })
})

const ledgerOn = (client: pg.PoolClient) => createLedger(client as unknown as pg.Pool, 1, 'KPG')

describe('watches', () => {
  const quota = async () =>
    (await pool.query('SELECT office, until, told_at FROM quota_watch WHERE chat_id = $1', [chatId])).rows
  const applications = async () =>
    (
      await pool.query('SELECT application_id AS id FROM application_watch WHERE chat_id = $1 ORDER BY 1', [
        chatId,
      ])
    ).rows.map((row) => row.id)

  test('of places: one a person, a new one takes its place, and it can be given up', async () => {
    await wish({ do: 'watch quota', office: 'KPG', until: '2026-12-21' })
    await wish({ do: 'watch quota', office: 'DPS', until: '2026-12-22' })
    expect(await quota()).toEqual([{ office: 'DPS', until: '2026-12-22', told_at: null }])
    await wish({ do: 'stop watching', what: 'quota' })
    expect(await quota()).toEqual([])
  })

  test('of applications: several, twice is once, and given up together', async () => {
    await wish(watch('a'), watch('b'))
    await wish(watch('a'))
    expect(await applications()).toEqual(['a', 'b'])
    await wish({ do: 'stop watching', what: 'applications' }, watch('b'))
    expect(await applications()).toEqual(['b'])
  })

  test('and reminders of many chats go in one commit', async () => {
    const chats = await Promise.all(Array.from({ length: 20 }, newChat))
    const turns = await Promise.all(
      chats.map((chat) =>
        turn([remind('pay', 'a', MINUTE), { do: 'watch quota', office: 'KPG', until: '2026-12-21' }], chat),
      ),
    )
    expect((await ledger.commit(turns)).won.size).toBe(20)
    for (const chat of chats) expect(await timers(chat)).toEqual(['pay a 1'])
  })
})

describe('a status that changes while its watch is on the way', () => {
  const encryption = createEncryption('a key for tests only')
  let number: string
  let id: string
  const watchIt = (): SubscriptionChange => ({
    do: 'watch application',
    applicationId: id,
    status: 'DIPERIKSA',
    until: '2027-02-19',
  })
  const enter = (status: 'DIPERIKSA' | 'DICETAK', on = pool) =>
    createRegistryStore(on, prisma, encryption).enterApplications(
      [{ number, birth: '1990-05-12', office: 'KPG', status, name: null, visitDay: null, interviewDay: null, issuedDay: null }],
      { by: 'test', at: NOW, office: null },
    ) // prettier-ignore
  const news = async () => {
    const { rows } = await pool.query('SELECT content FROM inbound WHERE chat_id = $1', [chatId])
    return rows.map(({ content }) => `${content.kind}: ${content.application.status}`)
  }
  /** Somebody waits for a row that somebody else holds. */
  const waits = async () => {
    await expect
      .poll(async () => {
        const { rows } = await pool.query(
          `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        )
        return rows[0].n
      })
      .toBe(1)
  }
  /** A pool whose commits wait for the test. */
  const slowToCommit = (gate: Promise<void>) =>
    ({
      connect: async () => {
        const client = await pool.connect()
        const query = async (...given: [never]) => {
          if ((given[0] as unknown) === 'COMMIT') await gate
          return client.query(...given)
        }
        return { query, release: (error?: Error) => client.release(error) }
      },
    }) as unknown as pg.Pool

  beforeEach(async () => {
    number = String(100_000_000_000 + ++counter)
    id = encryption.hash('application', number)
    await enter('DIPERIKSA')
  })

  test('and is entered before it is told at once, and once', async () => {
    await enter('DICETAK')
    const { woken } = await ledger.commit([await turn([watchIt()])])
    expect([...woken]).toEqual([chatId])
    expect(await news()).toEqual(['application changed: DICETAK'])
    await enter('DICETAK')
    expect(await news()).toHaveLength(1)
  })

  test('and has not changed wakes nobody', async () => {
    expect((await ledger.commit([await turn([watchIt()])])).woken.size).toBe(0)
    expect(await news()).toEqual([])
  })

  test('and is being entered when the watch is committed is told', async () => {
    let open = () => {}
    const entering = enter('DICETAK', slowToCommit(new Promise((resolve) => (open = resolve))))
    await expect
      .poll(async () => (await pool.query(`SELECT 1 FROM pg_locks WHERE relation = 'application'::regclass AND mode = 'RowShareLock'`)).rowCount)
      .toBeGreaterThan(0) // prettier-ignore
    const watching = ledger.commit([await turn([watchIt()])])
    await waits()
    open()
    await entering
    expect([...(await watching).woken]).toEqual([chatId])
    expect(await news()).toEqual(['application changed: DICETAK'])
  })

  test('and is entered while the watch is being committed is told', async () => {
    const client = await pool.connect()
    await client.query('BEGIN')
    await ledgerOn(client).commit([await turn([watchIt()])])
    const entering = enter('DICETAK')
    await waits()
    await client.query('COMMIT')
    client.release()
    expect((await entering).chatIds).toEqual([chatId])
    expect(await news()).toEqual(['application changed: DICETAK'])
  })

  test('and changed for many who watch is told to each, with all their turns in one commit', async () => {
    await enter('DICETAK')
    const chats = await Promise.all(Array.from({ length: 20 }, newChat))
    const turns = await Promise.all(chats.map((chat) => turn([watchIt()], chat)))
    expect((await ledger.commit(turns)).woken).toEqual(new Set(chats))
  })
})

describe('places that open', () => {
  const book = () => createRegistryStore(pool, prisma, createEncryption('a key for tests only'))
  const figure = (left: number, office = 'MTR') => ({
    office,
    unit: 'office' as const,
    lane: 'regular' as const,
    day: '2026-11-24',
    half: 'morning' as const,
    left,
  })
  const enter = (...figures: ReturnType<typeof figure>[]) =>
    book().enterFigures(figures, { by: 'test', at: NOW, office: null })
  const told = async (office: string) =>
    (
      await pool.query(
        `SELECT chat_id, round(extract(epoch FROM due_at - now()) / 60)::int AS minutes FROM timer
          WHERE key = $1 AND done_at IS NULL ORDER BY due_at`,
        [office],
      )
    ).rows

  test('are told to watchers in small waves in an order that favours nobody', async () => {
    const chats: string[] = []
    for (let n = 0; n < 25; n++) chats.push(await newChat())
    for (const chat of chats)
      await ledger.commit([await turn([{ do: 'watch quota', office: 'MTR', until: '2026-12-21' }], chat)])
    await enter(figure(3))
    const waves = await told('MTR')
    expect(waves.map((row) => row.minutes)).toEqual([
      ...Array(10).fill(0),
      ...Array(10).fill(3),
      ...Array(5).fill(6),
    ])
    expect(new Set(waves.map((row) => row.chat_id))).toEqual(new Set(chats))
    // 25 people in the very order in which they asked: one chance in 10^25
    expect(waves.map((row) => row.chat_id)).not.toEqual(chats)
  })

  test('reach the conversation with the figures, once for an opening', async () => {
    await wish({ do: 'watch quota', office: 'PTK', until: '2026-12-21' })
    await enter(figure(0, 'PTK'))
    expect(await told('PTK')).toHaveLength(0)
    await enter(figure(4, 'PTK'))
    expect(await ledger.releaseTimers(1000)).toContain(chatId)
    expect(await inputs()).toEqual([
      { kind: 'quota opened', office: 'PTK', figures: [{ ...figure(4, 'PTK'), enteredAt: NOW }] },
    ])
    await enter(figure(2, 'PTK'))
    expect(await told('PTK')).toHaveLength(0)
    await enter(figure(0, 'PTK'))
    await enter(figure(1, 'PTK'))
    expect(await told('PTK')).toHaveLength(1)
  })

  test('count only in the lane that is booked in the app, at the counter or a branch', async () => {
    const book = createRegistryStore(pool, prisma, createEncryption('a key for tests only'))
    const of = (part: Partial<QuotaEntry>) =>
      book.enterFigures([{ ...figure(4, 'TRK'), ...part }], { by: 'test', at: NOW, office: null })
    await wish({ do: 'watch quota', office: 'TRK', until: '2026-12-21' })
    await of({ lane: 'bap' })
    await of({ lane: 'express' })
    expect(await told('TRK')).toHaveLength(0)
    await of({ unit: 'ulp' })
    expect(await told('TRK')).toHaveLength(1)
    await ledger.releaseTimers(1000)
    await of({ unit: 'ulp', left: 0 })
    await of({ unit: 'ulp', left: 2 })
    expect(await told('TRK')).toHaveLength(1)
  })

  test('are not told to who gave up meanwhile, nor after the last day of the watch', async () => {
    await wish({ do: 'watch quota', office: 'BTM', until: '2026-12-21' })
    await enter(figure(4, 'BTM'))
    await wish({ do: 'stop watching', what: 'quota' })
    await ledger.releaseTimers(1000)
    expect(await inboxRows()).toBe(0)
    await wish({ do: 'watch quota', office: 'PDG', until: '2026-11-20' })
    await enter(figure(4, 'PDG'))
    expect(await told('PDG')).toHaveLength(0)
  })
})
