import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../src/adapters/ids.ts'
import { silentLog } from '../../../src/adapters/log.ts'
import { startInstance, type Instance } from '../../../src/adapters/prisma/instance.ts'
import { createLedger } from '../../../src/adapters/prisma/ledger/index.ts'
import { createPool } from '../../../src/adapters/prisma/pool.ts'
import type { CommitTurn, Ledger, NewTicketRow, TakenChat } from '../../../src/desk/ports/ledger.ts'
import { freshDatabase } from '../../support/database.ts'

let database: Awaited<ReturnType<typeof freshDatabase>>
let pool: pg.Pool
let mine: Instance
let ledger: Ledger
let other: { instance: Instance; ledger: Ledger }
let chatId: string
let counter = 0

beforeAll(async () => {
  database = await freshDatabase()
  pool = createPool(database.url, silentLog)
  mine = await startInstance(database.url, silentLog)
  ledger = createLedger(pool, mine.id, 'KPG')
  const second = await startInstance(database.url, silentLog)
  other = { instance: second, ledger: createLedger(pool, second.id, 'KPG') }
})

afterAll(async () => {
  await mine.stop()
  await other.instance.stop()
  await pool.end()
  await database.drop()
})

beforeEach(async () => {
  ;[chatId] = (await ledger.chatIds([key(`chat ${++counter}`)])) as [string]
})

const key = (hash: string) => ({
  channel: 'telegram' as const,
  addressHash: hash,
  address: 'encrypted',
  name: null,
})

async function write(text: string, externalId = text) {
  const row = {
    id: newId(),
    chatId,
    externalId,
    content: { kind: 'text' as const, text },
    fileReference: null,
    fileWaitMs: null,
  }
  return ledger.accept([row])
}

async function taken(): Promise<TakenChat> {
  return (await ledger.take([chatId]))[0]!
}

function turn(chat: TakenChat, rest: Partial<CommitTurn> = {}): CommitTurn {
  const handled = chat.inbox.map((message) => ({
    inboundId: message.id,
    confidential: false,
    ticketId: null,
  }))
  const { id, channel, version } = chat
  return {
    chatId: id,
    channel,
    version,
    at: Date.now(),
    state: { v: 1 },
    applicantWrote: true,
    handled,
    outbound: [],
    newTickets: [],
    ticketChanges: [],
    subscriptions: [],
    ...rest,
  }
}

const letter = (text: string, local = true) => ({
  id: newId(),
  content: { text, choices: [], question: 0 },
  confidential: false,
  local,
})

const sentOutcome = (id: string) => ({
  id,
  chatId,
  state: 'sent' as const,
  externalId: 'm1',
  failure: null,
  retryInMs: null,
  gone: false,
})

function ticket(number: string): NewTicketRow {
  return {
    id: newId(),
    number,
    kind: 'complaint',
    office: 'KPG',
    category: 'APP-OTP',
    confidential: false,
    story: 'Kode tidak masuk',
    files: [],
    due: '2026-11-26',
    storyFrom: Date.now() - 60_000,
    lang: 'id',
    servqual: 'reliability',
    priority: 3,
    openedAt: Date.now(),
  }
}

describe('inbox', () => {
  test('the same address is one chat, also twice in one call', async () => {
    const ids = await ledger.chatIds([key('same'), key('same'), key('another')])
    expect(ids[0]).toBe(ids[1])
    expect(ids[2]).not.toBe(ids[0])
    expect(await ledger.chatIds([key('same')])).toEqual([ids[0]])
  })

  test('a message delivered three times is in the inbox once', async () => {
    expect(await write('halo', 'm:1')).toHaveLength(1)
    expect(await write('halo', 'm:1')).toHaveLength(0)
    expect(await write('halo', 'm:1')).toHaveLength(0)
    expect((await taken()).inbox).toHaveLength(1)
  })

  test('messages come oldest first by the order of arrival, not by the clock', async () => {
    for (const text of ['satu', 'dua', 'tiga']) await write(text)
    await pool.query(
      `UPDATE inbound SET received_at = now() + interval '1 hour' WHERE chat_id = $1 AND external_id = 'satu'`,
      [chatId],
    )
    expect((await taken()).inbox.map((message) => message.input)).toMatchObject(
      ['satu', 'dua', 'tiga'].map((text) => ({ kind: 'message', content: { text } })),
    )
  })

  test('what is unfinished is found again, unless it still waits for its file', async () => {
    await write('tertinggal')
    expect(await ledger.unfinished(0, 1000)).toContain(chatId)
    await pool.query(`UPDATE inbound SET held_until = now() + interval '1 minute' WHERE chat_id = $1`, [
      chatId,
    ])
    expect(await ledger.unfinished(0, 1000)).not.toContain(chatId)
  })
})

describe('commit', () => {
  test('state, inbox mark, ticket and letters are there together', async () => {
    await write('lapor')
    const out = letter('Nomor laporan …')
    const row = ticket(`KPG-261120-${String(counter).padStart(3, '0')}-1`)
    const { won, leased } = await ledger.commit([turn(await taken(), { outbound: [out], newTickets: [row] })])
    expect([...won]).toEqual([chatId])
    expect([...leased]).toEqual([out.id])
    expect(await ledger.take([chatId])).toEqual([])
    const events = await pool.query('SELECT kind, seq, text FROM ticket_event WHERE ticket_id = $1', [row.id])
    expect(events.rows).toEqual([{ kind: 'opened', seq: 1, text: 'Kode tidak masuk' }])
  })

  test('of two processes with the same turn one wins and the other leaves no trace', async () => {
    await write('lapor')
    const chat = await taken()
    const first = ticket(`KPG-261121-${String(counter).padStart(3, '0')}-1`)
    const second = ticket(`KPG-261122-${String(counter).padStart(3, '0')}-1`)
    const results = await Promise.all([
      ledger.commit([turn(chat, { outbound: [letter('a')], newTickets: [first] })]),
      other.ledger.commit([turn(chat, { outbound: [letter('b')], newTickets: [second] })]),
    ])
    expect(results.map((result) => result.won.size).sort()).toEqual([0, 1])
    const { rows } = await pool.query(
      'SELECT (SELECT count(*) FROM ticket WHERE chat_id = $1)::int AS tickets, (SELECT count(*) FROM outbound WHERE chat_id = $1)::int AS letters',
      [chatId],
    )
    expect(rows).toEqual([{ tickets: 1, letters: 1 }])
  })

  test('one turn with a bad row does not hold up the others', async () => {
    await write('baik')
    const good = await taken()
    const goodId = chatId
    ;[chatId] = (await ledger.chatIds([key(`bad ${counter}`)])) as [string]
    await write('buruk')
    const bad = await taken()
    const taken1 = ticket('KPG-261123-001-1')
    await ledger.commit([turn(good, { newTickets: [taken1] })])
    chatId = goodId
    await write('baik lagi')
    const again = await taken()
    await expect(
      ledger.commit([turn(again), turn(bad, { newTickets: [ticket('KPG-261123-001-1')] })]),
    ).rejects.toThrow(/duplicate key/)
    expect(await ledger.take([goodId])).toEqual([])
    expect((await ledger.take([bad.id]))[0]!.inbox[0]!.attempts).toBe(1)
  })

  test('words added to a ticket change its state by the life of a ticket, with numbered events', async () => {
    await write('lapor')
    const row = ticket(`KPG-261124-${String(counter).padStart(3, '0')}-1`)
    await ledger.commit([turn(await taken(), { newTickets: [row] })])
    await pool.query(`UPDATE ticket SET state = 'answered', seq = 2 WHERE id = $1`, [row.id])
    await write('masih belum')
    const change = { ticketId: row.id, change: 'message' as const, text: 'masih belum', fileIds: [] }
    await ledger.commit([turn(await taken(), { ticketChanges: [change, { ...change, text: 'tolong' }] })])
    const { rows } = await pool.query('SELECT state, seq FROM ticket WHERE id = $1', [row.id])
    expect(rows).toEqual([{ state: 'new', seq: 4 }])
    const events = await pool.query(
      'SELECT seq, kind, text FROM ticket_event WHERE ticket_id = $1 ORDER BY seq',
      [row.id],
    )
    expect(events.rows.slice(1)).toEqual([
      { seq: 3, kind: 'message', text: 'masih belum' },
      { seq: 4, kind: 'message', text: 'tolong' },
    ])
  })

  test('a ticket that its person takes back is closed, and is open for nobody', async () => {
    await write('lapor')
    const row = ticket(`KPG-261127-${String(counter).padStart(3, '0')}-1`)
    await ledger.commit([turn(await taken(), { newTickets: [row] })])
    await write('cabut saja')
    const change = { ticketId: row.id, change: 'withdraw' as const, text: '', fileIds: [] }
    await ledger.commit([turn(await taken(), { ticketChanges: [change] })])
    const { rows } = await pool.query(
      'SELECT state, seq, closed_at IS NOT NULL AS closed FROM ticket WHERE id = $1',
      [row.id],
    )
    expect(rows).toEqual([{ state: 'closed', seq: 2, closed: true }])
    const events = await pool.query(
      'SELECT seq, kind, text FROM ticket_event WHERE ticket_id = $1 ORDER BY seq DESC LIMIT 1',
      [row.id],
    )
    expect(events.rows).toMatchObject([{ seq: 2, kind: 'withdrawn' }])
    await write('halo')
    expect((await taken()).openTicket).toBeNull()
  })

  test('a chat is taken with the moment an officer spoke, until its person writes', async () => {
    await write('lapor')
    const row = ticket(`KPG-261128-${String(counter).padStart(3, '0')}-1`)
    await ledger.commit([turn(await taken(), { newTickets: [row] })])
    await write('halo')
    const waiting = await taken()
    expect(waiting.openTicket).toMatchObject({ id: row.id, answeredAt: null })
    await ledger.commit([turn(waiting)])
    const spoken = new Date('2026-11-20T02:00:00Z')
    await pool.query(`UPDATE ticket SET state = 'waiting', updated_at = $2 WHERE id = $1`, [row.id, spoken])
    await write('tanggal 12')
    const answered = await taken()
    expect(answered.openTicket).toMatchObject({ id: row.id, answeredAt: spoken.getTime() })
    const change = { ticketId: row.id, change: 'message' as const, text: 'tanggal 12', fileIds: [] }
    await ledger.commit([turn(answered, { ticketChanges: [change] })])
    await write('sudah')
    expect((await taken()).openTicket).toMatchObject({ answeredAt: null })
  })

  test('a rating is taken once, and only of a closed ticket', async () => {
    await write('lapor')
    const row = ticket(`KPG-261125-${String(counter).padStart(3, '0')}-1`)
    await ledger.commit([turn(await taken(), { newTickets: [row] })])
    const rate = (score: number) => ({
      ticketId: row.id,
      change: 'rate' as const,
      text: '',
      fileIds: [],
      score,
    })
    for (const score of [4, 3, 1]) {
      await write(`nilai ${score}`)
      await ledger.commit([turn(await taken(), { ticketChanges: [rate(score)] })])
      if (score === 4)
        await pool.query(`UPDATE ticket SET state = 'closed', closed_at = now() WHERE id = $1`, [row.id])
    }
    const { rows } = await pool.query('SELECT rating FROM ticket WHERE id = $1', [row.id])
    expect(rows).toEqual([{ rating: 3 }])
  })
})

describe('asks', () => {
  test('serials of one office and day grow without a number given twice, whoever asks', async () => {
    const ask = { chatId, query: { of: 'new ticket' as const, office: 'TNJ' }, day: '2026-11-20' }
    const answers = (await Promise.all(Array.from({ length: 8 }, () => ledger.query([ask, ask, ask])))).flat()
    const numbers = answers.map((answer) => (answer.of === 'new ticket' ? answer.number : ''))
    expect(new Set(numbers).size).toBe(24)
    expect(numbers.map((number) => Number(number.split('-')[2])).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 24 }, (_, at) => at + 1),
    )
  })

  test("somebody else's ticket number finds nothing", async () => {
    await write('lapor')
    const row = ticket(`KPG-261126-${String(counter).padStart(3, '0')}-1`)
    await ledger.commit([turn(await taken(), { newTickets: [row] })])
    const [stranger] = await ledger.chatIds([key(`stranger ${counter}`)])
    const ask = { of: 'ticket' as const, number: row.number }
    const [own, foreign] = await ledger.query([
      { chatId, query: ask, day: '2026-11-20' },
      { chatId: stranger!, query: ask, day: '2026-11-20' },
    ])
    expect(own).toMatchObject({ ticket: { id: row.id } })
    expect(foreign).toEqual({ of: 'ticket', ticket: null })
  })
})

describe('outbox', () => {
  async function posted(...texts: string[]) {
    await write('tanya', newId())
    const letters = texts.map((text) => letter(text))
    const { leased } = await ledger.commit([turn(await taken(), { outbound: letters })])
    return { letters, leased }
  }

  test('letters a live process holds are not taken by another', async () => {
    await posted('satu')
    expect(await other.ledger.claim([chatId])).toEqual([])
    expect(await other.ledger.undelivered(['telegram'], 1000)).not.toContainEqual({
      chatId,
      channel: 'telegram',
    })
  })

  test('letters of a dead process are taken over in their order', async () => {
    const dying = await startInstance(database.url, silentLog)
    const theirs = createLedger(pool, dying.id, 'KPG')
    await write('halo')
    await theirs.commit([turn(await taken(), { outbound: [letter('satu'), letter('dua')] })])
    expect(await ledger.claim([chatId])).toEqual([])
    await dying.stop()
    await expect
      .poll(() => ledger.undelivered(['telegram'], 1000))
      .toContainEqual({ chatId, channel: 'telegram' })
    expect((await ledger.claim([chatId])).map((row) => row.content.text)).toEqual(['satu', 'dua'])
    expect(await other.ledger.claim([chatId])).toEqual([])
  })

  test('nothing newer goes before a letter that waits for its next try', async () => {
    const { letters } = await posted('pertama')
    await ledger.recordOutcomes([
      { ...sentOutcome(letters[0]!.id), state: 'pending', failure: 'throttled', retryInMs: 60_000 },
    ])
    const later = await posted('kedua')
    expect(later.leased.size).toBe(0)
    expect(await ledger.claim([chatId])).toEqual([])
    await pool.query('UPDATE outbound SET due_at = now() WHERE id = $1', [letters[0]!.id])
    expect((await ledger.claim([chatId])).map((row) => [row.content.text, row.attempts])).toEqual([
      ['pertama', 1],
      ['kedua', 0],
    ])
  })

  test('two processes that claim the same chat at once do not share its letters', async () => {
    const { letters } = await posted('a', 'b', 'c')
    await ledger.release(letters.map((one) => one.id))
    const claims = await Promise.all([ledger.claim([chatId]), other.ledger.claim([chatId])])
    expect(claims.map((rows) => rows.length).sort()).toEqual([0, 3])
  })

  test('a person who blocked us is marked as gone until they write again', async () => {
    const { letters } = await posted('halo')
    await ledger.recordOutcomes([
      { ...sentOutcome(letters[0]!.id), state: 'failed', failure: 'blocked', gone: true },
    ])
    const gone = async () =>
      (await pool.query('SELECT gone_at FROM chat WHERE id = $1', [chatId])).rows[0].gone_at
    expect(await gone()).toBeInstanceOf(Date)
    await write('saya kembali')
    await ledger.commit([turn(await taken())])
    expect(await gone()).toBeNull()
  })

  test('history is one order of both sides, without notes, and a tap shows its label', async () => {
    await write('halo')
    const menu = {
      ...letter('Pilih'),
      content: { text: 'Pilih', choices: [{ id: 'quota', label: 'Jatah' }], question: 1 },
    }
    await ledger.commit([turn(await taken(), { outbound: [menu] })])
    const tap = { kind: 'choice' as const, question: 1, id: 'quota' }
    await ledger.accept([
      { id: newId(), chatId, externalId: 'tap', content: tap, fileReference: null, fileWaitMs: null },
    ])
    const items = await ledger.history('telegram', `chat ${counter}`, '')
    expect(items.map((item) => [item.from, item.text])).toEqual([
      ['person', 'halo'],
      ['bot', 'Pilih'],
      ['person', 'Jatah'],
    ])
    expect(await ledger.history('telegram', `chat ${counter}`, items[1]!.seq)).toHaveLength(1)
  })

  test('a picture goes with its letter to whoever sends it, and into the history', async () => {
    const card = {
      title: 'Surat yang dibawa: Dewasa',
      parts: [{ heading: null, lines: [{ icon: 'id-card', text: 'KTP', note: null, have: true }] }],
    }
    await write('halo')
    const content = { text: 'Simpan gambar ini.', choices: [], question: 0, card }
    const elsewhere = { ...letter('Gambar'), content, local: false }
    await ledger.commit([turn(await taken(), { outbound: [elsewhere, { ...letter('Lalu'), local: false }] })])
    const claimed = await ledger.claim([chatId])
    expect(claimed.map((one) => one.content.card)).toEqual([card, undefined])
    const items = await ledger.history('telegram', `chat ${counter}`, '')
    expect(items.map((item) => item.card)).toEqual([null, card, null])
  })
})
