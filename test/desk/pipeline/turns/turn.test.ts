import { expect, test } from 'vitest'
import { createTexts } from '../../../../src/adapters/texts.ts'
import type { TakenChat, TakenMessage } from '../../../../src/desk/ports/ledger.ts'
import { planTurn, type TurnDeps } from '../../../../src/desk/pipeline/turns/turn.ts'
import { seeded, seededLibrary } from '../../../model/library.ts'
import type { Input } from '../../../../src/flows/engine/conversation.ts'

const NOW = Date.parse('2026-11-20T02:00:00Z')
let ids = 0
let failures: unknown[] = []
const texts = createTexts()

function deps(rest: Partial<TurnDeps> = {}): TurnDeps {
  failures = []
  return {
    world: (chat, now) => ({
      now,
      channel: chat.channel,
      office: 'KPG',
      offices: seeded('offices'),
      categories: seeded('categories'),
      holidays: new Map(),
      library: seededLibrary(),
      openTicket: chat.openTicket,
      hears: texts.hears,
      words: texts.render,
      languages: texts.languages,
    }),
    query: async () => ({ of: 'new ticket', id: `ticket-${++ids}`, number: 'KPG-261120-014-7' }),
    texts,
    newId: () => `id-${++ids}`,
    now: () => NOW,
    burstPause: () => 0,
    isLocal: () => true,
    onFailure: (_chat, error) => failures.push(error),
    ...rest,
  }
}

const said = (text: string, rest: Partial<TakenMessage> = {}): TakenMessage => ({
  id: `in-${++ids}`,
  input: { kind: 'message', content: { kind: 'text', text } },
  file: 'none',
  attempts: 0,
  ageMs: 0,
  ...rest,
})

function chat(inbox: readonly TakenMessage[], rest: Partial<TakenChat> = {}): TakenChat {
  return {
    id: 'chat',
    channel: 'telegram',
    address: '',
    state: null,
    version: 0,
    openTicket: null,
    inbox,
    ...rest,
  }
}

test('several waiting messages are one turn, in their order, and one commit', async () => {
  const turn = await planTurn(chat([said('lapor'), said('1'), said('1')]), deps())
  expect(turn!.handled).toHaveLength(3)
  expect(turn!.outbound.map((message) => message.content.text.split('\n').at(-1))).toEqual([
    expect.stringMatching(/kantor mana/),
    expect.stringMatching(/tentang apa/),
    expect.stringMatching(/paling cocok/),
  ])
})

test('nothing is done before a message whose file still comes, nor after it', async () => {
  const photo = said('', { file: 'waits' })
  expect(await planTurn(chat([photo, said('halo')]), deps())).toBeNull()
  const turn = await planTurn(chat([said('halo'), photo]), deps())
  expect(turn!.handled).toHaveLength(1)
})

test('a file that never came is answered as such instead of waited for', async () => {
  const content = { kind: 'media', media: 'photo', caption: '', file: null } as const
  const input: Input = { kind: 'message', content }
  const turn = await planTurn(chat([{ ...said(''), input, file: 'gave-up' }]), deps())
  expect(turn!.outbound[0]!.content.text).not.toBe('')
  expect(failures).toEqual([])
})

test('an error of ours ends in kind words and a fresh start, never in silence', async () => {
  const broken = deps({
    query: async () => {
      throw new Error('no such thing')
    },
  })
  const turn = await planTurn(chat([said('0'), said('tolong'), said('1')]), broken)
  expect(failures.length).toBeGreaterThan(0)
  expect(turn!.outbound.map((message) => message.content.text).join()).toMatch(/gangguan|di pihak kami/)
  expect(turn!.handled).toHaveLength(3)
})

test('a message whose turn failed three times for its own reasons is answered and let go', async () => {
  const turn = await planTurn(chat([said('halo', { attempts: 3 })]), deps())
  expect(turn!.outbound).toHaveLength(1)
  expect(turn!.handled).toHaveLength(1)
})

test('what opens a confidential ticket at once is confidential itself, with its answer', async () => {
  const turn = await planTurn(chat([said('0'), said('petugas loket minta uang 500 ribu')]), deps())
  expect(turn!.newTickets[0]!.confidential).toBe(true)
  expect(turn!.handled.at(-1)!.confidential).toBe(true)
  expect(turn!.outbound.at(-1)!.confidential).toBe(true)
})

test('what is added to a confidential ticket is confidential', async () => {
  const openTicket = { id: 'ticket', number: 'KPG-261120-014-7', confidential: true, answeredAt: null }
  const greeted = (await planTurn(chat([said('halo')]), deps()))!.state as Record<string, unknown>
  const idle = { ...greeted, flow: null, step: '', question: 0, said: [] }
  const turn = await planTurn(chat([said('orangnya memakai baju biru')], { openTicket, state: idle }), deps())
  expect(turn!.ticketChanges).toMatchObject([{ ticketId: 'ticket', change: 'message' }])
  expect(turn!.handled[0]!.confidential).toBe(true)
})

test('a turn ends where a ticket begins: what follows sees the ledger as it then is', async () => {
  const messages = [said('0'), said('kapan buka?'), said('terima kasih')]
  const turn = await planTurn(chat(messages), deps())
  expect(turn!.newTickets).toHaveLength(1)
  expect(turn!.handled).toHaveLength(2)
})

const BURSTS = { burstPause: () => 2_500 }

test('pieces of one thought get one answer, and every row of them is done', async () => {
  const pieces = ['pak', 'saya mau tanya', 'paspor sy hilang', 'di bandara kemarin'].map((text) => said(text))
  const turn = await planTurn(chat(pieces), deps(BURSTS))
  expect(turn!.handled.map(({ inboundId }) => inboundId)).toEqual(pieces.map(({ id }) => id))
  const heard = turn!.outbound.map((message) => message.content.text).join('\n')
  expect(heard).toMatch(/hilang di Indonesia/)
  expect(turn!.outbound.filter((message) => message.content.choices.length > 0)).toHaveLength(1)
})

test('what is added to a ticket in pieces is one event with all of them, and each row carries the ticket', async () => {
  const openTicket = { id: 'ticket', number: 'KPG-261120-014-7', confidential: false, answeredAt: null }
  const greeted = (await planTurn(chat([said('halo')]), deps()))!.state as Record<string, unknown>
  const idle = { ...greeted, flow: null, step: '', question: 0, said: [] }
  const pieces = [said('sudah dicoba'), said('tetap tidak bisa'), said('sampai sekarang')]
  const turn = await planTurn(chat(pieces, { openTicket, state: idle }), deps(BURSTS))
  expect(turn!.ticketChanges).toMatchObject([
    { ticketId: 'ticket', change: 'message', text: 'sudah dicoba\ntetap tidak bisa\nsampai sekarang' },
  ])
  expect(turn!.handled.map(({ ticketId }) => ticketId)).toEqual(['ticket', 'ticket', 'ticket'])
})

test('one confidential word makes every row of its burst confidential, and opens one ticket with all of it', async () => {
  const pieces = [said('petugas loket'), said('minta uang'), said('500 ribu')]
  const turn = await planTurn(chat([said('0'), ...pieces]), deps(BURSTS))
  expect(turn!.newTickets).toMatchObject([
    { confidential: true, story: 'petugas loket\nminta uang\n500 ribu' },
  ])
  expect(turn!.handled.slice(1).every(({ confidential }) => confidential)).toBe(true)
})

test('number and birth date told in pieces keep every row of the burst out of every story', async () => {
  const pieces = [said('mau cek status paspor saya'), said('123456789012'), said('lahir 12 mei 1990')]
  const unknown = deps({ ...BURSTS, query: async () => ({ of: 'application', found: 'unknown' }) })
  const turn = await planTurn(chat(pieces), unknown)
  expect(turn!.handled.map(({ confidential }) => confidential)).toEqual([true, true, true])
})

test('a burst counts once against a flood', async () => {
  const pieces = Array.from({ length: 19 }, (_, at) => said(`pesan nomor ${at}`))
  const turn = await planTurn(chat(pieces), deps(BURSTS))
  expect(turn!.state).toMatchObject({ memory: { flood: { count: 1 } } })
})
