/** One end-to-end device (a phone): its Signal identity, sessions and sender keys, all in memory. */
import { randomBytes, randomInt } from 'node:crypto'
import {
	Curve, generateSignalPubKey, proto, signedKeyPair, unpadRandomMax16, writeRandomPadMax16,
	type KeyPair, type SignedKeyPair
} from '@whiskeysockets/baileys'
import {
	GroupCipher, GroupSessionBuilder, SenderKeyDistributionMessage
} from '@whiskeysockets/baileys/lib/Signal/Group/index.js'
import { SenderKeyName } from '@whiskeysockets/baileys/lib/Signal/Group/sender-key-name.js'
import { SenderKeyRecord } from '@whiskeysockets/baileys/lib/Signal/Group/sender-key-record.js'
import * as libsignal from 'libsignal'

/** What a peer needs to open a session with a device. */
export interface Bundle {
	registrationId: number
	identity: Buffer // 32 bytes
	signedPreKey: { id: number; pub: Buffer; sig: Buffer }
	preKey?: { id: number; pub: Buffer }
}
export type Ciphertext = { type: 'pkmsg' | 'msg' | 'skmsg'; data: Buffer }

const key = (k: KeyPair) => ({
	privKey: Buffer.from(k.private), pubKey: Buffer.from(generateSignalPubKey(Buffer.from(k.public)))
})

export class SignalDevice {
	readonly identity: KeyPair
	readonly registrationId = randomInt(1, 16380)
	private readonly skey: SignedKeyPair
	private readonly preKeys = new Map<number, KeyPair>()
	private nextPreKey = 1
	private sessions = new Map<string, libsignal.SessionRecord>()
	private senderKeys = new Map<string, SenderKeyRecord>()
	private readonly scope = randomBytes(4).toString('hex') // libsignal queues per address, process-wide
	private readonly storage: any

	readonly device: number
	constructor(device = 0, identity: KeyPair = Curve.generateKeyPair()) {
		this.device = device
		this.identity = identity
		this.skey = signedKeyPair(identity, 1)
		this.storage = {
			loadSession: async (id: string) => this.sessions.get(id) ?? null,
			storeSession: async (id: string, s: libsignal.SessionRecord) => void this.sessions.set(id, s),
			isTrustedIdentity: () => true,
			loadPreKey: async (id: number) => { const k = this.preKeys.get(Number(id)); return k && key(k) },
			removePreKey: async (id: number) => void this.preKeys.delete(Number(id)),
			loadSignedPreKey: () => key(this.skey.keyPair),
			getOurRegistrationId: () => this.registrationId,
			getOurIdentity: () => key(this.identity),
			loadSenderKey: async (n: SenderKeyName) => this.senderKeys.get(n.toString()) ?? new SenderKeyRecord(),
			storeSenderKey: async (n: SenderKeyName, r: SenderKeyRecord) => void this.senderKeys.set(n.toString(), r)
		}
	}

	private addr(peer: string) {
		const [user, dev] = peer.split(':') // "<account>:<device>"
		return new libsignal.ProtocolAddress(`${this.scope}-${user}`, Number(dev ?? 0))
	}

	/** A key bundle with a fresh one-time prekey, as the server hands it to a sender. */
	bundle(): Bundle {
		const id = this.nextPreKey++
		const pk = Curve.generateKeyPair()
		this.preKeys.set(id, pk)
		return {
			registrationId: this.registrationId,
			identity: Buffer.from(this.identity.public),
			signedPreKey: { id: this.skey.keyId, pub: Buffer.from(this.skey.keyPair.public), sig: Buffer.from(this.skey.signature) },
			preKey: { id, pub: Buffer.from(pk.public) }
		}
	}

	hasSession(peer: string) { return !!this.sessions.get(this.addr(peer).toString())?.haveOpenSession() }
	/** Forget one peer's session, so that its next message cannot be decrypted (the retry path). */
	dropSession(peer: string) { this.sessions.delete(this.addr(peer).toString()) }

	async openSession(peer: string, b: Bundle) {
		await new libsignal.SessionBuilder(this.storage, this.addr(peer)).initOutgoing({
			registrationId: b.registrationId,
			identityKey: generateSignalPubKey(b.identity),
			signedPreKey: { keyId: b.signedPreKey.id, publicKey: generateSignalPubKey(b.signedPreKey.pub), signature: b.signedPreKey.sig },
			...(b.preKey ? { preKey: { keyId: b.preKey.id, publicKey: generateSignalPubKey(b.preKey.pub) } } : {})
		} as any)
	}

	async encrypt(peer: string, message: proto.IMessage): Promise<Ciphertext> {
		const cipher = new libsignal.SessionCipher(this.storage, this.addr(peer))
		const padded = writeRandomPadMax16(proto.Message.encode(message).finish())
		const { type, body } = await cipher.encrypt(padded)
		return { type: type === 3 ? 'pkmsg' : 'msg', data: Buffer.from(body as any, 'binary') }
	}

	async decrypt(peer: string, { type, data }: Ciphertext, group?: string): Promise<proto.Message> {
		let plain: Uint8Array
		if (type === 'skmsg') {
			plain = await new GroupCipher(this.storage, this.senderName(group!, peer)).decrypt(data)
		} else {
			const cipher = new libsignal.SessionCipher(this.storage, this.addr(peer))
			plain = type === 'pkmsg' ? await cipher.decryptPreKeyWhisperMessage(data) : await cipher.decryptWhisperMessage(data)
		}
		const message = proto.Message.decode(unpadRandomMax16(plain))
		const skdm = message.senderKeyDistributionMessage
		if (skdm?.groupId) {
			await new GroupSessionBuilder(this.storage).process(
				this.senderName(skdm.groupId, peer),
				new SenderKeyDistributionMessage(null, null, null, null, skdm.axolotlSenderKeyDistributionMessage as Uint8Array)
			)
		}
		return message
	}

	private senderName(group: string, peer: string) { return new SenderKeyName(group, this.addr(peer) as any) }

	async encryptGroup(group: string, message: proto.IMessage): Promise<{ ct: Ciphertext; skdm: Uint8Array }> {
		const name = this.senderName(group, 'self:0')
		const skdm = await new GroupSessionBuilder(this.storage).create(name)
		const data = await new GroupCipher(this.storage, name).encrypt(writeRandomPadMax16(proto.Message.encode(message).finish()))
		return { ct: { type: 'skmsg', data: Buffer.from(data) }, skdm: skdm.serialize() }
	}
}
