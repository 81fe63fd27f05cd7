import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TgFakeServer, type User } from '../peers/telegram/src/server.ts'
import { freshDatabase } from '../support/database.ts'
import { addOfficer, signIn, signInFirst, type SignedInOfficer } from '../support/officer.ts'
import { freePort, noRedis, startRedis } from '../support/redis.ts'
import { startSystem, temporaryFolder, type Running } from '../support/system.ts'
import { exchange, fileComplaint, numberIn, telegramEnv } from '../support/telegram.ts'

/** The main job end to end, in real processes: once in one process, once split by ROLES over one database. */

const SECRET = { 'x-telegram-bot-api-secret-token': 'webhook-secret-of-the-test' }

interface Deployment {
  readonly processes: readonly Running[]
  readonly door: string
  readonly api: string
  readonly close?: () => Promise<void>
}

function theMainJob(name: string, deploy: (env: Record<string, string>) => Promise<Deployment>): void {
  describe(name, () => {
    let peer: TgFakeServer
    let database: Awaited<ReturnType<typeof freshDatabase>>
    let folder: ReturnType<typeof temporaryFolder>
    let deployment: Deployment
    let officer: SignedInOfficer
    let colleague: SignedInOfficer

    beforeAll(async () => {
      peer = await TgFakeServer.start()
      database = await freshDatabase()
      folder = temporaryFolder()
      const env = {
        ...telegramEnv(peer, await freePort()),
        DATABASE_URL: database.url,
        SECRET_KEY: 'the key of this test only',
        DATA_DIR: folder.path,
      }
      deployment = await deploy(env)
      const printed = deployment.processes.map((one) => one.stdoutText()).join('\n')
      officer = await signInFirst(deployment.api, printed)
      addOfficer(env, 'duta.kedua@kantor.local', 'kata sandi yang panjang')
      colleague = await signIn(deployment.api, 'duta.kedua@kantor.local', 'kata sandi yang panjang')
    })

    afterAll(async () => {
      for (const one of deployment.processes) await one.kill('SIGINT')
      await deployment.close?.()
      await peer.stop()
      await database.drop()
      folder.remove()
    })

    const ticket = async (number: string) => (await officer.get(`/tickets/${number}`)).body
    const kinds = async (number: string) =>
      (await ticket(number)).events.map((event: { kind: string }) => event.kind)
    const reply = (number: string, text: string, ifSeen?: number, who = officer) =>
      who.post(`/tickets/${number}/replies`, { text, ...(ifSeen === undefined ? {} : { ifSeen }) })

    test('complaint → number → claim → answer in the chat → back on the same ticket → closed → rated', async () => {
      const maria = peer.addUser('Maria')
      const number = await fileComplaint(maria)
      expect(
        (await officer.get('/tickets?state=new')).body.items.map((item: { number: string }) => item.number),
      ).toContain(number)
      expect((await officer.post(`/tickets/${number}/assignment`, {})).status).toBeLessThan(300)
      const answered = maria.chat.waitFor(/loket 3/, { timeout: 15_000 })
      expect((await reply(number, 'Silakan ke loket 3, Bu')).status).toBeLessThan(300)
      await answered
      expect(await exchange(maria, 'Sudah, belum dipanggil juga', /Sudah masuk ke laporan/)).toContain(number)
      const rating = maria.chat.waitFor(/Bagaimana bantuan kami/, { timeout: 15_000 })
      await officer.post(`/tickets/${number}/closure`, { resolution: 'Dilayani di loket 3' })
      await rating
      await exchange(maria, '4', /Terima kasih/)
      expect(await kinds(number)).toEqual(['opened', 'assigned', 'reply', 'message', 'closed', 'rated'])
      expect(await ticket(number)).toMatchObject({ rating: 4, state: 'closed' })
    })

    test('of two officers who answer at once, one is told and sees the words of the other', async () => {
      const number = await fileComplaint(peer.addUser('Yosef'))
      const { seq } = await ticket(number)
      const both = await Promise.all([
        reply(number, 'Jawaban pertama', seq),
        reply(number, 'Jawaban kedua', seq, colleague),
      ])
      expect(both.map((one) => one.status).sort()).toEqual([201, 409])
      const [won, lost] = both[0].status === 409 ? [both[1], both[0]] : [both[0], both[1]]
      const said = won.body.events.findLast((event: { kind: string }) => event.kind === 'reply').text
      expect(JSON.stringify(lost.body)).toContain(said)
    })

    test('an answer to a person who blocked the bot is shown as undeliverable on the ticket', async () => {
      const anna = peer.addUser('Anna')
      const number = await fileComplaint(anna)
      anna.block()
      await reply(number, 'Silakan datang Senin')
      await expect.poll(() => kinds(number), { timeout: 15_000 }).toContain('undeliverable')
    })

    test('the same update delivered three times changes nothing', async () => {
      const budi = peer.addUser('Budi')
      await exchange(budi, 'halo', /Tulis saja keperluannya/)
      const update = {
        update_id: 9_000_001,
        message: { message_id: 777, date: 1, chat: budi.chat.info, from: budi.info, text: 'lapor' },
      }
      const before = budi.chat.botMessages.length
      for (let times = 0; times < 3; times++) {
        const response = await fetch(`${deployment.door}/webhooks/telegram`, {
          method: 'POST',
          headers: { ...SECRET, 'content-type': 'application/json' },
          body: JSON.stringify(update),
        })
        expect(response.status).toBe(200)
      }
      await budi.chat.waitFor(/Ceritakan saja/)
      await exchange(budi, '9', /Tulis saja keperluannya/)
      expect(budi.chat.botMessages.length - before).toBe(2)
    })

    test('an unknown or forged webhook is refused and nothing is stored', async () => {
      const stranger = peer.addUser('Penyusup')
      const body = JSON.stringify({
        update_id: 1,
        message: { message_id: 1, chat: stranger.chat.info, from: stranger.info, text: 'lapor' },
      })
      const post = (path: string, headers: Record<string, string>) =>
        fetch(`${deployment.door}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body,
        })
      expect((await post('/webhooks/telegram', {})).status).toBe(401)
      expect((await post('/webhooks/telegram', { 'x-telegram-bot-api-secret-token': 'wrong' })).status).toBe(
        401,
      )
      expect((await post('/webhooks/unknown', SECRET)).status).toBe(404)
      expect(stranger.chat.botMessages).toEqual([])
      expect(deployment.processes.map((one) => one.stderrText() + one.stdoutText()).join('')).not.toContain(
        'Penyusup',
      )
    })

    test('whatever is thrown at it is answered, and the flow goes on', async () => {
      const citra = peer.addUser('Citra')
      await exchange(citra, 'lapor', /Ceritakan saja/)
      const story = 'Aplikasi \u202Emacet\u202C \u200Bterus sejak kemarin'
      expect(await exchange(citra, story, /Kirim sekarang/)).toContain('Aplikasi macet terus')
      await exchange(citra, 'panjang sekali '.repeat(4_000), /./)
      const thrown = [
        () => citra.sendSticker(),
        () => citra.sendPoll('Kapan?', ['Besok', 'Lusa']),
        () => citra.sendLocation(-10.17, 123.6),
        () => citra.sendHuge(50 * 1024 * 1024),
        () => citra.sendDocument(Buffer.from('MZ this is a program'), 'foto.jpg', 'image/jpeg'),
        () => citra.edit(citra.chat.messages[0]!, 'lapor ya'),
      ]
      for (const one of thrown) {
        const answered = citra.chat.waitFor(() => true, {
          since: citra.chat.messages.length,
          timeout: 15_000,
        })
        one()
        await answered
      }
      const number = numberIn(await exchange(citra, '1', /Nomor laporan/))
      expect((await ticket(number)).events[0].text).toContain('Aplikasi macet terus sejak kemarin')
    })

    test('500 messages in one breath are all kept, said once to be many, and nobody else waits for them', async () => {
      const eko = peer.addUser('Eko')
      await exchange(eko, 'halo', /Tulis saja keperluannya/)
      for (let at = 0; at < 500; at++) eko.sendText(`pesan ${at}`)
      await exchange(peer.addUser('Fitri'), 'halo', /Tulis saja keperluannya/, 15_000)
      await expect.poll(() => peer.pending, { timeout: 60_000 }).toBe(0)
      expect(eko.chat.botMessages.length).toBeLessThan(40)
    })

    test('a photo told with the complaint is kept encrypted and can be fetched by the officer', async () => {
      const dewi = peer.addUser('Dewi')
      await exchange(dewi, 'lapor', /Ceritakan saja/)
      const photo = Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      )
      dewi.sendPhoto(photo, 'layar aplikasi')
      await answers(dewi)
      await exchange(dewi, '1', /Kirim sekarang/)
      const number = numberIn(await exchange(dewi, '1', /Nomor laporan/))
      const text = JSON.stringify(await ticket(number))
      expect(text).toContain('image/png')
    })
  })
}

/** Resolves when the bot has said something since now. */
async function answers(user: User): Promise<void> {
  await user.chat.waitFor(() => true, { since: user.chat.messages.length, timeout: 15_000 })
}

theMainJob('in one process', async (env) => {
  const one = await startSystem(env)
  const address = `http://127.0.0.1:${env.PORT}`
  return { processes: [one], door: address, api: address }
})

/** Door, worker and API as processes of their own; the pace of the platform was tried above. */
async function split(given: Record<string, string>): Promise<Deployment> {
  const env: Record<string, string> = { ...given, PACE: 'off' }
  const apiPort = String(await freePort())
  const processes = [
    await startSystem({ ...env, ROLES: 'api', PORT: apiPort }),
    await startSystem({ ...env, ROLES: 'worker', PORT: String(await freePort()) }),
    await startSystem({ ...env, ROLES: 'bots' }),
  ]
  return { processes, door: `http://127.0.0.1:${env.PORT}`, api: `http://127.0.0.1:${apiPort}` }
}

theMainJob('split by ROLES on one database, BullMQ on PostgreSQL', split)

if (noRedis) test.skip(`split by ROLES, BullMQ on Redis: ${noRedis}`, () => {})
else
  theMainJob('split by ROLES on one database, BullMQ on Redis', async (env) => {
    const redis = await startRedis()
    const deployment = await split({ ...env, REDIS_URL: redis.url })
    return { ...deployment, close: redis.stop }
  })
