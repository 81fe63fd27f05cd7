import { createServer, type Server, type ServerResponse } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../../src/adapters/ids.ts'
import { silentLog } from '../../../../src/adapters/log.ts'
import { createLookupAttempts } from '../../../../src/adapters/prisma/registry/index.ts'
import { createHttpRegistry } from '../../../../src/adapters/registry/http.ts'
import { createEncryption } from '../../../../src/adapters/encryption.ts'
import { createTexts } from '../../../../src/adapters/texts.ts'
import { createQueries } from '../../../../src/desk/pipeline/turns/queries.ts'
import { createConverse, type Converse } from '../../../../src/desk/pipeline/turns/converse.ts'
import type { Ledger, OutboundRow } from '../../../../src/desk/ports/ledger.ts'
import { categories, holidays, library, offices } from '../../../flows/stage.ts'
import { openLedger, type TestLedger } from '../../../support/ledger.ts'

/** Taking turns while an official registry is asked that takes as long as it likes: it answers when the test says so. */

const NOW = Date.parse('2026-11-20T02:00:00Z')
const ANA = {
  office: 'KPG',
  status: 'SIAP_DIAMBIL',
  name: 'Ana Contoh',
  enteredAt: '2026-11-20T08:00:00+08:00',
}

const texts = createTexts()
let server: Server
let asked: ServerResponse[] = []
let pool: TestLedger['pool']
let close: TestLedger['close']
let newChat: TestLedger['newChat']
let ledger: Ledger
let converse: Converse
/** What was posted, in order, by chat. */
let posted: { chat: string; text: string }[] = []
let commits: number[] = []

beforeAll(async () => {
  server = createServer((request, response) => void request.resume().once('end', () => asked.push(response)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ;({ pool, ledger, newChat, close } = await openLedger('web'))
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await close()
})
beforeEach(() => {
  asked = []
  posted = []
  commits = []
  const encryption = createEncryption('a key for tests only')
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}/`
  const registry = createHttpRegistry({
    url,
    token: null,
    encryption: encryption,
    log: silentLog,
    timeoutMs: 60_000,
  })
  converse = createConverse({
    ledger: { ...ledger, commit: (turns) => (commits.push(turns.length), ledger.commit(turns)) },
    log: silentLog,
    query: createQueries({ ledger, registry, attempts: createLookupAttempts(pool) }),
    texts,
    newId,
    now: () => NOW,
    burstPause: () => 0,
    isLocal: () => true,
    world: (chat, now) => ({
      now, channel: chat.channel, office: 'KPG', offices, categories, holidays, library, openTicket: chat.openTicket, hears: texts.hears, words: texts.render, languages: texts.languages,
    }), // prettier-ignore
    enqueue: (messages: readonly OutboundRow[]) =>
      posted.push(...messages.map(({ chatId, content }) => ({ chat: chatId, text: content.text }))),
    wakeElsewhere: () => {},
  })
})
afterEach(async () => {
  answerAll()
  await converse.idle()
})

const answerAll = () => {
  for (const response of asked.splice(0))
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(ANA))
}

async function write(chatId: string, text: string): Promise<void> {
  const row = { id: newId(), chatId, externalId: newId(), content: { kind: 'text' as const, text } }
  await ledger.accept([{ ...row, fileReference: null, fileWaitMs: null }])
}

const STATUS = 'cek status paspor saya nomor 123456789012 lahir 12 mei 1990'
const heard = (chat: string) => posted.filter((one) => one.chat === chat).map(({ text }) => text)
const found = (chat: string) => heard(chat).filter((text) => text.includes('An* Co****'))
const undone = async (chat: string) => (await ledger.take([chat]))[0]?.inbox.length ?? 0

describe('a registry that does not answer', () => {
  test('keeps its own chat waiting and nobody else of the same batch', async () => {
    const [waiting, other, another] = [await newChat(), await newChat(), await newChat()]
    await write(waiting, STATUS)
    await write(other, 'halo')
    await write(another, 'halo')
    converse.wake([waiting, other, another])
    await expect.poll(() => asked.length, { timeout: 10_000 }).toBe(1)
    await expect.poll(() => posted.length, { timeout: 10_000 }).toBe(2)
    expect(heard(waiting)).toEqual([])
    expect([heard(other).length, heard(another).length]).toEqual([1, 1])
    expect(commits).toEqual([2])

    answerAll()
    await converse.idle()
    expect(found(waiting)).toHaveLength(1)
    expect(await undone(waiting)).toBe(0)
  })

  test('does not keep whole batches of others waiting that come later', async () => {
    const waiting = await Promise.all(Array.from({ length: 5 }, newChat))
    for (const chat of waiting) await write(chat, STATUS)
    converse.wake(waiting)
    await expect.poll(() => asked.length, { timeout: 10_000 }).toBeGreaterThan(0)
    for (let n = 0; n < 3; n++) {
      const other = await newChat()
      await write(other, 'halo')
      converse.wake([other])
      await expect.poll(() => heard(other).length, { timeout: 10_000 }).toBe(1)
    }
    for (const chat of waiting) expect(heard(chat)).toEqual([])
    await expect.poll(() => asked.length, { timeout: 10_000 }).toBe(5)
    answerAll()
    await converse.idle()
    for (const chat of waiting) expect(found(chat)).toHaveLength(1)
  })

  test('is asked after a ticket in the same turn, and the chat still leaves its batch', async () => {
    const [waiting, other] = [await newChat(), await newChat()]
    await write(waiting, 'laporan saya')
    await write(waiting, STATUS)
    await write(other, 'halo')
    converse.wake([waiting, other])
    await expect.poll(() => heard(other).length, { timeout: 10_000 }).toBe(1)
    await expect.poll(() => asked.length, { timeout: 10_000 }).toBe(1)
    expect(heard(waiting)).toEqual([])
    answerAll()
    await converse.idle()
    expect(found(waiting)).toHaveLength(1)
  })

  test('leaves the order of a chat as it was: what is written meanwhile is heard afterwards', async () => {
    const chat = await newChat()
    await write(chat, STATUS)
    converse.wake([chat])
    await expect.poll(() => asked.length, { timeout: 10_000 }).toBe(1)
    await write(chat, 'menu')
    converse.wake([chat])
    answerAll()
    await converse.idle()
    const told = heard(chat).slice(-2)
    expect(told[0]).toContain('An* Co****')
    expect(told[1]).toContain('Tulis saja keperluannya')
    expect(await undone(chat)).toBe(0)
  })

  test('whose chat was taken by another process meanwhile leaves no trace, and the chat is looked at again', async () => {
    const chat = await newChat()
    await write(chat, STATUS)
    converse.wake([chat])
    await expect.poll(() => asked.length, { timeout: 10_000 }).toBe(1)
    await pool.query(`UPDATE chat SET version = version + 1 WHERE id = $1`, [chat])
    answerAll()
    await converse.idle()
    expect(found(chat)).toHaveLength(1) // by the second look; the answer was still in the short cache
    expect(await undone(chat)).toBe(0)
  })
})
