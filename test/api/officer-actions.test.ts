import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../src/adapters/ids.ts'
import { recordUndeliverable } from '../../src/adapters/prisma/tickets/store.ts'
import { openApi, type Api } from './support.ts'

let api: Api
let [ana, budi]: Awaited<ReturnType<Api['officer']>>[] = []
let supervisor: Awaited<ReturnType<Api['officer']>>
let ticket: Awaited<ReturnType<Api['tickets']['open']>>

beforeAll(async () => {
  api = await openApi()
  ana = await api.officer('ambassador', 'KPG', 'Ana')
  budi = await api.officer('ambassador', 'KPG', 'Budi')
  supervisor = await api.officer('supervisor', null, 'Citra')
})
afterAll(() => api.close())
beforeEach(async () => {
  ticket = await api.tickets.open()
  api.woken.length = 0
})

const post = (who: { token: string }, part: string, body: unknown = {}) =>
  api.call('POST', `${ticket.path}/${part}`, { as: who.token, body })
const remove = (who: { token: string }, part: string) =>
  api.call('DELETE', `${ticket.path}/${part}`, { as: who.token })
const kinds = (json: any) => json.events.map((event: any) => event.kind)
const outbox = async () =>
  (await api.pool.query('SELECT * FROM outbound WHERE chat_id = $1 ORDER BY seq', [ticket.chatId])).rows

describe('assignment', () => {
  test('an ambassador claims a ticket, twice changes nothing, and lets it go again', async () => {
    const claimed = await post(ana!, 'assignment')
    expect(claimed.status).toBe(200)
    expect(claimed.json).toMatchObject({ state: 'assigned', assignee: { id: ana!.id, name: 'Ana' }, seq: 2 })
    expect((await post(ana!, 'assignment')).json.seq).toBe(2)
    const released = await remove(ana!, 'assignment')
    expect(released.json).toMatchObject({ state: 'new', assignee: null, seq: 3 })
    expect(kinds(released.json)).toEqual(['opened', 'assigned', 'released'])
  })

  test('a colleague is told who has it, for claiming as for releasing', async () => {
    await post(ana!, 'assignment')
    for (const refused of [await post(budi!, 'assignment'), await remove(budi!, 'assignment')]) {
      expect(refused.status).toBe(409)
      expect(refused.json).toMatchObject({
        reason: 'assigned-to-another',
        officer: { id: ana!.id, name: 'Ana' },
      })
    }
  })

  test('only a supervisor gives a ticket to somebody else, and takes it from somebody', async () => {
    expect((await post(ana!, 'assignment', { officer: budi!.id })).status).toBe(403)
    expect((await post(supervisor, 'assignment', { officer: budi!.id })).json.assignee.name).toBe('Budi')
    expect((await post(supervisor, 'assignment', { officer: ana!.id })).json.assignee.name).toBe('Ana')
    expect((await remove(supervisor, 'assignment')).json.assignee).toBeNull()
  })

  test('it is not given to somebody who could not see it', async () => {
    const elsewhere = await api.officer('ambassador', 'DPS')
    for (const officer of [elsewhere.id, newId()]) {
      const refused = await post(supervisor, 'assignment', { officer })
      expect(refused).toMatchObject({
        status: 422,
        json: { reason: 'unknown-officer', errors: [{ field: 'officer' }] },
      })
    }
    ticket = await api.tickets.open({ confidential: true, category: 'INT-CALO' })
    expect((await post(supervisor, 'assignment', { officer: ana!.id })).status).toBe(422)
  })

  test('nobody has it, so nobody can release it', async () => {
    expect(await remove(ana!, 'assignment')).toMatchObject({ status: 409, json: { reason: 'not-assigned' } })
  })
})

describe('replies', () => {
  test('an answer claims the ticket, goes into the outbox in final words and rings the channel', async () => {
    const answered = await post(ana!, 'replies', { text: ' Coba  lagi besok pagi.\u200b 🙏 ' })
    expect(answered.status).toBe(201)
    expect(answered.json).toMatchObject({ state: 'answered', assignee: { name: 'Ana' }, seq: 3 })
    expect(kinds(answered.json)).toEqual(['opened', 'assigned', 'reply'])
    expect(answered.json.events.at(-1)).toMatchObject({
      text: 'Coba lagi besok pagi. 🙏',
      officer: { name: 'Ana' },
    })
    expect(answered.json.repliedAt).toBe('2026-11-21T02:00:00.000Z')
    const [sent] = await outbox()
    expect(sent).toMatchObject({
      officer_id: ana!.id,
      ticket_id: ticket.id,
      state: 'pending',
      confidential: false,
    })
    expect(sent.text).toBe(`id officer.reply ${ticket.number}: Coba lagi besok pagi. 🙏`)
    expect(api.woken).toEqual([`deliver telegram ${ticket.chatId}`])
    expect(answered.json.conversation.at(-1)).toMatchObject({
      from: 'officer',
      officer: { name: 'Ana' },
      delivery: { state: 'pending', failure: null },
    })
  })

  test('a question to the applicant waits for the applicant', async () => {
    expect((await post(ana!, 'replies', { text: 'Nomor HP mana?', awaitsAnswer: true })).json.state).toBe(
      'waiting',
    )
  })

  test('who has not the ticket cannot answer it; a supervisor always can, and it stays whose it was', async () => {
    await post(ana!, 'assignment')
    const refused = await post(budi!, 'replies', { text: 'Saya saja.' })
    expect(refused).toMatchObject({
      status: 409,
      json: { reason: 'assigned-to-another', officer: { name: 'Ana' } },
    })
    expect(await outbox()).toEqual([])
    const answered = await post(supervisor, 'replies', { text: 'Dari pengawas.' })
    expect(answered.json).toMatchObject({ state: 'answered', assignee: { name: 'Ana' } })
  })

  test('two officers at once: one answer goes out, the other officer gets 409 and sees its words', async () => {
    for (let round = 0; round < 10; round++) {
      ticket = await api.tickets.open()
      const both = await Promise.all([
        post(ana!, 'replies', { text: 'Jawaban Ana', ifSeen: 1 }),
        post(budi!, 'replies', { text: 'Jawaban Budi', ifSeen: 1 }),
      ])
      expect(both.map((answer) => answer.status).sort()).toEqual([201, 409])
      const winner = both[0].status === 201 ? 'Ana' : 'Budi'
      const loser = both.find((answer) => answer.status === 409)!
      expect(loser.json).toMatchObject({ reason: 'answered-since', seq: 3 })
      expect(loser.json.events).toContainEqual(
        expect.objectContaining({
          kind: 'reply',
          text: `Jawaban ${winner}`,
          officer: expect.objectContaining({ name: winner }),
        }),
      )
      expect((await outbox()).map((sent) => sent.text)).toEqual([
        `id officer.reply ${ticket.number}: Jawaban ${winner}`,
      ])
    }
  })

  test('two supervisors at once without ifSeen: still only one is sent', async () => {
    const other = await api.officer('supervisor')
    const both = await Promise.all([
      post(supervisor, 'replies', { text: 'satu' }),
      post(other, 'replies', { text: 'dua' }),
    ])
    const sent = (await outbox()).length
    expect(sent).toBe(both.filter((answer) => answer.status === 201).length)
    const refused = both.filter((answer) => answer.status !== 201)
    expect(refused.map((answer) => answer.json.reason)).toEqual(refused.map(() => 'answered-since'))
  })

  test('the same request twice sends nothing twice', async () => {
    const same = { text: 'Sudah kami periksa.', ifSeen: 1 }
    const both = await Promise.all([post(ana!, 'replies', same), post(ana!, 'replies', same)])
    expect(both.map((answer) => answer.status)).toEqual([201, 201])
    expect((await post(ana!, 'replies', same)).status).toBe(201)
    expect(await outbox()).toHaveLength(1)
  })

  test('what the applicant wrote since is no obstacle, and neither is one’s own earlier answer', async () => {
    await api.tickets.say(ticket.chatId, { kind: 'text', text: 'Halo?' }, { ticketId: ticket.id })
    await post(ana!, 'replies', { text: 'Pertama' })
    expect((await post(ana!, 'replies', { text: 'Kedua', ifSeen: 1 })).status).toBe(201)
  })

  test('of a confidential ticket nothing shows on a locked screen, and its rows are confidential', async () => {
    ticket = await api.tickets.open({ confidential: true, category: 'INT-CALO', lang: 'en' })
    expect((await post(supervisor, 'replies', { text: 'Terima kasih.' })).status).toBe(201)
    const [sent] = await outbox()
    expect(sent.text).toMatch(/^en officer\.confidentialReply /)
    expect(sent.confidential).toBe(true)
  })

  test('4,000 characters are taken whatever they are, one more is not, and nothing is too little', async () => {
    expect((await post(ana!, 'replies', { text: '👋'.repeat(4000) })).status).toBe(201)
    for (const text of ['👋'.repeat(4001), '   ', ''])
      expect(await post(ana!, 'replies', { text })).toMatchObject({
        status: 422,
        json: { errors: [{ field: 'text' }] },
      })
    expect(await post(ana!, 'replies', { text: '\u200b\u0000' })).toMatchObject({
      status: 422,
      json: { reason: 'no-words' },
    })
  })

  test('identity numbers in an answer are masked before they are stored', async () => {
    const { json } = await post(ana!, 'replies', { text: 'NIK 3271234567890123 sudah benar' })
    expect(json.events.at(-1).text).not.toContain('3271234567890123')
    expect((await outbox())[0].text).not.toContain('3271234567890123')
  })

  test('words that could not be delivered show on the ticket, once, and bring it back to its officer', async () => {
    await post(ana!, 'replies', { text: 'Halo' })
    const [sent] = await outbox()
    await api.pool.query("UPDATE outbound SET state = 'failed', failure = 'blocked' WHERE id = $1", [sent.id])
    await recordUndeliverable(api.pool, sent.id, 'blocked')
    await recordUndeliverable(api.pool, sent.id, 'blocked')
    const { json } = await api.call('GET', ticket.path, { as: ana!.token })
    expect(kinds(json)).toEqual(['opened', 'assigned', 'reply', 'undeliverable'])
    expect(json).toMatchObject({ state: 'assigned', seq: 4 })
    expect(json.events.at(-1).data).toEqual({ outbound: sent.id, failure: 'blocked' })
    expect(json.conversation.at(-1).delivery).toEqual({ state: 'failed', failure: 'blocked' })
  })

  test('words of the bot that could not be delivered leave the ticket as it was', async () => {
    await api.tickets.ask(ticket.chatId, 'Ada lagi?', 0, [])
    const [sent] = await outbox()
    await recordUndeliverable(api.pool, sent.id, 'blocked')
    expect((await api.call('GET', ticket.path, { as: ana!.token })).json.seq).toBe(1)
  })
})

describe('notes', () => {
  test('a note is internal: on the ticket, not in the outbox; a colleague may leave one', async () => {
    await post(ana!, 'assignment')
    const noted = await post(budi!, 'notes', { text: 'Ibu ini sudah datang kemarin.' })
    expect(noted.status).toBe(201)
    expect(noted.json.events.at(-1)).toMatchObject({ kind: 'note', officer: { name: 'Budi' } })
    expect(await outbox()).toEqual([])
    expect(api.woken).toEqual([])
  })
})

describe('closure', () => {
  test('closing tells the applicant, wakes the conversation, and is refused a second time', async () => {
    await post(ana!, 'replies', { text: 'Sudah dikirim ulang.' })
    api.woken.length = 0
    const closed = await post(ana!, 'closure', { resolution: 'OTP dikirim ulang' })
    expect(closed).toMatchObject({
      status: 200,
      json: { state: 'closed', resolution: 'OTP dikirim ulang', seq: 4 },
    })
    expect(api.woken).toEqual([`deliver telegram ${ticket.chatId}`, `converse ${ticket.chatId}`])
    expect((await outbox()).at(-1).text).toBe(`id officer.closed ${ticket.number}: OTP dikirim ulang`)
    const [taken] = await api.tickets.ledger.take([ticket.chatId])
    expect(taken!.inbox.map((message) => message.input)).toEqual([
      {
        kind: 'ticket changed',
        change: 'closed',
        ticket: expect.objectContaining({
          id: ticket.id,
          number: ticket.number,
          state: 'closed',
          lastReply: 'Sudah dikirim ulang.',
        }),
      },
    ])
    expect(await post(ana!, 'closure', { resolution: 'lagi' })).toMatchObject({
      status: 409,
      json: { reason: 'closed' },
    })
    expect(await post(ana!, 'replies', { text: 'lagi' })).toMatchObject({
      status: 409,
      json: { reason: 'closed' },
    })
    expect((await post(ana!, 'assignment')).status).toBe(409)
  })

  test('a new ticket may be closed at once and belongs then to who closed it', async () => {
    const closed = await post(ana!, 'closure', { resolution: 'Salah kirim' })
    expect(kinds(closed.json)).toEqual(['opened', 'assigned', 'closed'])
  })

  test('closing needs a resolution', async () => {
    expect(await post(ana!, 'closure')).toMatchObject({
      status: 422,
      json: { errors: [{ field: 'resolution' }] },
    })
  })

  test('an officer reopens; only what is closed can be reopened', async () => {
    expect(await remove(ana!, 'closure')).toMatchObject({ status: 409, json: { reason: 'not-closed' } })
    await post(ana!, 'closure', { resolution: 'selesai' })
    const reopened = await remove(ana!, 'closure')
    expect(reopened.json).toMatchObject({ state: 'reopened', closedAt: null, resolution: null })
    expect(reopened.json.assignee.name).toBe('Ana')
  })

  test('two officers close at once: one does, one is told', async () => {
    const both = await Promise.all([
      post(supervisor, 'closure', { resolution: 'a' }),
      post(ana!, 'closure', { resolution: 'b' }),
    ])
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect(await outbox()).toHaveLength(1)
  })
})

test('what an officer may do now is listed with the ticket', async () => {
  const may = async (who: { token: string }) =>
    (await api.call('GET', ticket.path, { as: who.token })).json.may
  expect(await may(ana!)).toEqual(['assign', 'reply', 'ask', 'note', 'close'])
  await post(ana!, 'assignment')
  expect(await may(ana!)).toEqual(['assign', 'release', 'reply', 'ask', 'note', 'close'])
  expect(await may(budi!)).toEqual(['note'])
  await post(ana!, 'closure', { resolution: 'selesai' })
  expect(await may(supervisor)).toEqual(['note', 'reopen'])
})
