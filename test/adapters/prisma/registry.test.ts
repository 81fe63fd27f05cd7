import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createLookupAttempts,
  createRegistryStore,
  createLocalRegistry,
} from '../../../src/adapters/prisma/registry/index.ts'
import { createEncryption } from '../../../src/adapters/encryption.ts'
import { createQueries } from '../../../src/desk/pipeline/turns/queries.ts'
import type { Ledger } from '../../../src/desk/ports/ledger.ts'
import type { Registry, RegistryStore } from '../../../src/desk/ports/registry.ts'
import type { ApplicationEntry } from '../../../src/model/imports/application-row.ts'
import { openLedger, type TestLedger } from '../../support/ledger.ts'

const NOW = Date.parse('2026-11-21T02:00:00Z')
const DAY = '2026-11-21'
const SOURCE = { by: 'test', at: NOW, office: null }

let pool: TestLedger['pool']
let prisma: TestLedger['prisma']
let close: TestLedger['close']
let newChat: TestLedger['newChat']
let ledger: Ledger
let registry: Registry
let book: RegistryStore
let ask: ReturnType<typeof createQueries>
let chatId: string

beforeAll(async () => {
  const encryption = createEncryption('a key for tests only')
  ;({ pool, prisma, ledger, newChat, close } = await openLedger())
  registry = createLocalRegistry(pool, encryption)
  book = createRegistryStore(pool, prisma, encryption)
  ask = createQueries({ ledger, registry, attempts: createLookupAttempts(pool) })
})
afterAll(() => close())
beforeEach(async () => {
  chatId = await newChat()
})

function entry(number: string, rest: Partial<ApplicationEntry> = {}): ApplicationEntry {
  return {
    number,
    birth: '1990-05-12',
    office: 'KPG',
    status: 'TERJADWAL',
    name: 'Ma*** Ke**',
    visitDay: '2026-11-23',
    interviewDay: null,
    issuedDay: null,
    ...rest,
  }
}

const status = (number: string, birth = '1990-05-12', chat = chatId) =>
  ask(chat, { of: 'application', number, birth }, DAY)
const found = async (...asked: Parameters<typeof status>) => {
  const answer = await status(...asked)
  return answer.of === 'application' ? answer.found : null
}

describe('an application', () => {
  test('is told to who knows number and birth date', async () => {
    await book.enterApplications([entry('111122223333')], SOURCE)
    expect(await found('111122223333')).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{64}$/),
      office: 'KPG',
      status: 'TERJADWAL',
      name: 'Ma*** Ke**',
      visitDay: '2026-11-23',
      interviewDay: null,
      issuedDay: null,
      enteredAt: NOW,
    })
  })

  test('is unknown with another birth date, in the same words as a number that does not exist', async () => {
    await book.enterApplications([entry('111122224444')], SOURCE)
    expect(await status('111122224444', '1990-05-13')).toEqual(await status('999999999999'))
  })

  test('stands in the table without number, birth date or hash that others could make', async () => {
    await book.enterApplications([entry('111122225555')], SOURCE)
    const { rows } = await pool.query('SELECT a::text AS row FROM application a')
    expect(rows.map((row) => row.row).join('\n')).not.toMatch(/11112222|1990-05-12/)
  })

  test('asked for by many chats at once is answered to each', async () => {
    await book.enterApplications(
      [entry('200000000001'), entry('200000000002', { status: 'DICETAK' })],
      SOURCE,
    )
    const chats = await Promise.all(Array.from({ length: 40 }, newChat))
    const answers = await Promise.all(
      chats.map((chat, n) => found(n % 2 ? '200000000001' : '200000000002', '1990-05-12', chat)),
    )
    expect(answers.map((one) => (typeof one === 'object' ? one?.status : one))).toEqual(
      chats.map((_, n) => (n % 2 ? 'TERJADWAL' : 'DICETAK')),
    )
  })
})

describe('guessing', () => {
  const wrong = async (times: number) => {
    for (let n = 0; n < times; n++) expect(await found(`30000000000${n}`)).toBe('unknown')
  }

  test('five times wrong in an hour locks the chat, even for what would be right, and nobody else', async () => {
    await book.enterApplications([entry('333333333333')], SOURCE)
    await wrong(5)
    expect(await found('333333333333')).toBe('locked')
    expect(await found('333333333333', '1990-05-12', await newChat())).toMatchObject({ status: 'TERJADWAL' })
  })

  test('is forgotten by a right answer', async () => {
    await book.enterApplications([entry('333333334444')], SOURCE)
    await wrong(4)
    expect(await found('333333334444')).toMatchObject({ office: 'KPG' })
    await wrong(4)
    expect(await found('333333334444')).toMatchObject({ office: 'KPG' })
  })

  test('may go on when the hour is over', async () => {
    await wrong(5)
    expect(await found('300000000009')).toBe('locked')
    await pool.query(`UPDATE lookup_attempt SET at = at - interval '61 minutes' WHERE chat_id = $1`, [chatId])
    expect(await found('300000000009')).toBe('unknown')
  })

  test('costs no try while the source is away', async () => {
    const away: Registry = {
      applications: async (asks) => asks.map(() => 'away' as const),
      quotaFigures: async (asks) => asks.map(() => 'away' as const),
    }
    const far = createQueries({ ledger, registry: away, attempts: createLookupAttempts(pool) })
    for (let n = 0; n < 7; n++)
      expect(await far(chatId, { of: 'application', number: '1', birth: DAY }, DAY)).toEqual({
        of: 'application',
        found: 'away',
      })
    expect(await far(chatId, { of: 'quota', offices: ['KPG'] }, DAY)).toEqual({
      of: 'quota',
      figures: 'away',
    })
    await wrong(1)
  })
})

describe('a status that changes', () => {
  const watch = async (number: string, chat = chatId) => {
    const application = await found(number, '1990-05-12', chat)
    if (application === null || typeof application !== 'object') throw new Error('not found')
    const { rows } = await pool.query('SELECT version FROM chat WHERE id = $1', [chat])
    const empty = {
      applicantWrote: true,
      handled: [],
      outbound: [],
      newTickets: [],
      ticketChanges: [],
      state: { v: 1 },
    }
    const wishes = [
      {
        do: 'watch application' as const,
        applicationId: application.id,
        status: application.status,
        until: '2027-02-19',
      },
    ]
    await ledger.commit([
      {
        chatId: chat,
        channel: 'telegram',
        version: rows[0].version,
        at: NOW,
        ...empty,
        subscriptions: wishes,
      },
    ])
  }
  const news = async (chat = chatId) => (await ledger.take([chat]))[0]?.inbox.map((one) => one.input)

  test('is told to every watcher, in the shape of the conversation, and to nobody else', async () => {
    const other = await newChat()
    await book.enterApplications([entry('444444444444'), entry('444444445555')], SOURCE)
    await watch('444444444444')
    await watch('444444445555', other)
    const later = { ...SOURCE, at: NOW + 60_000 }
    const changed = entry('444444444444', { status: 'SIAP_DIAMBIL', issuedDay: '2026-11-24' })
    const { chatIds } = await book.enterApplications([changed, entry('444444445555')], later)
    expect(chatIds).toEqual([chatId])
    expect(await news()).toEqual([{ kind: 'application changed', application: await found('444444444444') }])
    expect(await news(other)).toBeUndefined()
  })

  test('is told once, however often it is entered, also by two at the same moment', async () => {
    await book.enterApplications([entry('444444446666')], SOURCE)
    await watch('444444446666')
    const changed = [entry('444444446666', { status: 'DICETAK' })]
    await Promise.all([1, 2, 3, 4].map(() => book.enterApplications(changed, SOURCE)))
    await book.enterApplications(changed, SOURCE)
    expect(await news()).toHaveLength(1)
  })
})

describe('what is entered', () => {
  test('twice in one go counts as it stands last', async () => {
    const rows = [entry('555555555555'), entry('555555555555', { status: 'DICETAK' })]
    expect(await book.enterApplications(rows, SOURCE)).toEqual({ refused: [], chatIds: [] })
    expect(await found('555555555555')).toMatchObject({ status: 'DICETAK' })
  })

  test('by one office does not touch an application of another', async () => {
    await book.enterApplications([entry('555555556666', { office: 'DPS' })], SOURCE)
    const rows = [entry('555555557777'), entry('555555556666', { status: 'DITOLAK' })]
    expect((await book.enterApplications(rows, { ...SOURCE, office: 'KPG' })).refused).toEqual([1])
    expect(await found('555555556666')).toMatchObject({ office: 'DPS', status: 'TERJADWAL' })
    expect(await book.application('555555556666', 'KPG')).toBeNull()
    expect(await book.application('555555556666', 'DPS')).toMatchObject({ number: '555555556666' })
  })
})

describe('places', () => {
  test('are told as last entered, from the day asked on, for each office that is asked for', async () => {
    const figure = (office: string, day: string, half: 'morning' | null, left: number) => ({
      office,
      unit: 'office' as const,
      lane: 'regular' as const,
      day,
      half,
      left,
    })
    await book.enterFigures(
      [figure('KPG', '2026-11-24', null, 9), figure('KPG', '2026-11-20', null, 1)],
      SOURCE,
    )
    await book.enterFigures(
      [figure('KPG', '2026-11-24', null, 3), figure('DPS', '2026-11-25', 'morning', 2)],
      { ...SOURCE, at: NOW + 1000 },
    )
    const [kupang, both] = await Promise.all([
      ask(chatId, { of: 'quota', offices: ['KPG'] }, DAY),
      ask(chatId, { of: 'quota', offices: ['KPG', 'DPS'] }, DAY),
    ])
    const three = { ...figure('KPG', '2026-11-24', null, 3), enteredAt: NOW + 1000 }
    expect(kupang).toEqual({ of: 'quota', figures: [three] })
    expect(both).toMatchObject({ figures: [three, figure('DPS', '2026-11-25', 'morning', 2)] })
  })
})

test('a registry that is slow holds up nobody who asks for something else, and holds no transaction open', async () => {
  let answer!: () => void
  const waiting = new Promise<void>((resolve) => (answer = resolve))
  const slow: Registry = {
    applications: (asks) => waiting.then(() => asks.map(() => 'away' as const)),
    quotaFigures: (asks) => waiting.then(() => asks.map(() => 'away' as const)),
  }
  const far = createQueries({ ledger, registry: slow, attempts: createLookupAttempts(pool) })
  const status = far(chatId, { of: 'application', number: '100000000000', birth: DAY }, DAY)
  expect(await far(chatId, { of: 'my tickets' }, DAY)).toEqual({ of: 'my tickets', tickets: [] })
  const { rows } = await pool.query(
    `SELECT count(*)::int AS open FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
  )
  expect(rows[0].open).toBe(0)
  answer()
  expect(await status).toEqual({ of: 'application', found: 'away' })
})
