import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { silentLog } from '../../../src/adapters/log.ts'
import { pageRoutes } from '../../../src/bots/web/assets.ts'
import { pageLanguages } from '../../../src/bots/web/languages.ts'
import { startHttpServer } from '../../../src/http-server.ts'
import { temporaryFolder } from '../../support/system.ts'
import { createClient } from './client.ts'
import { startWeb, type Harness, type Script } from './harness.ts'

let web: Harness
afterEach(() => web.stop())

async function open(script?: Script, secure?: boolean) {
  web = await startWeb(script, secure)
  return createClient(web.url)
}

const addressOf = (cookie: string) => cookie.split('=')[1]!.split('.')[0]!

describe('a person is a signed cookie', () => {
  test('it comes with the first message, is kept from scripts and other sites, and goes on with the chat', async () => {
    const client = await open()
    expect((await client.get('/chat')).headers.get('set-cookie')).toBeNull()
    const cookie = (await client.write('Halo')).headers.get('set-cookie')
    expect(cookie).toMatch(
      /^tanyapaspor_chat=[\w-]{32}\.[0-9a-f]{64}; Path=\/chat; HttpOnly; SameSite=Strict; Max-Age=\d+$/,
    )
    await client.write('Saya lagi')
    expect(await client.texts()).toEqual(['Halo', 'Saya lagi'])
    expect(new Set(web.accepted.map((inbound) => inbound.address)).size).toBe(1)
  })

  test('over https it is kept from plain http', async () => {
    const client = await open(undefined, true)
    expect((await client.write('Halo')).headers.get('set-cookie')).toMatch(/; Secure$/)
  })

  test('a forged, cut or foreign signature opens a new chat, never another one', async () => {
    const victim = await open()
    await victim.write('rahasia')
    const [address, signature] = victim.cookie().split('=')[1]!.split('.') as [string, string]
    const turned = signature.replace(/^./, (first) => (first === '0' ? '1' : '0'))
    for (const forged of [turned, signature.slice(1), '', '.', `${signature}0`, 'é'.repeat(32)]) {
      const thief = createClient(web.url, `tanyapaspor_chat=${address}.${encodeURI(forged)}`)
      expect(await thief.texts()).toEqual([])
      expect((await thief.get('/chat/events')).status).toBe(204)
      await thief.write('saya korban')
      expect(addressOf(thief.cookie())).not.toBe(address)
      expect(await thief.texts()).toEqual(['saya korban'])
    }
    expect(await victim.texts()).toEqual(['rahasia'])
  })
})

describe('only our own page may write', () => {
  test('another site is refused, whatever browser says it', async () => {
    const client = await open()
    for (const site of ['cross-site', 'same-site', 'none'])
      expect((await client.write('Halo', { 'sec-fetch-site': site })).status).toBe(403)
    for (const origin of ['https://example.org', 'null', `${web.url}9`])
      expect((await client.write('Halo', { origin })).status).toBe(403)
    expect(web.accepted).toEqual([])
    expect(client.cookie()).toBe('')
  })

  test('our own page is welcome, also behind a proxy', async () => {
    const client = await open()
    expect((await client.write('1', { 'sec-fetch-site': 'same-origin' })).status).toBe(202)
    expect((await client.write('2', { origin: web.url })).status).toBe(202)
    const proxied = { origin: 'https://paspor.example', 'x-forwarded-host': 'paspor.example' }
    expect((await client.write('3', proxied)).status).toBe(202)
  })

  test('a form of another site cannot send our type, and no answer may be read across sites', async () => {
    const client = await open()
    expect((await client.write('Halo', { 'content-type': 'text/plain' })).status).toBe(400)
    const response = await client.get('/chat/messages', { origin: 'https://example.org' })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('every answer forbids foreign scripts, frames and guessing', async () => {
    const client = await open()
    const script = /src="(\/chat\/[^"]+\/app\.js)"/.exec(await (await client.get('/chat')).text())![1]!
    for (const path of ['/chat', '/chat/messages', '/chat/events', script]) {
      const { headers } = await client.get(path)
      expect(headers.get('content-security-policy')).toContain("script-src 'self'")
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
  })
})

describe('what comes in', () => {
  test('text, a tapped choice and a file become accepted with the sender’s own id', async () => {
    const client = await open()
    const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()]
    await client.write('Halo', {}, a)
    await client.raw(JSON.stringify({ id: b, choice: { question: 4, id: 'yes' } }))
    const sent = await client.file(new Uint8Array([1, 2, 3]), 'image/jpeg', c)
    expect(sent.status).toBe(202)
    const channel = 'web'
    const address = addressOf(client.cookie())
    expect(web.accepted).toEqual([
      { channel, address, externalId: a, content: { kind: 'text', text: 'Halo' } },
      { channel, address, externalId: b, content: { kind: 'choice', question: 4, id: 'yes' } },
      {
        channel,
        address,
        externalId: c,
        content: { kind: 'media', media: 'photo', caption: '', file: null },
        file: { bytes: Buffer.from([1, 2, 3]) },
      },
    ])
  })

  test('the kind of a file follows its type', async () => {
    const client = await open()
    for (const type of ['image/png', 'audio/ogg', 'video/mp4', 'application/pdf', 'weird'])
      await client.file(new Uint8Array([1]), type)
    const kinds = web.accepted.map(({ content }) => content.kind === 'media' && content.media)
    expect(kinds).toEqual(['photo', 'voice', 'video', 'document', 'document'])
  })

  test('the same id three times is one message', async () => {
    const client = await open()
    const id = randomUUID()
    for (const _ of [1, 2, 3]) expect((await client.write('Halo', {}, id)).status).toBe(202)
    expect(web.accepted).toHaveLength(1)
  })

  test('60,000 characters go through', async () => {
    const client = await open()
    expect((await client.write('ê'.repeat(60_000))).status).toBe(202)
  })

  test('what is no message of the page is refused', async () => {
    const client = await open()
    const id = randomUUID()
    const bodies = [
      '',
      'x',
      'null',
      '[]',
      '{"text":"a"}',
      '{"id":"1","text":"a"}',
      `{"id":"${id}"}`,
      `{"id":"${id}","text":""}`,
      `{"id":"${id}","text":5}`,
      `{"id":"${id}","text":"a","more":1}`,
      `{"id":"${id}","choice":{"question":-1,"id":"a"}}`,
      `{"id":"${id}","choice":{"question":1,"id":"${'a'.repeat(65)}"}}`,
    ]
    for (const body of bodies) expect([body, (await client.raw(body)).status]).toEqual([body, 400])
    expect((await client.file(new Uint8Array([1]), 'image/png', 'no id')).status).toBe(400)
    expect((await client.file(new Uint8Array(), 'image/png')).status).toBe(400)
    expect(web.accepted).toEqual([])
  })

  test('a file of more than 10 MB is refused with 413, said or unsaid', async () => {
    const client = await open()
    const tooLarge = new Uint8Array(10 * 1024 * 1024 + 1)
    const said = await client.file(tooLarge, 'image/jpeg')
    expect([said.status, ((await said.json()) as { reason: string }).reason]).toEqual([413, 'too-large'])
    expect(await chunked(`${web.url}/chat/files`, Buffer.from(tooLarge))).toBe(413)
    expect((await client.file(tooLarge.subarray(1), 'image/jpeg')).status).toBe(202)
    expect(web.accepted).toHaveLength(1)
  })

  test('a message of more than 512 kB is refused with 413', async () => {
    const client = await open()
    expect((await client.write('a'.repeat(512 * 1024))).status).toBe(413)
  })
})

/** Posts without saying how long it is. */
function chunked(url: string, body: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'image/jpeg', 'x-client-id': randomUUID() }
    const sending = request(url, { method: 'POST', headers }, (response) => resolve(response.statusCode!))
    sending.on('error', reject)
    sending.write(body.subarray(0, 1000))
    sending.end(body.subarray(1000))
  })
}

describe('timeouts', () => {
  test('30 messages a minute of one chat, then 429 with when to come again', async () => {
    const client = await open()
    for (let at = 0; at < 30; at++) expect((await client.write(String(at))).status).toBe(202)
    const tired = await client.write('31')
    expect(tired.status).toBe(429)
    expect(Number(tired.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await tired.json()).toMatchObject({ status: 429, reason: 'too-fast' })
    expect(web.accepted).toHaveLength(30)
    expect((await createClient(web.url).write('another person')).status).toBe(202)
  })

  test('60 new chats an hour of one address behind the proxy; old chats and other addresses go on', async () => {
    const old = await open()
    const from = (ip: string) => ({ 'x-forwarded-for': `203.0.113.7, ${ip}` })
    await old.write('Halo', from('198.51.100.1'))
    for (let at = 1; at < 60; at++)
      expect((await createClient(web.url).write('Halo', from('198.51.100.1'))).status).toBe(202)
    const refused = await createClient(web.url).write('Halo', from('198.51.100.1'))
    expect([refused.status, refused.headers.get('set-cookie')]).toEqual([429, null])
    expect(await refused.json()).toMatchObject({ reason: 'too-many-chats' })
    expect((await old.write('saya lagi', from('198.51.100.1'))).status).toBe(202)
    expect((await createClient(web.url).write('Halo', from('198.51.100.2'))).status).toBe(202)
  })
})

describe('the database is away', () => {
  test('messages get 503 and the same person comes again with the same id', async () => {
    const client = await open()
    const id = randomUUID()
    web.down = true
    const refused = await client.write('Halo', {}, id)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '3'])
    const address = addressOf(client.cookie())
    expect((await client.get('/chat/messages')).status).toBe(503)
    expect((await client.get('/chat/events')).status).toBe(503)
    web.down = false
    expect((await client.write('Halo', {}, id)).status).toBe(202)
    expect(web.accepted.map((inbound) => [inbound.address, inbound.externalId])).toEqual([[address, id]])
  })

  test('an open stream that cannot be read is let go, so that the page comes again', async () => {
    const client = await open()
    await client.write('Halo')
    const stream = await client.events()
    await stream.next()
    web.down = true
    await web.say(addressOf(client.cookie()), { text: 'Selamat datang' })
    await stream.ended
    web.down = false
    const again = await client.events({ 'last-event-id': '110' })
    expect([(await again.next()).text, (await again.next()).text]).toEqual(['Halo', 'Selamat datang'])
    again.close()
  })
})

describe('the event stream', () => {
  test('brings what was said and what is said, to every page of the chat and to nobody else', async () => {
    const client = await open((inbound) =>
      inbound.content.kind === 'text' ? { text: `jawaban ${inbound.content.text}` } : undefined,
    )
    const other = createClient(web.url)
    await client.write('satu')
    await other.write('lain')
    const [page, second, foreign] = [await client.events(), await client.events(), await other.events()]
    await vi.waitFor(() => expect(page.raw()).toContain('jawaban satu'))
    await client.write('dua')
    for (const stream of [page, second]) {
      const heard = [await stream.next(), await stream.next(), await stream.next(), await stream.next()]
      expect(heard.map((item) => item.text)).toEqual(['satu', 'jawaban satu', 'dua', 'jawaban dua'])
    }
    expect([(await foreign.next()).text, (await foreign.next()).text]).toEqual(['lain', 'jawaban lain'])
    expect(foreign.raw()).not.toContain('satu')
    for (const stream of [page, second, foreign]) stream.close()
  })

  test('goes on after the last item heard, and repeats the few before it in case one was late', async () => {
    const client = await open()
    await client.write('0')
    const address = addressOf(client.cookie())
    for (let at = 1; at <= 15; at++) await web.say(address, { text: String(at) })
    const stream = await client.events({ 'last-event-id': '240' })
    const heard: string[] = []
    while (heard.at(-1) !== '15') heard.push((await stream.next()).text)
    expect(heard).toEqual(['4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15'])
    // a row that got its number earlier but is seen later is told too
    await web.say(address, { seq: '245', text: 'terlambat' })
    expect((await stream.next()).text).toBe('terlambat')
    stream.close()
  })

  test('says every 20 s that it lives, and finds what another process has said', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      const client = await open()
      await client.write('Halo')
      const stream = await client.events()
      await stream.next()
      expect(stream.raw()).not.toContain(': here')
      web.put(addressOf(client.cookie()), { text: 'dari proses lain' })
      vi.advanceTimersByTime(20_000)
      expect((await stream.next()).text).toBe('dari proses lain')
      expect(stream.raw()).toContain(': here\n\n')
      stream.close()
    } finally {
      vi.useRealTimers()
    }
  })

  test('a sixth page of one chat closes the first; stopping the channel closes all', async () => {
    const client = await open()
    await client.write('Halo')
    const streams = []
    for (let at = 0; at < 6; at++) streams.push(await client.events())
    await streams[0]!.ended
    await web.channel.stop()
    await Promise.all(streams.map((stream) => stream.ended))
    expect(web.channel.status()).toEqual({ channel: 'web', state: 'stopped' })
  })
})

describe('the page', () => {
  test('is small, and asked for again only when it has changed', async () => {
    const client = await open()
    const page = await client.get('/chat')
    const html = await page.text()
    const files = [...html.matchAll(/(?:src|href)="(\/chat\/[^"]+)"/g)].map((match) => match[1]!)
    let bytes = html.length
    let sent = Number(page.headers.get('content-length'))
    for (const file of files) {
      const response = await client.get(file)
      expect([file, response.status]).toEqual([file, 200])
      expect(response.headers.get('cache-control')).toContain('immutable')
      sent += Number(response.headers.get('content-length'))
      bytes += (await response.arrayBuffer()).byteLength
    }
    expect(files).toHaveLength(8)
    const languages = Object.keys(pageLanguages()).length
    expect(bytes).toBeLessThan(25_000 + 1500 * languages)
    expect(sent).toBeGreaterThan(5000)
    expect(sent).toBeLessThan(10_600 + 700 * languages)
    const again = await client.get('/chat', { 'if-none-match': page.headers.get('etag')! })
    expect(again.status).toBe(304)
  })

  test('speaks every language there is a file for, and says without scripts where to go in each', async () => {
    const client = await open()
    const html = await (await client.get('/chat')).text()
    expect(html).toContain('<h1 data-word="title">Tanya Paspor</h1>')
    expect(html).toContain('placeholder="Tulis pesan"')
    expect(html).toMatch(/<noscript>.*Halaman ini perlu JavaScript.*This page needs JavaScript.*<\/noscript>/)
    expect(html).not.toContain('{{')
  })

  test('a new language is its file', async () => {
    const folder = temporaryFolder()
    const words = { title: 'Soal "paspor" & <lain>', noScript: 'Butuh JavaScript.' }
    writeFileSync(path.join(folder.path, 'id.json'), localeFile('Bahasa Indonesia', words))
    writeFileSync(path.join(folder.path, 'tet.json'), localeFile('Tetun', { ...words, title: 'Pasaporte' }))
    writeFileSync(path.join(folder.path, 'xx.json'), JSON.stringify({ greeting: 'begun today' }))
    const routes = pageRoutes(pageLanguages(pathToFileURL(`${folder.path}/`)))
    const server = await startHttpServer({ host: '127.0.0.1', port: 0 }, routes, () => {}, silentLog)
    try {
      const html = await (await fetch(`${server.address}/chat`)).text()
      expect(html).toContain('<h1 data-word="title">Soal &quot;paspor&quot; &amp; &lt;lain></h1>')
      const script = /href="([^"]+\/words\.js)"/.exec(html)![1]!
      const said = await (await fetch(server.address + script)).text()
      expect(said).toContain('"tet":{"name":"Tetun","words":{"title":"Pasaporte"')
      expect(said).not.toMatch(/greeting|xx/)
    } finally {
      await server.stop()
      folder.remove()
    }
  })
})

const localeFile = (name: string, web: object) =>
  JSON.stringify({ greeting: 'kata asisten', language: { name }, web })
