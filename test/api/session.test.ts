import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { NOW, openApi, PASSWORD, type Api } from './support.ts'

let api: Api
let ana: Awaited<ReturnType<Api['officer']>>

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())
beforeEach(async () => {
  api.clock.now = NOW
  ana = await api.officer('ambassador', 'KPG', 'Ana')
})

const signIn = (email: string, password: string, headers: Record<string, string> = {}) =>
  api.call('POST', '/session', { body: { email, password }, headers })

async function cookieOf(who = ana): Promise<string> {
  const { headers } = await signIn(who.email, PASSWORD)
  return headers.get('set-cookie')!.split(';')[0]!
}

describe('signing in', () => {
  test('sets a cookie that scripts cannot read and other sites cannot send, and says who it is', async () => {
    const answer = await signIn(` ${ana.email.toUpperCase()} `, PASSWORD)
    expect(answer.status).toBe(201)
    expect(answer.json).toEqual({
      id: ana.id,
      email: ana.email,
      name: 'Ana',
      role: 'ambassador',
      office: 'KPG',
    })
    const cookie = answer.headers.get('set-cookie')!
    expect(cookie).toMatch(/^tanyapaspor=[\w-]{43}; Max-Age=43200; Path=\/; .*HttpOnly; SameSite=Strict$/)
    expect(cookie).not.toContain('Secure')
  })

  test('behind TLS the cookie never travels without it', async () => {
    const answer = await signIn(ana.email, PASSWORD, { 'x-forwarded-proto': 'https' })
    expect(answer.headers.get('set-cookie')).toContain('Secure')
  })

  test('the session works until it is signed out, and is then worth nothing', async () => {
    const cookie = await cookieOf()
    expect(await api.call('GET', '/session', { headers: { cookie } })).toMatchObject({
      status: 200,
      json: { name: 'Ana' },
    })
    expect((await api.call('GET', '/tickets', { headers: { cookie } })).status).toBe(200)
    const out = await api.call('DELETE', '/session', { headers: { cookie } })
    expect(out.status).toBe(204)
    expect(out.headers.get('set-cookie')).toMatch(/^tanyapaspor=;/)
    expect((await api.call('GET', '/session', { headers: { cookie } })).status).toBe(401)
  })

  test('a session ends after twelve hours, used or not; the officer’s ended ones are forgotten at the next sign-in', async () => {
    const cookie = await cookieOf()
    api.clock.now += 12 * 3_600_000 - 1
    expect((await api.call('GET', '/session', { headers: { cookie } })).status).toBe(200)
    api.clock.now += 1
    expect((await api.call('GET', '/session', { headers: { cookie } })).status).toBe(401)
    api.clock.now += 1
    await cookieOf()
    const sessions = await api.prisma.officerToken.count({ where: { officerId: ana.id, kind: 'session' } })
    expect(sessions).toBe(1)
  })

  test('a wrong password, an unknown e-mail and an officer who left get the same answer', async () => {
    const gone = await api.officer('ambassador')
    await api.prisma.officer.update({ where: { id: gone.id }, data: { active: false } })
    const answers = [
      await signIn(ana.email, 'salah sekali'),
      await signIn('siapa@kantor.example', PASSWORD),
      await signIn(gone.email, PASSWORD),
    ]
    for (const { status, json, headers } of answers) {
      expect(status).toBe(401)
      expect(json).toEqual(answers[0]!.json)
      expect(headers.get('set-cookie')).toBeNull()
    }
  })

  test('an unknown e-mail takes as long as a wrong password', async () => {
    const took = async (email: string) => {
      const begun = performance.now()
      await signIn(email, 'salah sekali')
      return performance.now() - begun
    }
    await took('pertama@kantor.example')
    const [unknown, wrong] = [await took('siapa-lagi@kantor.example'), await took(ana.email)]
    expect(unknown).toBeGreaterThan(wrong / 4)
  })

  test('after five wrong tries the sixth waits, even with the right password; other people go on', async () => {
    for (let tries = 0; tries < 5; tries++)
      expect((await signIn(ana.email, `salah ${tries}`)).status).toBe(401)
    const refused = await signIn(ana.email, PASSWORD)
    expect(refused).toMatchObject({ status: 429, json: { reason: 'too-many-tries' } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60)
    const budi = await api.officer('ambassador')
    expect((await signIn(budi.email, PASSWORD)).status).toBe(201)
  })

  test('twenty tries at once pass no more than five', async () => {
    const tries = await Promise.all(Array.from({ length: 20 }, () => signIn(ana.email, 'salah sekali')))
    expect(tries.filter((answer) => answer.status === 401).length).toBeLessThanOrEqual(5)
    expect(tries.every((answer) => answer.status === 401 || answer.status === 429)).toBe(true)
  })

  test('passwords are argon2id, e-mails encrypted, tokens only hashed', async () => {
    const cookie = await cookieOf()
    const row = await api.prisma.officer.findUniqueOrThrow({
      where: { id: ana.id },
      include: { tokens: true },
    })
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(row.email).not.toContain('kantor')
    const kept = JSON.stringify(row)
    expect(kept).not.toContain(cookie.split('=')[1])
    expect(kept).not.toContain(ana.token)
    expect(row.tokens.map((token) => token.hash)).toContainEqual(expect.stringMatching(/^[\da-f]{64}$/))
  })
})

describe('another site', () => {
  const change = async (headers: Record<string, string>) => {
    const ticket = await api.tickets.open()
    return api.call('POST', `${ticket.path}/notes`, {
      headers: { cookie: await cookieOf(), ...headers },
      body: { text: 'x' },
    })
  }

  test.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://jahat.example' }],
    [{ origin: 'null' }],
  ])('cannot change anything with the cookie: %o', async (headers) => {
    expect(await change(headers)).toMatchObject({ status: 403, json: { reason: 'cross-site' } })
  })

  test('our own pages and programs can', async () => {
    expect((await change({ 'sec-fetch-site': 'same-origin' })).status).toBe(201)
    expect((await change({ origin: api.address })).status).toBe(201)
    expect((await change({})).status).toBe(201)
  })

  test('cannot sign somebody in', async () => {
    expect((await signIn(ana.email, PASSWORD, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })

  test('a bearer token is no cookie: nobody else can make a browser send it', async () => {
    const ticket = await api.tickets.open()
    const headers = { origin: 'https://alat.example' }
    expect(
      (await api.call('POST', `${ticket.path}/notes`, { as: ana.token, headers, body: { text: 'x' } }))
        .status,
    ).toBe(201)
  })
})

describe('bearer tokens', () => {
  test('an unknown, malformed or expired one is refused, and a good cookie beside it does not help', async () => {
    const cookie = await cookieOf()
    for (const authorization of [
      'Bearer abc',
      'Bearer',
      'Basic YTpi',
      '',
      `Bearer ${'a'.repeat(43)}`,
      `Bearer ${cookie.split('=')[1]}`,
    ]) {
      const answer = await api.call('GET', '/session', { headers: { cookie, authorization } })
      expect(answer).toMatchObject({ status: 401, json: { reason: 'sign-in-needed' } })
      expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    }
    api.clock.now += 366 * 86_400_000
    expect((await api.call('GET', '/session', { as: ana.token })).status).toBe(401)
  })

  test('a bearer token is not a session, and leaving ends it at once', async () => {
    expect(
      (await api.call('GET', '/session', { headers: { cookie: `tanyapaspor=${ana.token}` } })).status,
    ).toBe(401)
    expect((await api.call('GET', '/session', { as: ana.token })).status).toBe(200)
    await api.prisma.officer.update({ where: { id: ana.id }, data: { active: false } })
    expect((await api.call('GET', '/session', { as: ana.token })).status).toBe(401)
  })
})

describe('accounts', () => {
  test('the first supervisor is made once, on an empty table', async () => {
    const fresh = await openApi()
    const both = await Promise.all([
      fresh.officers.ensureFirstSupervisor(),
      fresh.officers.ensureFirstSupervisor(),
    ])
    const [first] = both.filter((made) => made !== null)
    expect(both.filter((made) => made !== null)).toHaveLength(1)
    expect(first!.password).toMatch(/^[\w-]{20}$/)
    const answer = await fresh.call('POST', '/session', { body: first })
    expect(answer).toMatchObject({ status: 201, json: { role: 'supervisor', office: null } })
    expect(await fresh.officers.ensureFirstSupervisor()).toBeNull()
    await fresh.close()
  })

  test('an e-mail is taken once, in whatever case; a short password and a strange e-mail are refused', async () => {
    const add = (email: string, password = PASSWORD) =>
      api.officers.add({ email, name: 'X', role: 'ambassador', office: null, password })
    await expect(add(ana.email.toUpperCase())).rejects.toThrow('already an officer')
    await expect(add('tanpa-tanda')).rejects.toThrow('e-mail')
    await expect(add('baru@kantor.example', 'pendek')).rejects.toThrow('at least 8')
    await expect(api.officers.issueBearerToken('tidak@ada.example')).rejects.toThrow('no officer')
  })
})
