/**
 * The server half of WhatsApp's transport: Noise_XX_25519_AESGCM_SHA256 in 3-byte length frames,
 * written independently of Baileys' own noise handler so that a bug there cannot cancel out here.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto'
import {
	Curve, decodeBinaryNode, encodeBinaryNode, proto, type BinaryNode, type KeyPair
} from '@whiskeysockets/baileys'

const PROTOCOL_NAME = Buffer.from('Noise_XX_25519_AESGCM_SHA256\0\0\0\0')
const HEADER = Buffer.from([0x57, 0x41, 6, 3]) // "WA", protocol 6, dictionary 3
const EMPTY: Buffer = Buffer.alloc(0)

const nonce = (n: number) => { const iv = Buffer.alloc(12); iv.writeUInt32BE(n, 8); return iv }
const seal = (key: Buffer, n: number, aad: Buffer, data: Uint8Array) => {
	const c = createCipheriv('aes-256-gcm', key, nonce(n)); c.setAAD(aad)
	return Buffer.concat([c.update(data), c.final(), c.getAuthTag()])
}
const open = (key: Buffer, n: number, aad: Buffer, data: Uint8Array) => {
	const d = createDecipheriv('aes-256-gcm', key, nonce(n)); d.setAAD(aad)
	d.setAuthTag(data.subarray(data.length - 16))
	return Buffer.concat([d.update(data.subarray(0, data.length - 16)), d.final()])
}
const hkdf2 = (salt: Buffer, ikm: Uint8Array): [Buffer, Buffer] => {
	const out = Buffer.from(hkdfSync('sha256', ikm, salt, EMPTY, 64))
	return [out.subarray(0, 32), out.subarray(32)]
}

/** The server's static key and its certificate chain: leaf <- intermediate <- root. */
export interface NoiseIdentity { root: KeyPair; static: KeyPair; chain: Uint8Array }

export const makeNoiseIdentity = (root: KeyPair = Curve.generateKeyPair()): NoiseIdentity => {
	const stat = Curve.generateKeyPair(), inter = Curve.generateKeyPair()
	const { Details } = proto.CertChain.NoiseCertificate
	const now = Math.floor(Date.now() / 1000)
	const validity = { notBefore: now - 3600, notAfter: now + 365 * 86400 }
	const interDetails = Details.encode({ serial: 1, issuerSerial: 0, key: inter.public, ...validity }).finish()
	const leafDetails = Details.encode({ serial: 2, issuerSerial: 1, key: stat.public, ...validity }).finish()
	const chain = proto.CertChain.encode({
		intermediate: { details: interDetails, signature: Curve.sign(root.private, interDetails) },
		leaf: { details: leafDetails, signature: Curve.sign(inter.private, leafDetails) }
	}).finish()
	return { root, static: stat, chain }
}

/** One connection's transport. Feed it bytes; it answers the handshake and then yields binary nodes. */
export class NoiseServer {
	private buf: Buffer = EMPTY
	private stage: 'intro' | 'hello' | 'finish' | 'transport' = 'intro'
	private hash: Buffer = PROTOCOL_NAME
	private salt: Buffer = PROTOCOL_NAME
	private key: Buffer = PROTOCOL_NAME
	private n = 0
	private ephemeral!: KeyPair
	private rx!: Buffer
	private tx!: Buffer
	private rxN = 0
	private txN = 0
	private queue = Promise.resolve()
	routingInfo?: Buffer

	private readonly id: NoiseIdentity
	private readonly write: (data: Buffer) => void
	private readonly onLogin: (payload: proto.ClientPayload, clientStatic: Buffer) => void
	private readonly onNode: (node: BinaryNode) => void
	private readonly onError: (err: Error) => void

	constructor(
		id: NoiseIdentity,
		write: (data: Buffer) => void,
		onLogin: (payload: proto.ClientPayload, clientStatic: Buffer) => void,
		onNode: (node: BinaryNode) => void,
		onError: (err: Error) => void
	) {
		this.id = id
		this.write = write
		this.onLogin = onLogin
		this.onNode = onNode
		this.onError = onError
		this.mixHash(HEADER)
	}

	private mixHash(data: Uint8Array) {
		this.hash = createHash('sha256').update(this.hash).update(data).digest()
	}
	private mixKey(ikm: Uint8Array) {
		[this.salt, this.key] = hkdf2(this.salt, ikm)
		this.n = 0
	}
	private encrypt(data: Uint8Array) {
		const ct = seal(this.key, this.n++, this.hash, data); this.mixHash(ct); return ct
	}
	private decrypt(ct: Uint8Array) {
		const pt = open(this.key, this.n++, this.hash, ct); this.mixHash(ct); return pt
	}

	feed(data: Buffer) {
		this.queue = this.queue.then(async () => {
			this.buf = this.buf.length ? Buffer.concat([this.buf, data]) : data
			if (this.stage === 'intro' && !this.readIntro()) return
			for (;;) {
				if (this.buf.length < 3) return
				const len = this.buf.readUIntBE(0, 3)
				if (this.buf.length < 3 + len) return
				const frame = this.buf.subarray(3, 3 + len)
				this.buf = this.buf.subarray(3 + len)
				await this.onFrame(frame)
			}
		}).catch(err => this.onError(err as Error))
	}

	private readIntro(): boolean {
		if (this.buf.length < 4) return false
		let off = 0
		if (this.buf.subarray(0, 2).toString() === 'ED') { // optional edge-routing prefix
			if (this.buf.length < 7) return false
			const len = this.buf.readUIntBE(4, 3)
			if (this.buf.length < 7 + len + 4) return false
			this.routingInfo = Buffer.from(this.buf.subarray(7, 7 + len))
			off = 7 + len
		}
		if (!this.buf.subarray(off, off + 4).equals(HEADER)) throw new Error('bad WhatsApp header')
		this.buf = this.buf.subarray(off + 4)
		this.stage = 'hello'
		return true
	}

	private async onFrame(frame: Buffer) {
		if (this.stage === 'hello') {
			const { clientHello } = proto.HandshakeMessage.decode(frame)
			const clientE = Buffer.from(clientHello!.ephemeral!)
			this.mixHash(clientE)
			this.ephemeral = Curve.generateKeyPair()
			this.mixHash(this.ephemeral.public)
			this.mixKey(Curve.sharedKey(this.ephemeral.private, clientE))
			const stat = this.encrypt(this.id.static.public)
			this.mixKey(Curve.sharedKey(this.id.static.private, clientE))
			const payload = this.encrypt(this.id.chain)
			this.stage = 'finish'
			this.writeFrame(Buffer.from(proto.HandshakeMessage.encode({
				serverHello: { ephemeral: this.ephemeral.public, static: stat, payload }
			}).finish()))
		} else if (this.stage === 'finish') {
			const { clientFinish } = proto.HandshakeMessage.decode(frame)
			const clientStatic = this.decrypt(clientFinish!.static!)
			this.mixKey(Curve.sharedKey(this.ephemeral.private, clientStatic))
			const payload = proto.ClientPayload.decode(this.decrypt(clientFinish!.payload!));
			[this.rx, this.tx] = hkdf2(this.salt, EMPTY)
			this.stage = 'transport'
			this.onLogin(payload, clientStatic)
		} else {
			const plain = open(this.rx, this.rxN++, EMPTY, frame)
			this.onNode(await decodeBinaryNode(plain))
		}
	}

	private writeFrame(data: Buffer) {
		const head = Buffer.alloc(3); head.writeUIntBE(data.length, 0, 3)
		this.write(Buffer.concat([head, data]))
	}
	send(node: BinaryNode) {
		this.writeFrame(seal(this.tx, this.txN++, EMPTY, encodeBinaryNode(node)))
	}
}
