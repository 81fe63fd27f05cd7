import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/adapters/ids.ts'
import { DAY, NOW, openApi, type Api } from './support.ts'

type Officer = Awaited<ReturnType<Api['officer']>>
type Opened = Awaited<ReturnType<Api['tickets']['open']>>

let api: Api
let officers: Record<
  'kupang' | 'denpasar' | 'everywhere' | 'supervisor' | 'kupangSupervisor' | 'admin',
  Officer
>
let tickets: Record<
  'old' | 'late' | 'urgent' | 'closed' | 'denpasar' | 'confidential' | 'sealedDenpasar',
  Opened
>

beforeAll(async () => {
  api = await openApi()
  officers = {
    kupang: await api.officer('ambassador', 'KPG'),
    denpasar: await api.officer('ambassador', 'DPS'),
    everywhere: await api.officer('ambassador'),
    supervisor: await api.officer('supervisor'),
    kupangSupervisor: await api.officer('supervisor', 'KPG'),
    admin: await api.officer('admin'),
  }
  const { open } = api.tickets
  const confidential = { confidential: true, category: 'INT-CALO', story: 'Ada calo di parkiran.' }
  tickets = {
    old: await open({
      openedAt: NOW - 3 * DAY,
      due: '2026-11-25',
      story: 'Antrean panjang sekali, e-paspor.',
    }),
    late: await open({ openedAt: NOW - 9 * DAY, due: '2026-11-20' }),
    urgent: await open({ openedAt: NOW - DAY, due: '2026-11-27', priority: 1, category: 'PAY-EXPIRED' }),
    closed: await open({ openedAt: NOW - 20 * DAY, due: '2026-11-10' }),
    denpasar: await open({ openedAt: NOW - 2 * DAY, office: 'DPS' }),
    confidential: await open({ openedAt: NOW - DAY, due: '2026-11-24', ...confidential }),
    sealedDenpasar: await open({ openedAt: NOW - DAY, office: 'DPS', ...confidential }),
  }
  await api.call('POST', `${tickets.closed.path}/closure`, {
    as: officers.kupang.token,
    body: { resolution: 'selesai' },
  })
})
afterAll(() => api.close())

async function queue(who: keyof typeof officers, query = ''): Promise<string[]> {
  const { status, json } = await api.call('GET', `/tickets${query}`, { as: officers[who].token })
  expect(status).toBe(200)
  const names = new Map(Object.entries(tickets).map(([name, { number }]) => [number, name]))
  return json.items.map((item: any) => names.get(item.number))
}

describe('the queue', () => {
  test('not closed first, then urgent, then the day promised first; overdue is said', async () => {
    expect(await queue('kupang')).toEqual(['urgent', 'late', 'old', 'closed'])
    const { json } = await api.call('GET', '/tickets', { as: officers.kupang.token })
    expect(json.items.map((item: any) => item.overdue)).toEqual([false, true, false, false])
    expect(json.items[2]).toMatchObject({
      excerpt: 'Antrean panjang sekali, e-paspor.',
      state: 'new',
      assignee: null,
      channel: 'telegram',
    })
    expect(json.nextCursor).toBeNull()
  })

  test('newest and oldest first', async () => {
    expect(await queue('kupang', '?order=newest')).toEqual(['urgent', 'old', 'late', 'closed'])
    expect(await queue('kupang', '?order=oldest')).toEqual(['closed', 'late', 'old', 'urgent'])
  })

  test('each officer sees their office, confidential ones only supervisors do, and not even an admin', async () => {
    const all = ['urgent', 'late', 'old', 'closed', 'denpasar']
    expect((await queue('denpasar')).sort()).toEqual(['denpasar'])
    expect((await queue('everywhere')).sort()).toEqual(all.toSorted())
    expect((await queue('admin')).sort()).toEqual(all.toSorted())
    expect((await queue('supervisor')).sort()).toEqual([...all, 'confidential', 'sealedDenpasar'].sort())
    expect((await queue('kupangSupervisor')).sort()).toEqual(
      ['urgent', 'late', 'old', 'closed', 'confidential'].sort(),
    )
  })

  test.each([
    ['?state=open', ['urgent', 'late', 'old']],
    ['?state=closed', ['closed']],
    ['?state=new,closed', ['urgent', 'late', 'old', 'closed']],
    ['?category=PAY-EXPIRED', ['urgent']],
    ['?priority=1', ['urgent']],
    ['?channel=telegram&state=closed', ['closed']],
    ['?channel=web', []],
    ['?office=KPG&state=closed', ['closed']],
    ['?office=DPS', []],
    ['?assignee=none', ['urgent', 'late', 'old']],
    ['?assignee=me', ['closed']],
    ['?assignee=00000000-0000-0000-0000-000000000000', []],
    ['?from=2026-11-18', ['urgent', 'old']],
    ['?from=2026-11-12&to=2026-11-12', ['late']],
    ['?to=2026-11-01', ['closed']],
    ['?q=antrean', ['old']],
    ['?q=ANTRE', ['old']],
    ['?q=antrean%20paspor', ['old']],
    ['?q=antrean%20lari', []],
    ["?q='%20%26%20!(", []],
    ['?q=%F0%9F%99%82', []],
    ['?q=calo', []],
  ])('%s', async (query, expected) => {
    expect(await queue('kupang', query)).toEqual(expected)
  })

  test('a day is the day in the office’s zone', async () => {
    // 16:30 UTC is already the 19th in Kupang (WITA, UTC+8)
    const number = (await api.tickets.open({ openedAt: Date.parse('2026-10-18T16:30:00Z') })).number
    const on = async (day: string) =>
      (await api.call('GET', `/tickets?from=${day}&to=${day}`, { as: officers.kupang.token })).json.items.map(
        (item: any) => item.number,
      )
    expect(await on('2026-10-18')).toEqual([])
    expect(await on('2026-10-19')).toEqual([number])
    await api.pool.query(
      'DELETE FROM ticket_event WHERE ticket_id = (SELECT id FROM ticket WHERE number = $1)',
      [number],
    )
    await api.pool.query('DELETE FROM ticket WHERE number = $1', [number])
  })

  test('by number: whole, its beginning, in any spelling; a confidential one is not found', async () => {
    const { number } = tickets.late
    for (const typed of [number, number.toLowerCase(), number.replaceAll('-', ' '), number.slice(0, 14)])
      expect(await queue('kupang', `?q=${encodeURIComponent(typed)}`)).toContain('late')
    expect(await queue('kupang', `?q=${tickets.confidential.number}`)).toEqual([])
    expect(await queue('supervisor', `?q=${tickets.confidential.number}`)).toEqual(['confidential'])
  })

  test.each(['queue', 'newest', 'oldest'])('pages in order %s show everything once', async (order) => {
    const whole = await queue('supervisor', `?order=${order}`)
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const { json } = await api.call(
        'GET',
        `/tickets?order=${order}&limit=2${cursor && `&cursor=${cursor}`}`,
        {
          as: officers.supervisor.token,
        },
      )
      seen.push(...json.items.map((item: any) => item.number))
      cursor = json.nextCursor
    }
    const byName = whole.map((name) => tickets[name as keyof typeof tickets].number)
    expect(seen).toEqual(byName)
  })

  test('a cursor of another order, or of nobody’s making, is refused by name', async () => {
    const { json } = await api.call('GET', '/tickets?order=newest&limit=1', { as: officers.kupang.token })
    const forged = Buffer.from('["queue",1,"x"]').toString('base64url')
    for (const cursor of [json.nextCursor, 'x', forged, '%00']) {
      const answer = await api.call('GET', `/tickets?order=queue&cursor=${cursor}`, {
        as: officers.kupang.token,
      })
      expect(answer).toMatchObject({ status: 422, json: { errors: [{ field: 'cursor' }] } })
    }
  })

  test.each([
    ['?limit=0', 'limit'],
    ['?limit=1e9', 'limit'],
    ['?limit=many', 'limit'],
    ['?state=lost', 'state.0'],
    ['?state=new&state=closed', 'state'],
    ['?assignee=ana', 'assignee'],
    ['?from=yesterday', 'from'],
    ['?from=0000-01-01', 'from'],
    ['?to=2026-02-30', 'to'],
    ['?channel=fax', 'channel'],
    ['?sort=name', 'sort'],
    [`?q=${'a'.repeat(201)}`, 'q'],
  ])('%s is refused by name', async (query, field) => {
    const answer = await api.call('GET', `/tickets${query}`, { as: officers.kupang.token })
    expect(answer).toMatchObject({ status: 422, json: { reason: 'wrong-fields', errors: [{ field }] } })
  })
})

describe('a ticket out of scope does not exist, whatever is asked of it', () => {
  const asked: [string, string, unknown?][] = [
    ['GET', ''],
    ['POST', '/assignment', {}],
    ['DELETE', '/assignment'],
    ['POST', '/replies', { text: 'halo' }],
    ['POST', '/notes', { text: 'halo' }],
    ['POST', '/closure', { resolution: 'x' }],
    ['DELETE', '/closure'],
    ['GET', `/files/${newId()}`],
  ]
  test.each(asked)('%s %s', async (method, part, body) => {
    const nothing = await api.call(method, `/tickets/KPG-261120-999-0${part}`, {
      as: officers.supervisor.token,
      body,
    })
    const pairs: [Opened, Officer][] = [
      [tickets.confidential, officers.kupang],
      [tickets.confidential, officers.everywhere],
      [tickets.confidential, officers.admin],
      [tickets.sealedDenpasar, officers.kupangSupervisor],
      [tickets.denpasar, officers.kupang],
      [tickets.old, officers.denpasar],
    ]
    for (const [ticket, officer] of pairs) {
      const answer = await api.call(method, `${ticket.path}${part}`, { as: officer.token, body })
      expect(answer.status).toBe(404)
      expect(answer.json).toEqual(nothing.json)
    }
    const { rows } = await api.pool.query('SELECT max(seq) AS seq FROM ticket WHERE number <> $1', [
      tickets.closed.number,
    ])
    expect(rows[0].seq).toBe(1)
  })

  test('a supervisor reads a confidential one, without the applicant’s name', async () => {
    const { json } = await api.call('GET', tickets.confidential.path, { as: officers.supervisor.token })
    expect(json).toMatchObject({
      confidential: true,
      story: 'Ada calo di parkiran.',
      applicant: { name: null, reachable: true },
    })
  })
})

describe('the conversation on a ticket', () => {
  test('from where the story begins until it was opened, then only what belongs to it; taps become their words', async () => {
    const { say, ask, open } = api.tickets
    const chatId = await api.tickets.chat('Pak Contoh')
    await say(chatId, { kind: 'text', text: 'lama sebelum laporan' })
    await api.pool.query(
      `UPDATE inbound SET received_at = received_at - interval '1 minute' WHERE chat_id = $1`,
      [chatId],
    )
    await pause()
    const storyFrom = Date.now()
    await pause()
    await ask(chatId, 'Soal apa?', 7, [
      { id: 'app', label: 'Aplikasi M-Paspor' },
      { id: 'pay', label: 'Pembayaran' },
    ])
    await say(chatId, { kind: 'choice', question: 7, id: 'pay' })
    await say(chatId, { kind: 'text', text: 'rahasia' }, { confidential: true })
    await say(chatId, { kind: 'unreadable', what: 'sticker' })
    await say(chatId, { kind: 'location', lat: -10.17, lng: 123.6 })
    await pause()
    const ticket = await open({ chatId, storyFrom, openedAt: Date.now() })
    await pause()
    await say(chatId, { kind: 'text', text: 'soal lain' })
    await say(chatId, { kind: 'text', text: 'tambahan' }, { ticketId: ticket.id })
    const { json } = await api.call('GET', ticket.path, { as: officers.kupang.token })
    expect(json.applicant).toEqual({ name: 'Pak Contoh', reachable: true })
    expect(json.conversation.map((item: any) => [item.from, item.text || item.unreadable])).toEqual([
      ['bot', 'Soal apa?'],
      ['person', 'Pembayaran'],
      ['person', 'sticker'],
      ['person', '-10.17, 123.6'],
      ['person', 'tambahan'],
    ])
    expect(json.conversation[0].choices).toEqual(['Aplikasi M-Paspor', 'Pembayaran'])
  })

  test('what was said in confidence is on the confidential ticket itself', async () => {
    const { say, open } = api.tickets
    const chatId = await api.tickets.chat()
    const storyFrom = Date.now() - 1000
    await say(chatId, { kind: 'text', text: 'rahasia' }, { confidential: true })
    await pause()
    const ticket = await open({
      chatId,
      storyFrom,
      openedAt: Date.now(),
      confidential: true,
      category: 'INT-PUNGLI',
    })
    const { json } = await api.call('GET', ticket.path, { as: officers.supervisor.token })
    expect(json.conversation.map((item: any) => item.text)).toEqual(['rahasia'])
  })
})

describe('files', () => {
  async function stored(chatId: string, ticketId: string | null) {
    const id = newId()
    await api.files.put(id, api.encryption.encryptBytes(Buffer.from('isi gambar')))
    await api.pool.query(
      "INSERT INTO stored_file (id, chat_id, ticket_id, sha256, mime, bytes) VALUES ($1, $2, $3, 'x', 'image/jpeg', 10)",
      [id, chatId, ticketId],
    )
    return id
  }
  const get = (path: string, id: string) =>
    fetch(`${api.address}/api/v1${path}/files/${id}`, {
      headers: { authorization: `Bearer ${officers.kupang.token}` },
    })

  test('a file of the ticket comes decrypted, to be kept and not to be run', async () => {
    const ticket = await api.tickets.open()
    const response = await get(ticket.path, await stored(ticket.chatId, ticket.id))
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('isi gambar')
    expect(response.headers.get('content-type')).toBe('image/jpeg')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="?KPG-[\w-]+\.jpeg"?$/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test('a file shown in the conversation is given, one of another story is not', async () => {
    const chatId = await api.tickets.chat()
    const shown = await stored(chatId, null)
    const hidden = await stored(chatId, null)
    const media = (id: string) => ({
      kind: 'media',
      media: 'photo',
      caption: '',
      file: { id, mime: 'image/jpeg', bytes: 10 },
    })
    await api.tickets.say(chatId, media(shown))
    await api.tickets.say(chatId, media(hidden), { confidential: true })
    await pause()
    const ticket = await api.tickets.open({ chatId, openedAt: Date.now() })
    expect((await get(ticket.path, shown)).status).toBe(200)
    expect((await get(ticket.path, hidden)).status).toBe(404)
    const { json } = await api.call('GET', ticket.path, { as: officers.kupang.token })
    expect(json.conversation[0].attachment).toEqual({
      media: 'photo',
      id: shown,
      mime: 'image/jpeg',
      bytes: 10,
      refused: null,
    })
  })

  test('somebody else’s file, a lost one and a wrong id are not found', async () => {
    const [mine, other] = [await api.tickets.open(), await api.tickets.open()]
    const theirs = await stored(other.chatId, other.id)
    const lost = await stored(mine.chatId, mine.id)
    await api.files.remove(lost)
    for (const id of [theirs, lost, newId(), 'x', '..%2F..%2Fsecret.key']) {
      const response = await get(mine.path, id)
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({ reason: 'file-not-found' })
    }
  })
})

const pause = () => new Promise((resolve) => setTimeout(resolve, 15))
