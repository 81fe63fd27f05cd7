import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../../src/adapters/ids.ts'
import { silentLog } from '../../../../src/adapters/log.ts'
import { createConverse, type Converse } from '../../../../src/desk/pipeline/turns/converse.ts'
import type { OutboundRow } from '../../../../src/desk/ports/ledger.ts'
import type { InboundContent } from '../../../../src/model/messages/content.ts'
import { STILL } from '../../../flows/stage.ts'
import { createTexts } from '../../../../src/adapters/texts.ts'
import { openLedger, type TestLedger } from '../../../support/ledger.ts'

/** Taking turns on a channel where texts wait for more of the same thought. Times by the real clock, on a real ledger. */

const PAUSE = 400
/** Whatever is answered sooner did not wait. */
const LONG_PAUSE = 5_000
const texts = createTexts()
let of: TestLedger
let converse: Converse
let chat: string
/** What was said, and how long after the beginning of the test (ms). */
let said: { readonly text: string; readonly at: number }[]
let takes: number

beforeAll(async () => {
  of = await openLedger()
})
afterAll(() => of.close())

function startConverse(pauseMs = PAUSE): Converse {
  const began = performance.now()
  const { ledger } = of
  return createConverse({
    ledger: { ...ledger, take: (ids) => (takes++, ledger.take(ids)) },
    log: silentLog,
    query: async () => ({ of: 'new ticket', id: newId(), number: `KPG-261120-014-${++tickets}` }),
    texts,
    newId,
    now: Date.now,
    burstPause: () => pauseMs,
    isLocal: () => true,
    world: (_, now) => ({ ...STILL, now }),
    enqueue: (messages: readonly OutboundRow[]) =>
      said.push(...messages.map(({ content }) => ({ text: content.text, at: performance.now() - began }))),
    wakeElsewhere: () => {},
  })
}
let tickets = 0

beforeEach(async () => {
  said = []
  takes = 0
  chat = await of.newChat()
  converse = startConverse()
})
afterEach(() => converse.stop())

async function write(content: InboundContent | string): Promise<void> {
  const whole = typeof content === 'string' ? ({ kind: 'text', text: content } as const) : content
  await of.ledger.accept([
    { id: newId(), chatId: chat, externalId: newId(), content: whole, fileReference: null, fileWaitMs: null },
  ])
  converse.wake([chat])
}

const answers = () => said.map(({ text }) => text)
const undone = async () => (await of.ledger.take([chat]))[0]?.inbox.length ?? 0
async function done(): Promise<void> {
  await expect.poll(undone, { timeout: 5_000, interval: 20 }).toBe(0)
}

describe('a thought in pieces', () => {
  test('of seven messages gets one turn and one answer, a pause after the last', async () => {
    for (const piece of [
      'pak',
      'mau tanya',
      'paspor',
      'elektronik',
      'yg 10 tahun',
      'harganya',
      'berapa ya',
    ]) {
      await write(piece)
      await sleep(100)
    }
    expect(answers()).toEqual([])
    await done()
    expect(answers().join('\n')).toContain('E-paspor 10 tahun')
    const { rows } = await of.pool.query('SELECT version FROM chat WHERE id = $1', [chat])
    expect(rows).toEqual([{ version: 1 }])
    expect(said[0]!.at).toBeGreaterThanOrEqual(600 + PAUSE)
  })

  test('does not end while somebody writes on and on: what is there is answered after four pauses', async () => {
    const writing = (async () => {
      for (let at = 0; at < 10; at++) {
        await write('terus begini')
        await sleep(250)
      }
    })()
    await expect.poll(() => said.length, { timeout: 4 * PAUSE + 800, interval: 10 }).toBeGreaterThan(0)
    expect(said[0]!.at).toBeGreaterThanOrEqual(4 * PAUSE - 50)
    await writing
    await done()
  })
})

describe('nobody waits who taps or answers by number', () => {
  beforeEach(() => {
    converse = startConverse(LONG_PAUSE)
  })

  test('a number and a command are answered at once', async () => {
    await write('menu')
    await done()
    await write('1')
    await done()
    expect(answers()).toHaveLength(2)
    expect(said[1]!.at).toBeLessThan(LONG_PAUSE)
  })

  test('a tap is answered at once, and the words before it are not left for later', async () => {
    await write('menu')
    await done()
    const { rows } = await of.pool.query(`SELECT state->>'question' AS question FROM chat WHERE id = $1`, [
      chat,
    ])
    await write('sebentar')
    await write({ kind: 'choice', question: Number(rows[0].question), id: 'cost' })
    await done()
    expect(said.at(-1)!.at).toBeLessThan(LONG_PAUSE)
    expect(answers().at(-1)).toContain('Soal bayar')
  })

  test('what comes after a number waits again, and the number does not wait for it', async () => {
    await write('menu')
    await write('1')
    await write('dewasa pak')
    await expect.poll(() => said.length, { timeout: LONG_PAUSE - 500, interval: 5 }).toBe(2)
    expect(await undone()).toBe(1)
    await converse.idle()
    expect([answers().length, await undone()]).toEqual([2, 1])
  })
})

describe('nothing is stranded', () => {
  test('a process that forgets its pauses leaves the rows to the next', async () => {
    await write('jam buka')
    await converse.stop()
    expect([await undone(), answers()]).toEqual([1, []])
    await sleep(PAUSE)
    converse = startConverse()
    converse.wake(await of.ledger.unfinished(0, 10))
    await done()
    expect(said).not.toEqual([])
  })

  test('of two processes that wait for the same thought one answers', async () => {
    const other = startConverse()
    await write('jam buka')
    other.wake([chat])
    await sleep(100)
    await write('hari ini')
    other.wake([chat])
    await done()
    await Promise.all([converse.idle(), other.stop()])
    expect(answers()).toHaveLength(1)
  })

  test('a clock that is set back while a text waits holds it no longer than a pause', async () => {
    await write('jam buka')
    // as if the database's clock had gone back an hour: the row is from the future
    await of.pool.query(`UPDATE inbound SET received_at = now() + interval '1 hour' WHERE chat_id = $1`, [
      chat,
    ])
    expect(await of.ledger.unfinished(1_500, 10)).toContain(chat)
    await done()
    expect(said[0]!.at).toBeLessThan(2 * PAUSE)
  })

  test('waiting costs one look more, not one for each moment that passes', async () => {
    await write('jam buka')
    await done()
    expect(takes).toBeLessThanOrEqual(3)
  })
})
