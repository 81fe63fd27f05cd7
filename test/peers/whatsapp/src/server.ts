/**
 * A local stand-in for WhatsApp's multi-device server, for testing a Baileys client over real sockets.
 * It holds accounts (each with a primary phone the test drives) and the companions linked to them;
 * the client under test is one such companion. Nothing here talks to, or can talk to, WhatsApp.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, pbkdf2Sync, randomBytes, randomInt } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import {
	Curve, getBinaryNodeChild as child, getBinaryNodeChildren as children, getAllBinaryNodeChildren as kids,
	jidDecode, proto, S_WHATSAPP_NET, type BinaryNode, type KeyPair, type MediaType
} from '@whiskeysockets/baileys'
import { WebSocketServer, type WebSocket } from 'ws'
import { SignalDevice, type Bundle, type Ciphertext } from './device.ts'
import { MediaStore } from './media.ts'
import { makeNoiseIdentity, NoiseServer, type NoiseIdentity } from './noise.ts'
import { selfSigned } from './tls.ts'

const now = () => Math.floor(Date.now() / 1000)
const u = (n: number, len: number) => { const b = Buffer.alloc(len); b.writeUIntBE(n, 0, len); return b }
const buf = (n?: BinaryNode) => (n?.content === undefined ? Buffer.alloc(0) : Buffer.from(n.content as Uint8Array))
const uint = (n?: BinaryNode) => { const b = buf(n); return b.length ? b.readUIntBE(0, b.length) : 0 }
const el = (tag: string, attrs: Record<string, string> = {}, content?: BinaryNode['content']): BinaryNode => ({ tag, attrs, content })
const newId = () => '3EB0' + randomBytes(9).toString('hex').toUpperCase()

/** A message as a phone of the test receives it from the client, decrypted. */
export interface Received {
	id: string; from: Account; chat: string; message: proto.Message; text: string
	type: Ciphertext['type']; stanza: BinaryNode; at: number
}

/** `byPhone`: addressed by phone number, LID not told. `at`: the stanza's time, seconds. */
export interface SendOptions { id?: string; type?: string; byPhone?: boolean; at?: number }

/** A linked device: the client under test (or one like it). */
class Companion {
	registrationId = 0
	identity: Buffer = Buffer.alloc(0)
	signedPreKey?: Bundle['signedPreKey']
	preKeys: { id: number; pub: Buffer }[] = []
	conn?: Conn
	historySent = false
	/** Stanzas sent to it and not yet acknowledged: delivered again, marked offline, when it reconnects. */
	readonly unacked = new Map<string, BinaryNode>()
	readonly account: Account
	readonly device: number
	readonly keyIndex: number
	readonly noiseKey: string
	constructor(account: Account, device: number, keyIndex: number, noiseKey: string) {
		this.account = account
		this.device = device
		this.keyIndex = keyIndex
		this.noiseKey = noiseKey
	}
	get key() { return `${this.account.phone}:${this.device}` }
	get jid() { return `${this.account.phone}:${this.device}@s.whatsapp.net` }
	get lidJid() { return `${this.account.lid}:${this.device}@lid` }
	get online() { return !!this.conn?.ready }

	takeBundle(): Bundle {
		if (!this.signedPreKey) throw new Error(`${this.key} has uploaded no keys`)
		return { registrationId: this.registrationId, identity: this.identity, signedPreKey: this.signedPreKey, preKey: this.preKeys.shift() }
	}
	deliver(node: BinaryNode) {
		if (node.attrs.id) this.unacked.set(node.attrs.id, node)
		if (this.conn?.ready) this.conn.send(node)
	}
}

/** An account: its primary phone (device 0), which the test drives, and its linked companions. */
export class Account {
	phoneDevice = new SignalDevice(0)
	readonly companions = new Map<number, Companion>()
	readonly inbox: Received[] = []
	/** Receipts the client sent this account: '' = delivered, 'read', 'inactive', ... */
	readonly receipts: { id: string; type: string; from: Account }[] = []
	readonly chatStates: { from: Account; state: string; at: number }[] = []
	private waiters: { test: (r: Received) => boolean; done: (r: Received) => void }[] = []
	/** While true the phone sends no delivery receipts. */
	silent = false
	readonly server: WaFakeServer
	readonly phone: string
	readonly lid: string
	readonly name: string
	constructor(server: WaFakeServer, phone: string, lid: string, name: string) {
		this.server = server
		this.phone = phone
		this.lid = lid
		this.name = name
	}
	get jid() { return `${this.phone}@s.whatsapp.net` }
	get lidJid() { return `${this.lid}@lid` }

	/** What a human does with a link QR: scan it with this account's phone. */
	scanQr(qr: string) {
		const [ref, noise, identity, adv] = qr.slice(qr.indexOf('#') + 1).split(',') as [string, string, string, string]
		return this.server.pair(this, ref, noise, Buffer.from(identity, 'base64'), Buffer.from(adv, 'base64'))
	}
	/** What a human does with an 8-letter pairing code shown by the client. */
	enterPairingCode(code: string) { return this.server.enterPairingCode(this, code) }

	async send(to: Account | Group, message: proto.IMessage, opts: SendOptions = {}): Promise<string> {
		return this.server.sendFromPhone(this, to, message, opts)
	}
	sendText(to: Account | Group, text: string, opts: SendOptions = {}) { return this.send(to, { conversation: text }, opts) }
	reply(r: Received, text: string) {
		return this.send(this.server.resolve(r.chat), {
			extendedTextMessage: { text, contextInfo: { stanzaId: r.id, participant: r.from.lidJid, quotedMessage: r.message } }
		})
	}
	async sendMedia(to: Account | Group, kind: 'image' | 'audio' | 'document' | 'video', data: Buffer, extra: Record<string, unknown> = {}) {
		const type: MediaType = kind === 'audio' && extra.ptt ? 'ptt' : kind
		const ref = await this.server.media.put(data, type)
		return this.send(to, { [`${kind}Message`]: { mimetype: 'application/octet-stream', ...ref, ...extra } }, { type: 'media' })
	}
	download(r: Received, kind: 'image' | 'audio' | 'document' | 'video') {
		const m = (r.message as any)[`${kind}Message`]
		return this.server.media.get(m, kind === 'audio' && m.ptt ? 'ptt' : kind)
	}
	/** The phone could not decrypt it: it asks for it once more, with a bundle for a new session. */
	askAgain(r: Received) { this.server.retryFromPhone(this, r) }
	markRead(r: Received) { this.server.receiptFromPhone(this, r, 'read') }
	typing(to: Account, state: 'composing' | 'paused' = 'composing') {
		for (const c of to.companions.values()) c.conn?.send(el('chatstate', { from: this.lidJid }, [el(state)]))
	}
	/** A re-installed phone: a new identity, and no sessions. */
	reinstall() { this.phoneDevice = new SignalDevice(0); this.server.identityChanged(this) }

	push(r: Received) {
		this.inbox.push(r)
		for (const w of this.waiters.filter(w => w.test(r))) w.done(r)
	}
	/** The next message (or one already in the inbox, from index `since`) that passes the test. */
	waitFor(test: string | RegExp | ((r: Received) => boolean) = () => true, { timeout = 5000, since = 0 } = {}): Promise<Received> {
		const ok = typeof test === 'function' ? test : (r: Received) => typeof test === 'string' ? r.text === test : test.test(r.text)
		const have = this.inbox.slice(since).find(ok)
		if (have) return Promise.resolve(have)
		return new Promise((resolve, reject) => {
			const w = { test: ok, done: (r: Received) => { clearTimeout(t); this.waiters = this.waiters.filter(x => x !== w); resolve(r) } }
			const t = setTimeout(() => {
				this.waiters = this.waiters.filter(x => x !== w)
				reject(new Error(`${this.name} got no such message in ${timeout} ms; inbox: ${JSON.stringify(this.inbox.map(r => r.text))}`))
			}, timeout)
			this.waiters.push(w)
		})
	}
}

export class Group {
	readonly jid: string
	readonly subject: string
	readonly members: Account[]
	constructor(jid: string, subject: string, members: Account[]) {
		this.jid = jid
		this.subject = subject
		this.members = members
	}
}

/** One WebSocket connection of a client. */
class Conn {
	companion?: Companion
	ready = false
	private readonly noise: NoiseServer
	pairingRefs: string[] = []
	noiseKey = ''
	registration?: proto.ClientPayload.IDevicePairingRegistrationData
	pairCode?: { account: Account; wrapped: Buffer; shared?: Buffer }
	/** Linked as soon as the client has signed its device identity. */
	pendingCompanion?: Companion

	readonly server: WaFakeServer
	readonly ws: WebSocket
	constructor(server: WaFakeServer, ws: WebSocket) {
		this.server = server
		this.ws = ws
		this.noise = new NoiseServer(server.noise, d => ws.send(d), (p, k) => this.onLogin(p, k), n => {
			void server.onNode(this, n).catch(e => server.log('error', n.tag, e))
		}, err => { server.log('transport error', err); ws.terminate() })
		ws.on('message', (d: Buffer) => this.noise.feed(d))
		ws.on('close', () => {
			server.conns.delete(this)
			if (this.companion?.conn === this) this.companion.conn = undefined
		})
	}
	send(node: BinaryNode) {
		this.server.trace('>', this.companion?.key, node)
		if (this.ws.readyState === this.ws.OPEN) this.noise.send(node)
	}

	private onLogin(p: proto.ClientPayload, clientStatic: Buffer) {
		this.noiseKey = clientStatic.toString('base64')
		this.server.logins.push(p)
		if (this.server.failLogins > 0) {
			this.server.failLogins--
			return this.fail(this.server.failLoginReason)
		}
		if (p.devicePairingData) { // a client that is not linked yet: offer it QR references
			this.registration = p.devicePairingData
			this.pairingRefs = Array.from({ length: 6 }, () => '2@' + randomBytes(24).toString('base64'))
			this.send(el('iq', { from: S_WHATSAPP_NET, type: 'set', id: newId(), xmlns: 'md' },
				[el('pair-device', {}, this.pairingRefs.map(r => el('ref', {}, Buffer.from(r))))]))
			return
		}
		const companion = this.server.byPhone(String(p.username))?.companions.get(Number(p.device))
		if (!companion || companion.noiseKey !== this.noiseKey) return this.fail(401)
		const old = companion.conn
		companion.conn = this
		this.companion = companion
		if (old) { // the same device connected twice: the older one is told so
			old.send(el('stream:error', {}, [el('conflict', { type: 'replaced' })]))
			old.ws.close()
		}
		this.send(el('success', { t: String(now()), lid: companion.lidJid, props: '1', location: 'fake', display_name: companion.account.name }))
	}
	fail(reason: number) {
		this.send(el('failure', { reason: String(reason), location: 'fake' }))
		this.ws.close()
	}
	/** The client is ready for traffic (it has said <active/>): hand over what it missed. */
	goActive() {
		const c = this.companion!
		const missed = [...c.unacked.values()]
		this.ready = true
		for (const n of missed) this.send({ ...n, attrs: { ...n.attrs, offline: '0' } })
		if (this.server.offlineMarker) this.send(el('ib', { from: S_WHATSAPP_NET }, [el('offline', { count: String(missed.length) })]))
		this.server.emitOnline(c)
	}
}

export interface Options { port?: number; host?: string; debug?: boolean; tlsDir?: string; root?: KeyPair }

export class WaFakeServer {
	readonly noise: NoiseIdentity
	readonly accounts: Account[] = []
	readonly groups: Group[] = []
	readonly conns = new Set<Conn>()
	readonly media = new MediaStore(() => this.origin)
	/** What each client said on connecting, and any iq this server had no real answer for. */
	readonly logins: proto.ClientPayload[] = []
	readonly unknownIqs: BinaryNode[] = []
	/** Fault injection. */
	failLogins = 0
	failLoginReason = 503
	nackNext: string[] = [] // error codes for the client's next messages, e.g. '463'
	offlineMarker = true // false: after a log-in it never says that everything missed has been handed over
	stall = false // swallow everything: a dead network with the socket still up
	private readonly http: Server
	private readonly wss: WebSocketServer
	private onlineWaiters: (() => void)[] = []
	private origin = ''
	readonly caPath: string

	private readonly opts: Options
	private constructor(opts: Options) {
		this.opts = opts
		this.noise = makeNoiseIdentity(opts.root)
		const dir = opts.tlsDir ?? mkdtempSync(join(tmpdir(), 'wa-fake-tls-'))
		this.caPath = join(dir, 'cert.pem')
		const { key, cert } = selfSigned()
		writeFileSync(this.caPath, cert)
		this.http = createServer({ key, cert }, (req, res) => {
			if (!this.media.handle(req, res)) res.writeHead(404).end()
		})
		this.wss = new WebSocketServer({ server: this.http, path: '/ws/chat' })
		this.wss.on('connection', ws => this.conns.add(new Conn(this, ws)))
	}

	static async start(opts: Options = {}): Promise<WaFakeServer> {
		const s = new WaFakeServer(opts)
		await new Promise<void>(r => s.http.listen(opts.port ?? 0, opts.host ?? '127.0.0.1', r))
		s.origin = `https://127.0.0.1:${(s.http.address() as AddressInfo).port}`
		return s
	}
	async stop() {
		for (const c of this.conns) c.ws.terminate()
		this.wss.close()
		this.http.closeAllConnections()
		await new Promise(r => this.http.close(r))
	}
	/** Give this to Baileys as waWebSocketUrl. */
	get url() { return this.origin.replace('https', 'wss') + '/ws/chat' }
	/** The client must trust this noise root instead of WhatsApp's (see trust-root.mjs). */
	get rootKeyHex() { return Buffer.from(this.noise.root.public).toString('hex') }

	log(...a: unknown[]) { if (this.opts.debug) console.error('[wa-fake]', ...a) }
	trace(dir: string, who: string | undefined, n: BinaryNode) {
		if (this.opts.debug) this.log(dir, who ?? '-', n.tag, JSON.stringify(n.attrs), Array.isArray(n.content) ? n.content.map(c => c.tag).join(' ') : '')
	}

	// ---- accounts -----------------------------------------------------------------------------
	addAccount(phone: string, name = phone): Account {
		const a = new Account(this, phone, String(100_000_000_000_001 + this.accounts.length * 7919), name)
		this.accounts.push(a)
		return a
	}
	addGroup(subject: string, members: Account[]): Group {
		const g = new Group(`1203630${randomInt(1e10, 9e10)}@g.us`, subject, members)
		this.groups.push(g)
		return g
	}
	byPhone(phone: string) { return this.accounts.find(a => a.phone === phone) }
	byJid(jid: string): Account | undefined {
		const d = jidDecode(jid)
		return this.accounts.find(a => (d?.server === 'lid' ? a.lid : a.phone) === d?.user)
	}
	resolve(jid: string): Account | Group {
		const t = this.groups.find(g => g.jid === jid) ?? this.byJid(jid)
		if (!t) throw new Error(`nobody at ${jid}`)
		return t
	}
	/** Resolves once the account has a linked device online and ready for traffic. */
	async online(account: Account, timeout = 15000): Promise<void> {
		const end = Date.now() + timeout
		while (![...account.companions.values()].some(c => c.online)) {
			if (Date.now() > end) throw new Error(`${account.name}: no companion online in ${timeout} ms`)
			await Promise.race([new Promise<void>(r => this.onlineWaiters.push(r)), new Promise(r => setTimeout(r, 50))])
		}
	}
	emitOnline(c: Companion) {
		this.log('online', c.key)
		for (const w of this.onlineWaiters.splice(0)) w()
		if (!c.historySent) { // the primary sends a new companion its (here: empty) history once
			c.historySent = true
			void this.sendHistory(c).catch(e => this.log('history', e))
		}
	}
	/** Ends a client's connection: a clean stream error (code), or the bare socket cut. */
	disconnect(account: Account, code?: number | 'conflict') {
		for (const c of account.companions.values()) {
			const conn = c.conn
			if (!conn) continue
			if (code === 'conflict') conn.send(el('stream:error', {}, [el('conflict', { type: 'replaced' })]))
			else if (code) conn.send(el('stream:error', { code: String(code) }))
			c.conn = undefined
			if (code) conn.ws.close(); else conn.ws.terminate()
		}
	}
	/** The human removes the linked device on the phone. */
	unlink(account: Account) {
		for (const c of account.companions.values()) {
			account.companions.delete(c.device)
			c.conn?.send(el('stream:error', { code: '401' }, [el('conflict', { type: 'device_removed' })]))
			c.conn?.ws.close()
		}
	}

	// ---- linking ------------------------------------------------------------------------------
	async pair(account: Account, ref: string, noiseB64: string, identity: Buffer, advSecret: Buffer) {
		const conn = [...this.conns].find(c => c.pairingRefs.includes(ref) && c.noiseKey === noiseB64)
		if (!conn) throw new Error('no client is waiting with that QR')
		await this.completePairing(account, conn, identity, advSecret)
	}
	private async completePairing(account: Account, conn: Conn, identity: Buffer, advSecret: Buffer) {
		const device = 1 + randomInt(1, 90), keyIndex = account.companions.size + 1
		const companion = new Companion(account, device, keyIndex, conn.noiseKey)
		const reg = conn.registration!
		companion.identity = identity
		companion.registrationId = Buffer.from(reg.eRegid!).readUIntBE(0, reg.eRegid!.length)
		companion.signedPreKey = {
			id: Buffer.from(reg.eSkeyId!).readUIntBE(0, 3), pub: Buffer.from(reg.eSkeyVal!), sig: Buffer.from(reg.eSkeySig!)
		}
		const accountKey = account.phoneDevice.identity
		const details = proto.ADVDeviceIdentity.encode({ rawId: randomInt(1e6), timestamp: now(), keyIndex }).finish()
		const accountSignature = Curve.sign(accountKey.private, Buffer.concat([Buffer.from([6, 0]), details, identity]))
		const signed = proto.ADVSignedDeviceIdentity.encode({ details, accountSignatureKey: accountKey.public, accountSignature }).finish()
		const hmac = createHmac('sha256', advSecret).update(signed).digest()
		conn.send(el('iq', { from: S_WHATSAPP_NET, type: 'set', id: newId(), t: String(now()) }, [
			el('pair-success', {}, [
				el('device-identity', {}, Buffer.from(proto.ADVSignedDeviceIdentityHMAC.encode({ details: signed, hmac }).finish())),
				el('biz', { name: account.name }),
				el('device', { jid: companion.jid, lid: companion.lidJid }),
				el('platform', { name: 'android' })
			])
		]))
		conn.pendingCompanion = companion
	}
	enterPairingCode(account: Account, code: string) {
		const conn = [...this.conns].find(c => c.pairCode?.account === account)
		if (!conn) throw new Error('no client asked for a pairing code for ' + account.phone)
		const salt0 = conn.pairCode!.wrapped.subarray(0, 32), iv0 = conn.pairCode!.wrapped.subarray(32, 48)
		const kdf = (salt: Buffer) => pbkdf2Sync(code, salt, 2 << 16, 32, 'sha256')
		const d = createDecipheriv('aes-256-ctr', kdf(salt0), iv0)
		const companionEphemeral = Buffer.concat([d.update(conn.pairCode!.wrapped.subarray(48, 80)), d.final()])
		const eph = Curve.generateKeyPair(), salt = randomBytes(32), iv = randomBytes(16)
		const c = createCipheriv('aes-256-ctr', kdf(salt), iv)
		const wrapped = Buffer.concat([salt, iv, c.update(eph.public), c.final()])
		conn.pairCode!.shared = Curve.sharedKey(eph.private, companionEphemeral)
		conn.send(el('notification', { from: S_WHATSAPP_NET, type: 'link_code_companion_reg', id: newId(), t: String(now()) }, [
			el('link_code_companion_reg', { stage: 'primary_hello' }, [
				el('link_code_pairing_wrapped_primary_ephemeral_pub', {}, wrapped),
				el('primary_identity_pub', {}, Buffer.from(account.phoneDevice.identity.public)),
				el('link_code_pairing_ref', {}, Buffer.from('ref-' + newId()))
			])
		]))
	}
	private async finishPairingCode(conn: Conn, node: BinaryNode) {
		const { account, shared } = conn.pairCode!
		if (!shared) throw new Error('the code was not entered yet')
		const identity = buf(child(node, 'companion_identity_public'))
		const bundle = buf(child(node, 'link_code_pairing_wrapped_key_bundle'))
		const key = Buffer.from(hkdfSync('sha256', shared, bundle.subarray(0, 32), 'link_code_pairing_key_bundle_encryption_key', 32))
		const d = createDecipheriv('aes-256-gcm', key, bundle.subarray(32, 44))
		d.setAAD(Buffer.alloc(0)); d.setAuthTag(bundle.subarray(bundle.length - 16))
		const plain = Buffer.concat([d.update(bundle.subarray(44, bundle.length - 16)), d.final()]) // fails here if the code was wrong
		const identityShared = Curve.sharedKey(account.phoneDevice.identity.private, identity)
		const adv = Buffer.from(hkdfSync('sha256', Buffer.concat([shared, identityShared, plain.subarray(64)]), Buffer.alloc(0), 'adv_secret', 32))
		await this.completePairing(account, conn, identity, adv)
	}

	// ---- from the test's phones to the client ---------------------------------------------------
	private async sealFor(from: SignalDevice, c: Companion, message: proto.IMessage): Promise<BinaryNode> {
		if (!from.hasSession(c.key)) await from.openSession(c.key, c.takeBundle())
		const ct = await from.encrypt(c.key, message)
		return el('enc', { v: '2', type: ct.type }, ct.data)
	}
	async sendFromPhone(from: Account, to: Account | Group, message: proto.IMessage, opts: SendOptions): Promise<string> {
		const id = opts.id ?? newId()
		const base = { id, t: String(opts.at ?? now()), type: opts.type ?? 'text', notify: from.name }
		this.sentByPhone.set(id, { message, attrs: base })
		if (to instanceof Group) {
			const { ct, skdm } = await from.phoneDevice.encryptGroup(to.jid, message)
			for (const m of to.members) for (const c of m.companions.values()) {
				const dist = await this.sealFor(from.phoneDevice, c, {
					senderKeyDistributionMessage: { groupId: to.jid, axolotlSenderKeyDistributionMessage: skdm }
				})
				c.deliver(el('message', { ...base, from: to.jid, participant: from.lidJid, participant_pn: from.jid, addressing_mode: 'lid' },
					[dist, el('enc', { v: '2', type: 'skmsg' }, ct.data)]))
			}
			return id
		}
		for (const c of to.companions.values()) {
			const enc = await this.sealFor(from.phoneDevice, c, message)
			const address = opts.byPhone ? { from: from.jid, addressing_mode: 'pn' } : { from: from.lidJid, sender_pn: from.jid, addressing_mode: 'lid' }
			c.deliver(el('message', { ...base, ...address } as Record<string, string>, [enc]))
		}
		for (const c of from.companions.values()) { // the sender's own companions get a copy: a human answering from the phone
			const enc = await this.sealFor(from.phoneDevice, c, { deviceSentMessage: { destinationJid: to.lidJid, message } })
			c.deliver(el('message', { ...base, from: from.lidJid, recipient: to.lidJid, peer_recipient_pn: to.jid, addressing_mode: 'lid' }, [enc]))
		}
		return id
	}
	private async sendHistory(c: Companion) {
		const { INITIAL_BOOTSTRAP } = proto.HistorySync.HistorySyncType
		const payload = deflateSync(proto.HistorySync.encode({ syncType: INITIAL_BOOTSTRAP, progress: 100, conversations: [] }).finish())
		const enc = await this.sealFor(c.account.phoneDevice, c, {
			protocolMessage: {
				type: proto.Message.ProtocolMessage.Type.HISTORY_SYNC_NOTIFICATION,
				historySyncNotification: { syncType: INITIAL_BOOTSTRAP, initialHistBootstrapInlinePayload: payload, chunkOrder: 1, progress: 100 }
			}
		})
		c.deliver(el('message', { id: newId(), t: String(now()), type: 'text', category: 'peer', from: c.account.jid }, [enc]))
	}
	receiptFromPhone(who: Account, r: Received, type?: 'read' | 'retry', extra: BinaryNode[] = []) {
		const isGroup = r.chat.endsWith('@g.us')
		for (const c of r.from.companions.values()) {
			c.deliver(el('receipt', {
				id: r.id, t: String(now()), ...(type ? { type } : {}),
				...(isGroup ? { from: r.chat, participant: who.lidJid } : { from: who.lidJid })
			}, extra))
		}
	}
	retryFromPhone(who: Account, r: Received) {
		const b = who.phoneDevice.bundle()
		this.receiptFromPhone(who, r, 'retry', [
			el('retry', { count: '1', id: r.id, t: r.stanza.attrs.t ?? String(now()), v: '1' }),
			el('registration', {}, u(b.registrationId, 4)),
			el('keys', {}, [el('type', {}, Buffer.from([5])), el('identity', {}, b.identity), ...keyNodes(b)])
		])
	}
	identityChanged(a: Account) {
		for (const other of this.accounts) for (const c of other.companions.values()) {
			c.deliver(el('notification', { id: newId(), type: 'encrypt', from: a.lidJid, t: String(now()) }, [el('identity')]))
		}
	}

	// ---- from the client ------------------------------------------------------------------------
	async onNode(conn: Conn, node: BinaryNode) {
		this.trace('<', conn.companion?.key, node)
		if (this.stall) return
		switch (node.tag) {
			case 'iq': return this.onIq(conn, node)
			case 'message': return this.onMessage(conn, node)
			case 'receipt': {
				const c = conn.companion!
				c.unacked.delete(node.attrs.id!)
				for (const i of children(kids(node).find(k => k.tag === 'list'), 'item')) c.unacked.delete(i.attrs.id!)
				const to = this.byJid(node.attrs.participant ?? node.attrs.to ?? '')
				to?.receipts.push({ id: node.attrs.id!, type: node.attrs.type ?? '', from: c.account })
				conn.send(el('ack', { class: 'receipt', id: node.attrs.id!, from: node.attrs.to ?? S_WHATSAPP_NET, ...(node.attrs.type ? { type: node.attrs.type } : {}) }))
				if (node.attrs.type === 'retry') await this.onRetry(c, node)
				if (node.attrs.type === 'server-error') await this.onMediaRetry(conn, node)
				return
			}
			case 'ack': conn.companion?.unacked.delete(node.attrs.id!); return
			case 'chatstate':
				this.byJid(node.attrs.to ?? '')?.chatStates.push({ from: conn.companion!.account, state: kids(node)[0]?.tag ?? '', at: Date.now() })
		}
	}

	/** The client could not decrypt: encrypt the same text again in a fresh session, as a phone does. */
	private async onRetry(c: Companion, node: BinaryNode) {
		const sender = this.byJid(node.attrs.participant ?? node.attrs.to!)
		const sent = sender && this.sentByPhone.get(node.attrs.id!)
		if (!sent) return
		sender.phoneDevice.dropSession(c.key)
		const keys = child(node, 'keys')
		if (keys) {
			const skey = child(keys, 'skey'), key = child(keys, 'key')
			await sender.phoneDevice.openSession(c.key, {
				registrationId: uint(child(node, 'registration')), identity: buf(child(keys, 'identity')),
				signedPreKey: { id: uint(child(skey, 'id')), pub: buf(child(skey, 'value')), sig: buf(child(skey, 'signature')) },
				preKey: key && { id: uint(child(key, 'id')), pub: buf(child(key, 'value')) }
			})
		}
		const enc = await this.sealFor(sender.phoneDevice, c, sent.message)
		enc.attrs.count = child(node, 'retry')?.attrs.count ?? '1'
		c.deliver(el('message', { ...sent.attrs, from: sender.lidJid, sender_pn: sender.jid, addressing_mode: 'lid' }, [enc]))
	}
	/** The client cannot download a file any more: the phone that sent it uploads it again, at a new path. */
	private async onMediaRetry(conn: Conn, node: BinaryNode) {
		const id = node.attrs.id!, rmr = child(node, 'rmr')!
		this.mediaRetries.push(id)
		const sent = this.sentByPhone.get(id)
		const media = sent && Object.values(sent.message).find(m => m && typeof m === 'object' && 'mediaKey' in m) as { mediaKey: Uint8Array; directPath: string }
		const { ResultType } = proto.MediaRetryNotification
		const directPath = media && this.media.uploadAgain(media.directPath)
		const result = directPath ? ResultType.SUCCESS : ResultType.NOT_FOUND
		const key = Buffer.from(hkdfSync('sha256', media!.mediaKey, Buffer.alloc(0), 'WhatsApp Media Retry Notification', 32))
		const iv = randomBytes(12), c = createCipheriv('aes-256-gcm', key, iv)
		c.setAAD(Buffer.from(id))
		const plain = proto.MediaRetryNotification.encode({ stanzaId: id, directPath, result }).finish()
		const enc = Buffer.concat([c.update(plain), c.final(), c.getAuthTag()])
		conn.send(el('notification', { id, type: 'mediaretry', from: conn.companion!.account.jid, t: String(now()) }, [
			el('encrypt', {}, [el('enc_p', {}, enc), el('enc_iv', {}, iv)]), el('rmr', rmr.attrs as Record<string, string>)
		]))
	}
	/** Ids of the client's messages that a phone could not decrypt at once, and asked for again. */
	readonly undecrypted: string[] = []
	/** Ids of the messages whose file was asked for again. */
	readonly mediaRetries: string[] = []
	readonly sentByPhone = new Map<string, { message: proto.IMessage; attrs: Record<string, string> }>()

	private async onMessage(conn: Conn, node: BinaryNode) {
		const me = conn.companion!, id = node.attrs.id!, to = node.attrs.to!
		const error = this.nackNext.shift()
		conn.send(el('ack', { class: 'message', id, from: to, t: String(now()), ...(error ? { error } : {}) }))
		if (error) return
		const participants = child(node, 'participants')
		const encs: { jid: string; enc: BinaryNode }[] = children(participants, 'to').map(n => ({ jid: n.attrs.jid!, enc: child(n, 'enc')! }))
		const direct = child(node, 'enc')
		const group = this.groups.find(g => g.jid === to)
		if (direct && !group) encs.push({ jid: to, enc: direct })
		if (direct && group) {
			if (node.attrs.participant) encs.push({ jid: node.attrs.participant, enc: direct }) // a retry, to one member
			else for (const m of group.members) if (m !== me.account) encs.push({ jid: m.lidJid, enc: direct })
		}
		for (const { jid, enc } of encs) {
			const target = this.byJid(jid)
			if (!target || (jidDecode(jid)?.device ?? 0) !== 0) continue
			const ct: Ciphertext = { type: enc.attrs.type as Ciphertext['type'], data: buf(enc) }
			const r: Received = {
				id, from: me.account, type: ct.type, stanza: node, at: Date.now(), text: '', message: undefined as never,
				chat: group ? group.jid : me.account.lidJid
			}
			try {
				let m = await target.phoneDevice.decrypt(me.key, ct, group?.jid)
				if (m.senderKeyDistributionMessage && !m.conversation && !m.extendedTextMessage) continue // keys only; the text follows
				const dsm = m.deviceSentMessage // the client's copy to its own phone
				if (dsm) { r.chat = dsm.destinationJid!; m = dsm.message as proto.Message }
				r.message = m
				r.text = m.conversation || m.extendedTextMessage?.text || m.imageMessage?.caption || m.documentMessage?.caption || ''
			} catch (err) {
				this.log('phone cannot decrypt', target.name, (err as Error).message)
				this.undecrypted.push(id)
				this.retryFromPhone(target, r)
				continue
			}
			if (!target.silent && target !== me.account) this.receiptFromPhone(target, r)
			target.push(r)
		}
	}

	private async onIq(conn: Conn, node: BinaryNode) {
		const { id, xmlns, type } = node.attrs as Record<string, string>
		const first = kids(node)[0]
		const result = (content?: BinaryNode['content']) => conn.send(el('iq', { from: node.attrs.to || S_WHATSAPP_NET, type: 'result', id: id! }, content))
		const fail = (code: string, text: string) => conn.send(el('iq', { from: S_WHATSAPP_NET, type: 'error', id: id! }, [el('error', { code, text })]))
		if (type === 'result') { // the client's answer to us
			const pending = conn.pendingCompanion
			if (first?.tag === 'pair-device-sign' && pending) {
				pending.account.companions.set(pending.device, pending)
				conn.send(el('stream:error', { code: '515' })) // linked: "restart required"
				conn.ws.close()
			}
			return
		}
		const me = conn.companion
		switch (`${xmlns}/${first?.tag ?? ''}`) {
			case 'w:p/ping': return result()
			case 'passive/active': result(); return conn.goActive()
			case 'passive/passive': return result()
			case 'encrypt/count': return result([el('count', { value: String(me!.preKeys.length) })])
			case 'encrypt/digest': return result([el('digest')])
			case 'encrypt/rotate': { me!.signedPreKey = skeyOf(child(first, 'skey')); return result() }
			case 'encrypt/registration': {
				me!.registrationId = uint(first)
				me!.identity = buf(child(node, 'identity'))
				me!.signedPreKey = skeyOf(child(node, 'skey'))
				for (const k of children(child(node, 'list'), 'key')) me!.preKeys.push({ id: uint(child(k, 'id')), pub: buf(child(k, 'value')) })
				return result()
			}
			case 'encrypt/key':
				return result([el('list', {}, children(first, 'user').map(n => {
					const jid = n.attrs.jid!, account = this.byJid(jid), device = jidDecode(jid)?.device ?? 0
					if (!account) return el('user', { jid }, [el('error', { code: '404', text: 'item-not-found' })])
					const b = device ? account.companions.get(device)!.takeBundle() : account.phoneDevice.bundle()
					return el('user', { jid }, [el('registration', {}, u(b.registrationId, 4)), el('type', {}, Buffer.from([5])),
						el('identity', {}, b.identity), ...keyNodes(b)])
				}))])
			case 'usync/usync': return result([this.usync(first!)])
			case 'w:m/media_conn':
				return result([el('media_conn', { auth: 'fake', ttl: '3600', auth_ttl: '3600', max_buckets: '12' },
					[el('host', { hostname: new URL(this.origin).host, maxContentLengthBytes: '104857600' })])])
			case 'w:sync:app:state/sync':
				return result([el('sync', {}, children(first, 'collection').map(c => el('collection', { name: c.attrs.name!, version: c.attrs.version ?? '0' })))])
			case 'w:g2/query': {
				const g = this.groups.find(g => g.jid === node.attrs.to)
				return g ? result([groupNode(g)]) : fail('404', 'item-not-found')
			}
			case 'w:g2/participating':
				return result([el('groups', {}, this.groups.filter(g => g.members.includes(me!.account)).map(groupNode))])
			case 'md/link_code_companion_reg':
				if (first!.attrs.stage === 'companion_hello') {
					const account = this.byJid(first!.attrs.jid!)
					if (account) conn.pairCode = { account, wrapped: buf(child(first, 'link_code_pairing_wrapped_companion_ephemeral_pub')) }
					return account ? result([el('link_code_companion_reg', { stage: 'companion_hello' }, [el('link_code_pairing_ref', {}, Buffer.from('ref'))])]) : fail('404', 'item-not-found')
				}
				result()
				return this.finishPairingCode(conn, first!)
			case 'md/remove-companion-device': me!.account.companions.delete(me!.device); return result()
			case 'privacy/privacy': return result([el('privacy', {}, ['readreceipts', 'last', 'profile', 'status', 'online', 'groupadd'].map(name => el('category', { name, value: 'all' })))])
			case 'privacy/tokens': case 'urn:xmpp:whatsapp:dirty/clean': case 'w:stats/add': return result()
			case 'abt/props': return result([el('props', { protocol: '1' })])
			case 'blocklist/': return result([el('list')])
			case 'w:profile:picture/picture': return fail('404', 'item-not-found')
			default:
				this.unknownIqs.push(node)
				return result()
		}
	}

	private usync(node: BinaryNode): BinaryNode {
		const wants = (tag: string) => !!child(child(node, 'query'), tag)
		const users = children(child(node, 'list'), 'user').map(n => {
			const phone = buf(child(n, 'contact')).toString().replace(/\D/g, '')
			const a = phone ? this.byPhone(phone) : this.byJid(n.attrs.jid!)
			const jid = n.attrs.jid ?? `${phone}@s.whatsapp.net`
			return el('user', { jid }, [
				...(wants('contact') ? [el('contact', { type: a ? 'in' : 'out' })] : []),
				...(wants('devices') && a ? [el('devices', {}, [el('device-list', {}, [
					el('device', { id: '0' }), ...[...a.companions.values()].map(c => el('device', { id: String(c.device), 'key-index': String(c.keyIndex) }))
				])])] : []),
				...(wants('lid') && a ? [el('lid', { val: a.lidJid })] : [])
			])
		})
		return el('usync', { sid: node.attrs.sid ?? '', index: '0', last: 'true', mode: 'query', context: node.attrs.context ?? '' }, [el('list', {}, users)])
	}
}

const skeyOf = (n?: BinaryNode): Bundle['signedPreKey'] => ({ id: uint(child(n, 'id')), pub: buf(child(n, 'value')), sig: buf(child(n, 'signature')) })
const keyNodes = (b: Bundle): BinaryNode[] => [
	el('skey', {}, [el('id', {}, u(b.signedPreKey.id, 3)), el('value', {}, b.signedPreKey.pub), el('signature', {}, b.signedPreKey.sig)]),
	...(b.preKey ? [el('key', {}, [el('id', {}, u(b.preKey.id, 3)), el('value', {}, b.preKey.pub)])] : [])
]
const groupNode = (g: Group): BinaryNode => el('group', {
	id: g.jid.split('@')[0]!, subject: g.subject, s_t: String(now()), creation: String(now()), addressing_mode: 'lid',
	creator: g.members[0]!.lidJid, size: String(g.members.length)
}, g.members.map(m => el('participant', { jid: m.lidJid, phone_number: m.jid })))
