import './quiet.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WaFakeServer, type Account } from '../src/server.ts'
import { BotProcess } from './bot-process.ts'

let wa: WaFakeServer, office: Account, alice: Account, bot: BotProcess
const bots: BotProcess[] = []
const newBot = (env?: Record<string, string>) => { const b = new BotProcess(wa, env); bots.push(b); return b }
beforeEach(async () => {
	wa = await WaFakeServer.start({ debug: !!process.env.DEBUG })
	office = wa.addAccount('67570000001', 'Passport Office')
	alice = wa.addAccount('67571111111', 'Alice')
})
afterEach(async () => {
	for (const b of bots.splice(0)) await b.stop()
	await wa.stop()
})

describe('trouble', () => {
	it('delivers what was missed while the client was down', async () => {
		bot = await newBot().start(office)
		await alice.sendText(office, 'one'); await alice.waitFor('echo: one')
		await bot.stop('SIGKILL')
		await alice.sendText(office, 'two'); await alice.sendText(office, 'three')
		await bot.start(); await wa.online(office)
		await alice.waitFor('echo: two'); await alice.waitFor('echo: three')
		await bot.event(e => e.text === 'three')
		const ups = bot.events.filter(e => e.upsert && !e.key.fromMe).map(e => [e.upsert, e.text])
		expect(ups).toEqual([['notify', 'one'], ['append', 'two'], ['append', 'three']])
	})
	it('a crash in the handler loses the message: Baileys has already acknowledged it', async () => {
		bot = await newBot().start(office)
		await alice.sendText(office, 'die')
		await bot.exited
		const n = bot.events.length
		await bot.start(); await wa.online(office)
		await new Promise(r => setTimeout(r, 700))
		expect(bot.events.slice(n).filter(e => e.upsert)).toEqual([])
	})
	it.each([[undefined, 428], [503, 503], [500, 500]] as const)('reconnects after a disconnect (%s)', async (code, seen) => {
		bot = await newBot().start(office)
		await alice.sendText(office, 'one'); await alice.waitFor('echo: one')
		const n = bot.events.length
		wa.disconnect(office, code)
		await bot.event(e => e.connection === 'close' && e.status === seen, 8000, n)
		await wa.online(office)
		await alice.sendText(office, 'two'); await alice.waitFor('echo: two')
	})
	it('is told when another process takes over, and when it is unlinked', async () => {
		bot = await newBot().start(office)
		await bot.event(e => e.connection === 'open')
		wa.disconnect(office, 'conflict')
		await bot.event(e => e.connection === 'close' && e.status === 440)
		await bot.stop(); await bot.start(); await wa.online(office)
		wa.unlink(office)
		await bot.event(e => e.connection === 'close' && e.status === 401)
	})
	it('keeps trying while logins fail', async () => {
		bot = await newBot().start(office)
		wa.failLogins = 2; wa.failLoginReason = 503
		wa.disconnect(office)
		await wa.online(office)
		expect(bot.events.filter(e => e.status === 503)).toHaveLength(2)
	})
	it('notices a dead connection by its keep-alive', async () => {
		bot = await newBot({ KEEPALIVE: '1000' }).start(office)
		wa.stall = true
		await bot.event(e => e.connection === 'close' && e.status === 408, 20000)
		wa.stall = false
		await wa.online(office)
		await alice.sendText(office, 'back'); await alice.waitFor('echo: back')
	}, 40000)
	it('sends again when the phone cannot decrypt', async () => {
		bot = await newBot().start(office)
		await alice.sendText(office, 'one'); await alice.waitFor('echo: one')
		alice.phoneDevice.dropSession([...office.companions.values()][0]!.key)
		bot.command({ send: alice.lidJid, text: 'lost?' })
		await alice.waitFor('lost?')
	})
	it('recovers from a message it cannot decrypt', async () => {
		bot = await newBot().start(office)
		await alice.sendText(office, 'one'); await alice.waitFor('echo: one')
		// the bot restored from an old backup: its session is older than the phone's
		const { readdirSync, rmSync } = await import('node:fs')
		await bot.stop()
		for (const f of readdirSync(bot.authDir)) if (f.startsWith('session-')) rmSync(`${bot.authDir}/${f}`)
		await bot.start(); await wa.online(office)
		await alice.sendText(office, 'two')
		await alice.waitFor('echo: two', { timeout: 15000 })
	}, 30000)
	it('asks getMessage for what it sent before its restart', async () => {
		bot = await newBot().start(office)
		await alice.sendText(office, 'one'); const r = await alice.waitFor('echo: one')
		await bot.stop(); await bot.start(); await wa.online(office)
		alice.phoneDevice.dropSession([...office.companions.values()][0]!.key)
		wa.receiptFromPhone(alice, r, 'retry', [{ tag: 'retry', attrs: { count: '1', id: r.id, t: '1', v: '1' } }, { tag: 'registration', attrs: {}, content: Buffer.from([0, 0, 0, 1]) }])
		await bot.event(e => e.getMessage === r.id)
	})
	it('goes on with a user who re-installed WhatsApp', async () => {
		bot = await newBot().start(office)
		await alice.sendText(office, 'one'); await alice.waitFor('echo: one')
		alice.reinstall()
		await alice.sendText(office, 'two'); await alice.waitFor('echo: two')
	})
	it('reports a refused message (463: restricted account)', async () => {
		bot = await newBot().start(office)
		await alice.sendText(office, 'one'); await alice.waitFor('echo: one')
		wa.nackNext.push('463')
		bot.command({ send: alice.lidJid, text: 'refused' })
		const e = await bot.event(e => e.stub?.[0] === '463')
		expect(e.status).toBe(0)
	})
})
