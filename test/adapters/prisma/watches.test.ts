import type { Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { silentLog } from '../../../src/adapters/log.ts'
import {
  createRegistryStore,
  createRegistryWatches,
  clearRegistryPolls,
} from '../../../src/adapters/prisma/registry/index.ts'
import { createHttpRegistry } from '../../../src/adapters/registry/http.ts'
import { createEncryption } from '../../../src/adapters/encryption.ts'
import type { Ledger, SubscriptionChange } from '../../../src/desk/ports/ledger.ts'
import type { Registry } from '../../../src/desk/ports/registry.ts'
import { POLL_APPLICATIONS } from '../../../src/desk/pipeline/limits.ts'
import { createPoll } from '../../../src/desk/registry/poll.ts'
import type { ApplicationView } from '../../../src/flows/engine/conversation.ts'
import { openLedger, type TestLedger } from '../../support/ledger.ts'
import { createStandIn } from '../../support/stand-in.ts'

/** What is watched in an official registry, a stand-in local, that sends no news and is asked again and again. */

const NOW = Date.parse('2026-11-21T02:00:00Z')
const encryption = createEncryption('a key for tests only')

let server: Server
let url: string
/** What the source answers: to applications by number, to places by office. */
let status: Record<string, string> = {}
let places: Record<string, number> = {}
let trouble: 'none' | 'down' | 'slow' | 'nonsense' = 'none'
let asked: string[] = []
let woken: string[] = []
let pool: TestLedger['pool']
let prisma: TestLedger['prisma']
let close: TestLedger['close']
let newChat: TestLedger['newChat']
let ledger: Ledger
let registry: Registry
let time = 0
let counter = 0

beforeAll(async () => {
  server = createStandIn(async (request, response) => {
    const body = await text(request)
    const to = new URL(request.url!, 'http://registry')
    const { number } = body ? JSON.parse(body) : { number: to.searchParams.get('office') }
    asked.push(number)
    if (trouble === 'slow') return
    if (trouble === 'nonsense') return void response.end('<html>maintenance</html>')
    if (trouble === 'down') return void response.writeHead(503).end()
    const answer = to.pathname === '/quota' ? { figures: figuresOf(number) } : applicationOf(number)
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}/`
  ;({ pool, prisma, ledger, newChat, close } = await openLedger())
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await close()
})
beforeEach(async () => {
  await pool.query('DELETE FROM registry_poll')
  await pool.query('DELETE FROM quota_watch')
  registry = newRegistry()
  trouble = 'none'
  status = {}
  places = {}
  asked = []
  woken = []
})

const newRegistry = () =>
  createHttpRegistry({
    url,
    token: null,
    encryption: encryption,
    log: silentLog,
    timeoutMs: 300,
    cacheMs: 0,
    pauseMs: 1000,
    clock: () => time,
  })
const enteredAt = '2026-11-21T09:00:00+08:00'
const applicationOf = (number: string) =>
  status[number] ? { office: 'KPG', status: status[number], name: 'Ana Contoh', enteredAt } : null
const figuresOf = (office: string) => {
  const figure = { office, unit: 'office', lane: 'regular', day: '2026-11-24', half: null, enteredAt }
  return office in places ? [{ ...figure, left: places[office] }] : []
}

const poll = (source = registry) =>
  createPoll({
    registry: source,
    watches: createRegistryWatches(pool, encryption),
    notifier: { wakeConversations: (ids) => woken.push(...ids) },
    log: silentLog,
    now: () => NOW,
  })
const look = () => poll()()
/** The time between two questions has passed for everything. */
const later = () => pool.query(`UPDATE registry_poll SET asked_at = asked_at - interval '31 minutes'`)

async function wish(chatId: string, ...wishes: SubscriptionChange[]): Promise<void> {
  const { rows } = await pool.query('SELECT version FROM chat WHERE id = $1', [chatId])
  const empty = {
    applicantWrote: true,
    handled: [],
    outbound: [],
    newTickets: [],
    ticketChanges: [],
    state: { v: 1 },
  }
  await ledger.commit([
    { chatId, channel: 'telegram', version: rows[0].version, at: NOW, ...empty, subscriptions: wishes },
  ])
}

const newNumber = () => String(200_000_000_000 + ++counter)
const BIRTH = '1990-05-12'

/** Looks a number up as a conversation does, and watches what it shows. */
async function watch(number: string, until = '2027-02-19'): Promise<string> {
  status[number] ??= 'DIPERIKSA'
  const chatId = await newChat()
  const [found] = await registry.applications([{ number, birth: BIRTH }])
  const { id, status: seen, proof } = found as ApplicationView
  await wish(chatId, { do: 'watch application', applicationId: id, status: seen, until, proof: proof! })
  asked = []
  return chatId
}

async function news(chatId: string): Promise<string[]> {
  const { rows } = await pool.query('SELECT content FROM inbound WHERE chat_id = $1 ORDER BY seq', [chatId])
  return rows.map(({ content }) => content.application?.status ?? content.kind)
}

describe('a watched application', () => {
  test('is asked for when it is time, and a change is told to all who watch it, once', async () => {
    const number = newNumber()
    const chats = [await watch(number), await watch(number)]
    status[number] = 'DICETAK'
    await look()
    expect(asked).toEqual([])
    await later()
    await look()
    expect(asked).toEqual([number])
    expect(woken.toSorted()).toEqual(chats.toSorted())
    await look()
    await later()
    await look()
    expect(asked).toEqual([number, number])
    for (const chat of chats) expect(await news(chat)).toEqual(['DICETAK'])
  })

  test('reaches the conversation as its applicant may see it, without what it takes to ask', async () => {
    const number = newNumber()
    const chat = await watch(number)
    status[number] = 'SIAP_DIAMBIL'
    await later()
    await look()
    const { rows } = await pool.query('SELECT content FROM inbound WHERE chat_id = $1', [chat])
    const [application] = await registry.applications([{ number, birth: BIRTH }])
    const { proof: _, ...view } = application as ApplicationView
    expect(rows).toEqual([{ content: { kind: 'application changed', application: view } }])
  })

  test('that changed between the look and the watch is told at the first look', async () => {
    const number = newNumber()
    status[number] = 'DICETAK'
    const [found] = await registry.applications([{ number, birth: BIRTH }])
    const { id, proof } = found as ApplicationView
    const chat = await newChat()
    const seen = { status: 'DIPERIKSA', until: '2027-02-19', proof: proof! } as const
    await wish(chat, { do: 'watch application', applicationId: id, ...seen })
    await later()
    await look()
    expect(await news(chat)).toEqual(['DICETAK'])
  })

  test('is told by its own registry alone, whatever is entered with us', async () => {
    const number = newNumber()
    const chat = await watch(number)
    const none = { name: null, visitDay: null, interviewDay: null, issuedDay: null }
    const row = { number, birth: BIRTH, office: 'KPG', ...none }
    const entered = async (status: 'DITOLAK' | 'DICETAK') =>
      createRegistryStore(pool, prisma, encryption).enterApplications([{ ...row, status }], {
        by: 'test',
        at: NOW,
        office: null,
      })
    await entered('DICETAK')
    expect(await news(chat)).toEqual([])
    await clearRegistryPolls(prisma)
    await entered('DITOLAK')
    expect(await news(chat)).toEqual(['DITOLAK'])
  })

  test('is no longer asked for when the watch was given up, or has run out', async () => {
    const [given, over] = [newNumber(), newNumber()]
    const chat = await watch(given)
    await watch(over, '2026-11-20')
    await wish(chat, { do: 'stop watching', what: 'applications' })
    await later()
    await look()
    expect(asked).toEqual([])
    const { rows } = await pool.query('SELECT key FROM registry_poll')
    expect(rows).toEqual([])
  })
})

describe('a source in trouble', () => {
  test.each(['down', 'slow', 'nonsense'] as const)(
    '(%s) tells nothing, and what changed is told when it is back',
    async (what) => {
      const number = newNumber()
      const chat = await watch(number)
      status[number] = 'DICETAK'
      trouble = what
      await later()
      await look()
      expect(asked).toEqual([number])
      expect(await news(chat)).toEqual([])
      trouble = 'none'
      await later()
      await look()
      expect(await news(chat)).toEqual(['DICETAK'])
    },
  )

  test('is left alone by the breaker, and meets no crowd when it is back', async () => {
    const numbers = Array.from({ length: 35 }, newNumber)
    const chats: string[] = []
    for (const number of numbers) chats.push(await watch(number))
    for (const number of numbers) status[number] = 'DICETAK'
    trouble = 'down'
    await later()
    for (let n = 0; n < 4; n++) await look()
    expect(asked).toHaveLength(POLL_APPLICATIONS) // the first look; then the breaker is open
    trouble = 'none'
    asked = []
    await later()
    await look()
    expect(asked).toEqual([])
    time += 1001
    await later()
    await look()
    expect(asked).toHaveLength(1) // one tries whether it is back
    for (let n = 0; n < 4; n++) {
      asked = []
      await later()
      await look()
      expect(asked.length).toBeLessThanOrEqual(POLL_APPLICATIONS)
    }
    for (const chat of chats) expect(await news(chat)).toEqual(['DICETAK'])
  })

  test('that knows the number no more says nothing to who watches it', async () => {
    const number = newNumber()
    const chat = await watch(number)
    delete status[number]
    await later()
    await look()
    expect(asked).toEqual([number])
    expect(await news(chat)).toEqual([])
  })
})

describe('several processes', () => {
  test('that look at once ask for each thing once', async () => {
    const numbers = Array.from({ length: 25 }, newNumber)
    for (const number of numbers) await watch(number)
    await later()
    await Promise.all([1, 2, 3, 4].map(() => poll(newRegistry())()))
    expect(asked.toSorted()).toEqual(numbers.toSorted())
  })

  test('of which one died after it asked and before it told lose no news', async () => {
    const number = newNumber()
    const chat = await watch(number)
    status[number] = 'DICETAK'
    await later()
    const dying = createRegistryWatches(pool, encryption)
    expect(await dying.dueApplications('2026-11-21', 1000, 10)).toEqual([{ number, birth: BIRTH }])
    await look()
    expect(await news(chat)).toEqual([])
    await later()
    await Promise.all([look(), look()])
    expect(await news(chat)).toEqual(['DICETAK'])
  })

  test('that have the same news tell it once', async () => {
    const number = newNumber()
    const chat = await watch(number)
    status[number] = 'DICETAK'
    const views = (await registry.applications([{ number, birth: BIRTH }])) as ApplicationView[]
    const told = await Promise.all(
      [1, 2, 3, 4].map(() => createRegistryWatches(pool, encryption).notifyApplicationWatchers(views)),
    )
    expect(told.flat()).toEqual([chat])
    expect(await news(chat)).toEqual(['DICETAK'])
  })
})

describe('a watched office', () => {
  const watchOffice = async (office: string) => {
    const chatId = await newChat()
    await wish(chatId, { do: 'watch quota', office, until: '2026-12-21' })
    return chatId
  }
  const told = async () => {
    await ledger.releaseTimers(1000)
    const { rows } = await pool.query(
      `SELECT chat_id FROM inbound WHERE kind = 'quota opened' AND done_at IS NULL`,
    )
    await pool.query(`UPDATE inbound SET done_at = now() WHERE kind = 'quota opened'`)
    return rows.map((row) => row.chat_id)
  }

  test('is asked for, and an opening is told once, and again after it was full', async () => {
    const chat = await watchOffice('MTR')
    const looks: string[][] = []
    for (const left of [0, 4, 2, 0, 3]) {
      places['MTR'] = left
      await later()
      await look()
      looks.push(await told())
    }
    expect(looks).toEqual([[], [chat], [], [], [chat]])
    expect(asked).toEqual(Array(5).fill('MTR'))
  })

  test('is full when the source names no day with places', async () => {
    const chat = await watchOffice('PTK')
    places['PTK'] = 1
    await look()
    expect(await told()).toEqual([chat])
    delete places['PTK']
    await later()
    await look()
    places['PTK'] = 1
    await later()
    await look()
    expect(await told()).toEqual([chat])
  })

  test('is asked for at its time only, however many begin to watch it, and by one process', async () => {
    await watchOffice('DPS')
    await look()
    await watchOffice('DPS')
    await look()
    expect(asked).toEqual(['DPS'])
    await later()
    await Promise.all([1, 2, 3, 4].map(() => poll(newRegistry())()))
    expect(asked).toEqual(['DPS', 'DPS'])
  })

  test('whose source is away tells nothing', async () => {
    await watchOffice('BTM')
    places['BTM'] = 5
    trouble = 'down'
    await look()
    expect(await told()).toEqual([])
  })
})
