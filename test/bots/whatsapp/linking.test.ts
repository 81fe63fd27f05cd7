import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Account } from '../../peers/whatsapp/src/server.ts'
import { outbound, shown, typeCode, until, World } from './world.ts'

let world: World
let alice: Account
beforeAll(async () => {
  world = await World.start()
  alice = world.wa.addAccount('67571111111', 'Alice')
})
afterAll(() => world.stop())

let offices = 0
const newOffice = () => world.wa.addAccount(`6757000000${++offices}`, 'Office')

async function rowsOf(session: string): Promise<{ type: string; id: string; value: string }[]> {
  const { rows } = await world.pool.query(
    'SELECT type, id, value FROM whatsapp_key WHERE session = $1 ORDER BY type, id',
    [session],
  )
  return rows
}

describe('linking', () => {
  it('links by QR, shown in the terminal and in the status, and forgets it once linked', async () => {
    const office = newOffice()
    const { channel, announced } = world.open({ session: office.phone })
    expect(channel.status()).toEqual({ channel: 'whatsapp', state: 'starting' })
    await channel.start()
    const status = await shown(channel, 'qr')
    expect(status.state).toBe('linking')
    await until(() => announced.length > 0)
    expect(announced[0]).toMatch(/Linked devices > Link a device, then scan:\n[^]*▄/)
    await office.scanQr(status.qr!)
    await until(() => channel.status().state === 'on')
    expect(channel.status()).toEqual({ channel: 'whatsapp', state: 'on' })
  })

  it('links by pairing code when it knows the phone number', async () => {
    const office = newOffice()
    const { channel, announced } = world.open({ session: office.phone, phone: office.phone })
    await channel.start()
    const { pairingCode } = await shown(channel, 'pairingCode')
    expect(pairingCode).toMatch(/^[0-9A-Z]{8}$/)
    await until(() => announced.length > 0)
    expect(announced).toHaveLength(1)
    expect(announced[0]).toContain(`${pairingCode!.slice(0, 4)}-${pairingCode!.slice(4)}`)
    await typeCode(office, pairingCode!)
    await until(() => channel.status().state === 'on')
    expect(channel.status().pairingCode).toBeUndefined()
  })

  it('begins anew when it was stopped between asking for the code and its being typed', async () => {
    const office = newOffice()
    const first = world.open({ session: office.phone, phone: office.phone })
    await first.channel.start()
    const { pairingCode: old } = await shown(first.channel, 'pairingCode')
    await until(async () => (await rowsOf(office.phone)).length > 0)
    await first.channel.stop()
    const second = world.open({ session: office.phone, phone: office.phone })
    await second.channel.start()
    const { pairingCode } = await shown(second.channel, 'pairingCode')
    expect(pairingCode).not.toBe(old)
    await typeCode(office, pairingCode!)
    await until(() => second.channel.status().state === 'on')
  })

  it('goes on after a restart with the account from the database, without linking again', async () => {
    const office = newOffice()
    const before = await world.linked(office)
    await alice.sendText(office, 'before')
    await until(() => before.texts().includes('before'))
    await before.channel.send(outbound(alice.lidJid, 'welcome'))
    await alice.reply(await alice.waitFor('welcome'), 'thanks')
    await until(() => before.texts().includes('thanks'))
    await before.channel.stop()
    expect(before.channel.status().state).toBe('stopped')

    const after = world.open({ session: office.phone })
    await after.channel.start()
    await until(() => after.channel.status().state === 'on')
    expect(after.announced).toEqual([])
    await alice.sendText(office, 'after')
    await until(() => after.texts().includes('after'))
    expect(await after.channel.send(outbound(alice.lidJid, 'welcome back'))).toMatchObject({ ok: true })
    await alice.waitFor('welcome back')
    // the Signal session itself went on: nothing had to be asked for again
    expect(alice.receipts.map(({ type }) => type)).not.toContain('retry')
  })
})

describe('the account at rest', () => {
  it('is not readable in the table: no key, no phone number, no LID, no sent text', async () => {
    const office = newOffice()
    const { channel, texts } = await world.linked(office)
    await alice.sendText(office, 'hello')
    await until(() => texts().includes('hello'))
    await channel.send(outbound(alice.lidJid, 'a very private answer'))
    const rows = await until(async () => {
      const found = await rowsOf(office.phone)
      return ['sent', 'tctoken'].every((late) => found.some(({ type }) => type === late)) ? found : null
    })
    const types = new Set(rows.map(({ type }) => type))
    for (const type of [
      'creds',
      'pre-key',
      'session',
      'lid-mapping',
      'device-list',
      'tctoken',
      'identity-key',
      'sent',
    ])
      expect(types).toContain(type)
    const columns = JSON.stringify(rows.map(({ type, id, value }) => [type, id, value]))
    for (const plain of [alice.phone, alice.lid, office.lid, 'private', 'noiseKey', 'Buffer', 'rootKey'])
      expect(columns).not.toContain(plain)
  })

  it('keeps the privacy token of a contact, so that it is asked for once', async () => {
    const office = newOffice()
    const { channel, texts } = await world.linked(office)
    await alice.sendText(office, 'hi')
    await until(() => texts().includes('hi'))
    let asked = 0
    const onNode = world.wa.onNode.bind(world.wa)
    world.wa.onNode = (conn, node) => {
      if (
        node.tag === 'iq' &&
        node.attrs.xmlns === 'privacy' &&
        (node.content as { tag: string }[])?.[0]?.tag === 'tokens'
      )
        asked++
      return onNode(conn, node)
    }
    for (const text of ['one', 'two', 'three']) {
      await channel.send(outbound(alice.lidJid, text))
      await alice.waitFor(text)
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
    world.wa.onNode = onNode
    expect(asked).toBe(1)
  })
})

describe('when the connection ends', () => {
  it('connects again after a cut, a stream error and refused log-ins, and says so meanwhile', async () => {
    const office = newOffice()
    const { channel, texts, lines } = await world.linked(office)
    for (const code of [undefined, 503] as const) {
      world.wa.failLogins = code ? 1 : 0
      world.wa.disconnect(office, code)
      const down = await until(() => (channel.status().state === 'down' ? channel.status() : null))
      expect(down.detail).toMatch(/WhatsApp/)
      await until(() => channel.status().state === 'on')
    }
    expect(lines.filter(({ level }) => level === 'warn').map(({ fields }) => fields.code)).toEqual([
      428, 503, 503,
    ])
    await world.wa.online(office)
    await alice.sendText(office, 'still there?')
    await until(() => texts().includes('still there?'))
  })

  it.each([
    [440, 'took over'],
    [403, 'banned'],
    [405, 'Update'],
  ])('stops at %i, in plain words, and does not try again', async (code, words) => {
    const office = newOffice()
    const { channel, lines } = await world.linked(office)
    const logins = world.wa.logins.length
    if (code !== 440) Object.assign(world.wa, { failLogins: 1, failLoginReason: code })
    world.wa.disconnect(office, code === 440 ? 'conflict' : undefined)
    await until(() => channel.status().detail?.includes(words))
    expect(channel.status().state).toBe('down')
    expect(lines.at(-1)).toMatchObject({ level: 'error', fields: { code } })
    if (code === 440) await new Promise((resolve) => setTimeout(resolve, 1200))
    expect(world.wa.logins.length - logins).toBe(code === 440 ? 0 : 1)
    world.wa.failLoginReason = 503
    expect(await channel.send(outbound(alice.lidJid, 'x'))).toEqual({
      ok: false,
      failure: { kind: 'not-linked' },
    })
  })

  it('forgets the account when the phone removes the link (401), and offers to link again', async () => {
    const office = newOffice()
    const { channel, texts } = await world.linked(office)
    world.wa.unlink(office)
    const { qr } = await shown(channel, 'qr')
    expect((await rowsOf(office.phone)).filter(({ type }) => type === 'session')).toEqual([])
    await office.scanQr(qr!)
    await until(() => channel.status().state === 'on')
    await world.wa.online(office)
    await alice.sendText(office, 'linked again')
    await until(() => texts().includes('linked again'))
  })

  it('keeps the account, and keeps trying, while WhatsApp cannot be reached', async () => {
    const office = newOffice()
    const { channel } = await world.linked(office)
    await channel.stop()
    const before = await rowsOf(office.phone)
    const cut = world.open({ session: office.phone, url: 'wss://127.0.0.1:9/' })
    await cut.channel.start()
    await until(() => cut.lines.length > 1)
    expect(cut.channel.status().detail).toBe('WhatsApp cannot be reached.')
    await cut.channel.stop()
    // the library may write a last contact after we looked; nothing of the account may be gone or changed
    expect(await rowsOf(office.phone)).toEqual(expect.arrayContaining(before))
  })
})

describe('one owner for a number', () => {
  it('owns the number once, however often it is started', async () => {
    const office = newOffice()
    let owners = 0
    const own: typeof world.store.own = (...given) => {
      owners++
      return world.store.own(...given)
    }
    const { channel } = world.open({ session: office.phone }, undefined, { ...world.store, own })
    await Promise.all([channel.start(), channel.start()])
    await shown(channel, 'qr')
    await channel.start()
    expect(owners).toBe(1)
  })

  it('lets a second process wait, and take over when the first stops', async () => {
    const office = newOffice()
    const first = await world.linked(office)
    const second = world.open({ session: office.phone })
    await second.channel.start()
    await until(() => second.channel.status().detail?.includes('Another process'))
    expect(first.channel.status().state).toBe('on')
    await first.channel.stop()
    await until(() => second.channel.status().state === 'on')
    await world.wa.online(office)
    await alice.sendText(office, 'who is there?')
    await until(() => second.texts().includes('who is there?'))
    expect(first.texts()).toEqual([])
  })

  it('lets go of WhatsApp when the database goes away, and comes back with it: what people write waits there', async () => {
    const office = newOffice()
    const { channel, texts } = await world.linked(office)
    const own = world.store.own.bind(world.store)
    let away = true
    world.store.own = async (...args) => {
      if (away) throw new Error('the database is away')
      return own(...args)
    }
    await world.pool.query(`
      SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE locktype = 'advisory' AND datname = current_database() AND pid <> pg_backend_pid()`)
    await until(() => channel.status().detail?.startsWith('The database cannot be reached'))
    await until(() => ![...office.companions.values()].some(({ online }) => online))
    await alice.sendText(office, 'written meanwhile')
    away = false
    await until(() => channel.status().state === 'on')
    await until(() => texts().length > 0)
    expect(texts()).toEqual(['written meanwhile'])
    world.store.own = own
  })
})
