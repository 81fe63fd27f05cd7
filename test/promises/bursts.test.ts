import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TgFakeServer, type User } from '../peers/telegram/src/server.ts'
import { newDeployment, type Deployment } from '../support/deployment.ts'
import { signInFirst, type SignedInOfficer } from '../support/officer.ts'
import { freePort } from '../support/redis.ts'
import { startSystem, type Running } from '../support/system.ts'
import { exchange, telegramEnv } from '../support/telegram.ts'

/** One thought in several messages, over real sockets and in real processes: one answer to all of it, whatever is killed meanwhile. */

/** How long Telegram's texts wait, as people have it (ms). */
const PAUSE = 2_500
const PIECES = ['pak', 'mau tanya', 'paspor', 'elektronik', 'yg 10 tahun', 'harganya', 'berapa ya']
const ANSWER = /E-paspor 10 tahun/

let peer: TgFakeServer
let deployment: Deployment
let env: Record<string, string>
let running: Running[] = []

beforeAll(async () => {
  peer = await TgFakeServer.start()
})
afterAll(() => peer.stop())

async function open(): Promise<void> {
  deployment = await newDeployment()
  const port = Number(deployment.env.PORT)
  // not set: what the channel has by itself
  env = { ...deployment.env, ...telegramEnv(peer, port), PACE: 'off', BURST_PAUSE: '' }
}

async function close(): Promise<void> {
  for (const one of running) await one.kill('SIGINT')
  running = []
  await deployment.clear()
}

/** Sends the pieces one after the other; resolves when each is a row. */
async function writeInPieces(person: User, pieces: readonly string[], gapMs = 150): Promise<void> {
  const before = await inboxed()
  for (const piece of pieces) {
    person.sendText(piece)
    await sleep(gapMs)
  }
  await expect.poll(inboxed, { timeout: 10_000, interval: 10 }).toBe(before + pieces.length)
}

const count = async (where: string) =>
  Number((await deployment.pool.query(`SELECT count(*) FROM inbound WHERE ${where}`)).rows[0].count)
const inboxed = () => count('true')
const unread = () => count('done_at IS NULL')
const answersTo = (person: User, since: number) =>
  person.chat.messages.slice(since).filter((one) => person.chat.botMessages.includes(one))

describe('in one process', () => {
  let officer: SignedInOfficer

  beforeAll(async () => {
    await open()
    running = [await startSystem(env)]
    officer = await signInFirst(deployment.url, running[0]!.stdoutText())
  })
  afterAll(close)

  test('seven messages in quick succession get one answer', async () => {
    const maria = peer.addUser('Maria')
    await writeInPieces(maria, PIECES)
    expect(maria.chat.botMessages).toEqual([])
    await maria.chat.waitFor(ANSWER, { timeout: 10_000 })
    await expect.poll(unread, { timeout: 5_000 }).toBe(0)
    expect(maria.chat.botMessages.filter(({ text }) => ANSWER.test(text ?? ''))).toHaveLength(1)
    // the greeting stands before the first answer
    expect(maria.chat.botMessages.length).toBeLessThanOrEqual(2)
  })

  test('numbers and taps are answered at once, a story in pieces is in the ticket in its order', async () => {
    const yosef = peer.addUser('Yosef')
    const began = performance.now()
    await exchange(yosef, 'lapor', /Ceritakan saja/)
    const asked = yosef.chat.botMessages.at(-1)!
    await yosef.tap(asked, '1. Pilih dari daftar')
    await yosef.chat.waitFor(/tentang apa/)
    await exchange(yosef, '1', /paling cocok/)
    await exchange(yosef, '1', /Apa yang terjadi/)
    expect(performance.now() - began).toBeLessThan(PAUSE)

    const story = [
      'kode otp',
      'tidak masuk',
      'dari kemarin',
      'sudah coba',
      'lima kali',
      'tetap',
      'tidak bisa',
    ]
    const since = yosef.chat.messages.length
    await writeInPieces(yosef, story)
    await yosef.chat.waitFor(/Kirim sekarang/, { since, timeout: 10_000 })
    expect(answersTo(yosef, since)).toHaveLength(1)
    const number = /Nomor laporan: (\S+)/.exec(await exchange(yosef, '1', /Nomor laporan/))![1]!
    const { body } = await officer.get(`/tickets/${number}`)
    expect(body.events[0].text).toBe(story.join('\n'))
    const told = body.conversation.filter((one: { from: string }) => one.from === 'person')
    expect(told.map((one: { text: string }) => one.text)).toEqual(expect.arrayContaining(story))

    const later = yosef.chat.messages.length
    await writeInPieces(yosef, ['sudah', 'dicoba lagi pagi ini', 'tetap sama'])
    await yosef.chat.waitFor(/Sudah masuk ke laporan/, { since: later, timeout: 10_000 })
    const { events } = (await officer.get(`/tickets/${number}`)).body
    expect(events.at(-1)).toMatchObject({ kind: 'message', text: 'sudah\ndicoba lagi pagi ini\ntetap sama' })
  })

  test('a process killed in the middle of the pause loses nothing, and there is one answer', async () => {
    const ana = peer.addUser('Ana')
    await writeInPieces(ana, PIECES)
    await running[0]!.kill('SIGKILL')
    expect([ana.chat.botMessages, await unread()]).toEqual([[], PIECES.length])
    running = [await startSystem(env)]
    await ana.chat.waitFor(ANSWER, { timeout: 15_000 })
    await expect.poll(unread, { timeout: 5_000 }).toBe(0)
    await sleep(PAUSE)
    expect(ana.chat.botMessages.filter(({ text }) => ANSWER.test(text ?? ''))).toHaveLength(1)
  })

  test('an orderly stop does not wait for the rest of a thought, and leaves it to the next start', async () => {
    const budi = peer.addUser('Budi')
    await writeInPieces(budi, PIECES)
    expect(await running[0]!.kill('SIGINT')).toBe(0)
    expect([budi.chat.botMessages, await unread()]).toEqual([[], PIECES.length])
    running = [await startSystem(env)]
    await budi.chat.waitFor(ANSWER, { timeout: 15_000 })
    await expect.poll(unread, { timeout: 5_000 }).toBe(0)
  })
})

describe('split by ROLES, where another process has the channel', () => {
  beforeAll(async () => {
    await open()
    running = [
      await startSystem({ ...env, ROLES: 'worker', PORT: String(await freePort()) }),
      await startSystem({ ...env, ROLES: 'worker', PORT: String(await freePort()) }),
      await startSystem({ ...env, ROLES: 'bots' }),
    ]
  })
  afterAll(close)

  test('two workers give one answer, also when one of them is killed in the pause', async () => {
    const [citra, dewi] = [peer.addUser('Citra'), peer.addUser('Dewi')]
    await writeInPieces(citra, PIECES)
    await citra.chat.waitFor(ANSWER, { timeout: 10_000 })
    await writeInPieces(dewi, PIECES)
    await running.shift()!.kill('SIGKILL')
    await dewi.chat.waitFor(ANSWER, { timeout: 15_000 })
    await expect.poll(unread, { timeout: 5_000 }).toBe(0)
    for (const { chat } of [citra, dewi])
      expect(chat.botMessages.filter(({ text }) => ANSWER.test(text ?? ''))).toHaveLength(1)
  })
})
