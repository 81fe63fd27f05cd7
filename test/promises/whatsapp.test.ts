import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Account, WaFakeServer } from '../peers/whatsapp/src/server.ts'
import { freshDatabase } from '../support/database.ts'
import { addOfficer, signIn, signInFirst, type SignedInOfficer } from '../support/officer.ts'
import { freePort } from '../support/redis.ts'
import { startSystem, temporaryFolder, type Running } from '../support/system.ts'
import { phoneOf, startWhatsAppPeer, TRUST_ROOT, whatsAppEnv } from '../support/whatsapp.ts'

/** The main job on WhatsApp, from linking the number to the rating, in the real process, which is killed in the middle. */

const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const STORY = 'Kode dari email tidak masuk sejak kemarin'
const PASSWORD = 'kata sandi yang panjang'

describe('the main job on WhatsApp', () => {
  let peer: WaFakeServer
  let office: Account
  let account: Account
  let maria: ReturnType<typeof phoneOf>
  let database: Awaited<ReturnType<typeof freshDatabase>>
  let folder: ReturnType<typeof temporaryFolder>
  let pool: pg.Pool
  let env: Record<string, string>
  const processes: Running[] = []
  let officer: SignedInOfficer
  let admin: SignedInOfficer
  let number: string

  beforeAll(async () => {
    peer = await startWhatsAppPeer()
    office = peer.addAccount('6281100000001', 'Kantor Imigrasi')
    account = peer.addAccount('6281211111111', 'Maria Bere')
    maria = phoneOf(account, office)
    database = await freshDatabase()
    pool = new pg.Pool({ connectionString: database.url, max: 2 })
    folder = temporaryFolder()
    const port = String(await freePort())
    env = {
      ...whatsAppEnv(peer, office),
      PORT: port,
      DATABASE_URL: database.url,
      SECRET_KEY: 'the key of this test only',
      DATA_DIR: folder.path,
      LOG_LEVEL: 'debug',
      PACE: 'off', // the pace of the platform is not what is tried here
    }
    const first = await start()
    const address = `http://127.0.0.1:${port}`
    officer = await signInFirst(address, first.stdoutText())
    addOfficer(env, 'admin@kantor.local', PASSWORD, 'admin')
    admin = await signIn(address, 'admin@kantor.local', PASSWORD)
  })

  afterAll(async () => {
    for (const one of processes) await one.kill('SIGINT')
    await pool.end()
    await peer.stop()
    await database.drop()
    folder.remove()
  })

  async function start(): Promise<Running> {
    const running = await startSystem(env, TRUST_ROOT)
    processes.push(running)
    return running
  }

  const whatsapp = async () =>
    (await admin.get('/channels')).body.items.find((one: { channel: string }) => one.channel === 'whatsapp')
  const ticket = async () => (await officer.get(`/tickets/${number}`)).body
  const inboxed = async () => Number((await pool.query('SELECT count(*) FROM inbound')).rows[0].count)

  test('an admin reads the pairing code, and when it is typed on the phone the door is on', async () => {
    await expect.poll(async () => (await whatsapp())?.pairingCode, { timeout: 15_000 }).toBeTruthy()
    const { pairingCode, state, linked } = await whatsapp()
    expect({ pairingCode, state, linked }).toEqual({
      pairingCode: expect.stringMatching(/^[0-9A-Z]{8}$/),
      state: 'linking',
      linked: false,
    })
    expect(await officer.get('/channels')).toMatchObject({ status: 403 }) // the code is the account: for admins only
    office.enterPairingCode(pairingCode)
    await peer.online(office)
    await expect.poll(whatsapp, { timeout: 15_000 }).toMatchObject({
      state: 'on',
      linked: true,
      pairingCode: null,
      qr: null,
    })
  })

  test('a complaint in numbered answers loses nothing when the process is killed in the middle', async () => {
    expect(await maria.ask('lapor', /Ceritakan saja/)).toMatch(/\n\n1\. Pilih dari daftar\n0\. Petugas/)
    await maria.ask('1', /tentang apa/)
    await maria.ask('1', /paling cocok/)
    await maria.ask('1', /Apa yang terjadi/)
    const [before, since] = [await inboxed(), maria.since()]
    await maria.says(STORY)
    await expect.poll(inboxed, { interval: 5 }).toBe(before + 1)
    await processes[0]!.kill('SIGKILL')
    await maria.sendsPhoto(PHOTO, '')

    await start()
    await maria.hears(/Ini yang kami catat/, since)
    expect(await maria.hears(/berkas: 1/, since)).toContain(STORY)
    number = /Nomor laporan: (\S+)/.exec(await maria.ask('1', /Nomor laporan/))![1]!

    expect(processes[1]!.stdoutText()).not.toContain('Linked devices')
    expect(office.companions.size).toBe(1)
    const told = maria.shown().map(({ text }) => text.split('\n')[0])
    expect(new Set(told).size).toBe(told.length) // every question came once
  })

  test('the officer reads story and photo, claims and answers, and the answer is on the phone', async () => {
    const { events, channel } = await ticket()
    expect(channel).toBe('whatsapp')
    expect(JSON.stringify(events)).toContain(STORY)
    const [, id] = /"id":"([\da-f-]{36})","mime":"image\/png"/.exec(JSON.stringify(await ticket()))!
    expect(await officer.file(`/tickets/${number}/files/${id}`)).toEqual({ type: 'image/png', bytes: PHOTO })
    const since = maria.since()
    expect((await officer.post(`/tickets/${number}/assignment`, {})).status).toBeLessThan(300)
    const text = 'Coba lihat folder spam, Bu'
    expect((await officer.post(`/tickets/${number}/replies`, { text })).status).toBe(201)
    expect(await maria.hears(/folder spam/, since)).toContain(number)
  })

  test('what is written while the process is down is answered, on the same ticket, without linking again', async () => {
    const since = maria.since()
    expect(await processes[1]!.kill('SIGINT')).toBe(0)
    await maria.says('Sudah, tidak ada juga')
    await start()
    expect(await maria.hears(/Sudah masuk ke laporan/, since)).toContain(number)
    expect(processes[2]!.stdoutText()).not.toContain('Linked devices')
  })

  test('closing asks for a rating, and one digit is the rating', async () => {
    const since = maria.since()
    await officer.post(`/tickets/${number}/closure`, { resolution: 'Kode dikirim ulang di loket' })
    expect(await maria.hears(/Bagaimana bantuan kami/, since)).toMatch(/4\. Sangat baik/)
    await maria.ask('4', /Terima kasih atas jawabannya/)
    expect(await ticket()).toMatchObject({ rating: 4, state: 'closed' })
    expect((await ticket()).events.map((event: { kind: string }) => event.kind)).toEqual([
      'opened',
      'assigned',
      'reply',
      'message',
      'closed',
      'rated',
    ])
  })

  test('nothing is left over, and no word, name or address of the person was printed', async () => {
    const { rows } = await pool.query(
      `SELECT (SELECT count(*) FROM inbound WHERE done_at IS NULL)::int AS unread,
        (SELECT count(*) FROM outbound WHERE state <> 'sent')::int AS unsent`,
    )
    expect(rows).toEqual([{ unread: 0, unsent: 0 }])
    const printed = processes.map((one) => one.stdoutText() + one.stderrText()).join('')
    expect(printed).toContain('whatsapp: connected')
    for (const secret of [STORY, 'folder spam', 'Maria', account.phone, account.lid, office.phone, 'privKey'])
      expect(printed).not.toContain(secret)
    expect(peer.unknownIqs).toEqual([])
  })
})
