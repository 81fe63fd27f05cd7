import './quiet.ts'
import { createHash, createCipheriv, createHmac, randomBytes } from 'node:crypto'
import { proto } from '@whiskeysockets/baileys'
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

describe('linking', () => {
	it('links by QR and echoes a text, encrypted both ways', async () => {
		bot = await newBot({ POLITE: '1' }).start(office)
		await alice.sendText(office, 'hello')
		const r = await alice.waitFor('echo: hello')
		expect(r.from).toBe(office)
		await alice.sendText(office, 'again')
		expect((await alice.waitFor('echo: again')).type).toBe('msg')
		expect(alice.receipts.map(r => r.type)).toContain('read')
		expect(alice.chatStates.map(c => c.state)).toContain('composing')
		expect(office.inbox.map(r => r.text)).toEqual(['echo: hello', 'echo: again']) // the copies on its own phone
		expect(wa.unknownIqs).toEqual([])
	})
	it('links by pairing code', async () => {
		bot = await newBot({ PAIR_PHONE: office.phone }).start()
		const { code } = await bot.event(e => e.code)
		office.enterPairingCode(code)
		await wa.online(office)
		await alice.sendText(office, 'hi')
		await alice.waitFor('echo: hi')
	})
	it('refuses a wrong pairing code', async () => {
		bot = await newBot({ PAIR_PHONE: office.phone }).start()
		await bot.event(e => e.code)
		office.enterPairingCode('AAAAAAAA')
		await new Promise(r => setTimeout(r, 700))
		expect(office.companions.size).toBe(0)
	})
})

describe('messages', () => {
	beforeEach(async () => { bot = await newBot().start(office) })
	it('carries media both ways', async () => {
		await alice.sendMedia(office, 'image', Buffer.from('JPEG of my passport'), { mimetype: 'image/jpeg' })
		await alice.waitFor('got 19 bytes: JPEG of my passport')
		await alice.sendMedia(office, 'audio', Buffer.from('OggS voice note'), { mimetype: 'audio/ogg; codecs=opus', ptt: true, seconds: 3 })
		await alice.waitFor(/got 15 bytes: OggS/)
		await alice.sendText(office, 'pdf')
		const r = await alice.waitFor('your form')
		expect((await alice.download(r, 'document')).toString()).toBe('%PDF-1.4 form')
	})
	it('refuses an upload: Baileys tries each host once and gives up, so the client must retry', async () => {
		wa.media.failNext.upload = 1
		await alice.sendText(office, 'pdf')
		expect((await bot.event(e => e.error)).error).toContain('Media upload failed on all hosts')
		await alice.sendText(office, 'pdf')
		await alice.waitFor('your form')
	})
	it('lets the client start a conversation by phone number', async () => {
		bot.command({ send: alice.jid, text: 'your appointment is tomorrow' })
		const r = await alice.waitFor('your appointment is tomorrow')
		expect(r.type).toBe('pkmsg')
		await alice.sendText(office, 'thanks')
		await alice.waitFor('echo: thanks')
	})
	it('works in a group', async () => {
		const bob = wa.addAccount('67572222222', 'Bob')
		const g = wa.addGroup('Family', [alice, bob, office])
		await alice.sendText(g, 'hello all')
		expect((await alice.waitFor('echo: hello all')).chat).toBe(g.jid)
		expect((await bob.waitFor('echo: hello all')).type).toBe('skmsg')
		await bob.sendText(g, 'me too')
		await alice.waitFor('echo: me too')
	})
	it('shows the client what a human sends from the office phone', async () => {
		await office.sendText(alice, 'an officer here')
		const e = await bot.event(e => e.text === 'an officer here')
		expect(e.key.fromMe).toBe(true)
		expect(e.key.remoteJid).toBe(alice.lidJid)
	})
	it('reports delivery and read receipts', async () => {
		await alice.sendText(office, 'x')
		const r = await alice.waitFor('echo: x')
		// the receipt can overtake the client's own 'append' event and be merged into it: both carry the status
		await bot.event(e => (e.update === r.id || e.key?.id === r.id) && e.status === 3)
		alice.markRead(r)
		await bot.event(e => (e.update === r.id || e.key?.id === r.id) && e.status === 4)
	})
	it('opens poll votes', async () => {
		await alice.sendText(office, 'poll')
		const r = await alice.waitFor(r => !!r.message.pollCreationMessageV3)
		await alice.send(office, vote(r, alice.lidJid, office.lidJid, ['B']))
		const e = await bot.event(e => e.vote)
		expect(e.vote).toEqual([createHash('sha256').update('B').digest('hex')])
	})
})

/** A poll vote, as a phone makes it. */
function vote(poll: { id: string; message: proto.Message }, voter: string, creator: string, options: string[]): proto.IMessage {
	const secret = poll.message.messageContextInfo!.messageSecret!
	const hmac = (k: Uint8Array, d: Uint8Array) => createHmac('sha256', k).update(d).digest()
	const sign = Buffer.concat([Buffer.from(poll.id), Buffer.from(creator), Buffer.from(voter), Buffer.from('Poll Vote'), Buffer.from([1])])
	const key = hmac(hmac(Buffer.alloc(32), secret), sign)
	const iv = randomBytes(12), c = createCipheriv('aes-256-gcm', key, iv)
	c.setAAD(Buffer.from(`${poll.id}\0${voter}`))
	const selectedOptions = options.map(o => createHash('sha256').update(o).digest())
	const enc = Buffer.concat([c.update(proto.Message.PollVoteMessage.encode({ selectedOptions }).finish()), c.final(), c.getAuthTag()])
	return { pollUpdateMessage: { pollCreationMessageKey: { remoteJid: voter, fromMe: false, id: poll.id }, vote: { encPayload: enc, encIv: iv }, senderTimestampMs: Date.now() } }
}
