/** WhatsApp's media store: encrypted blobs over HTTPS, at the paths Baileys uploads to and downloads from. */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { getMediaKeys, type MediaType } from '@whiskeysockets/baileys'

export interface MediaRef {
	url: string; directPath: string; mediaKey: Uint8Array
	fileSha256: Uint8Array; fileEncSha256: Uint8Array; fileLength: number
}

export class MediaStore {
	private readonly blobs = new Map<string, Buffer>()
	/** Set by a test to make the next N transfers fail with this status. */
	failNext: { upload: number; download: number; status: number } = { upload: 0, download: 0, status: 503 }
	private readonly origin: () => string
	constructor(origin: () => string) { this.origin = origin }

	async put(plain: Buffer, type: MediaType): Promise<MediaRef> {
		const mediaKey = randomBytes(32)
		const { cipherKey, iv, macKey } = await getMediaKeys(mediaKey, type)
		const aes = createCipheriv('aes-256-cbc', cipherKey, iv)
		const body = Buffer.concat([aes.update(plain), aes.final()])
		const mac = createHmac('sha256', macKey!).update(iv).update(body).digest().subarray(0, 10)
		const enc = Buffer.concat([body, mac])
		const directPath = this.store(enc)
		return {
			url: this.origin() + directPath, directPath, mediaKey, fileLength: plain.length,
			fileSha256: createHash('sha256').update(plain).digest(),
			fileEncSha256: createHash('sha256').update(enc).digest()
		}
	}

	async get(ref: { directPath?: string | null; url?: string | null; mediaKey?: Uint8Array | null }, type: MediaType): Promise<Buffer> {
		const path = ref.directPath ?? new URL(ref.url!).pathname
		const enc = this.blobs.get(path)
		if (!enc) throw new Error(`no media at ${path}`)
		const { cipherKey, iv, macKey } = await getMediaKeys(ref.mediaKey!, type)
		const body = enc.subarray(0, enc.length - 10)
		const mac = createHmac('sha256', macKey!).update(iv).update(body).digest().subarray(0, 10)
		if (!mac.equals(enc.subarray(enc.length - 10))) throw new Error('media MAC mismatch')
		const aes = createDecipheriv('aes-256-cbc', cipherKey, iv)
		return Buffer.concat([aes.update(body), aes.final()])
	}

	/** The blob is gone from where it was; the phone still has it. */
	expire(directPath: string) {
		const enc = this.blobs.get(directPath)
		this.blobs.delete(directPath)
		if (enc) this.kept.set(directPath, enc)
	}
	/** Where the phone put it again; undefined when it has it no more. */
	uploadAgain(directPath: string): string | undefined {
		const enc = this.kept.get(directPath)
		return enc && this.store(enc)
	}
	private readonly kept = new Map<string, Buffer>()

	private store(enc: Buffer) {
		const path = `/v/t62.0-24/${randomBytes(12).toString('hex')}.enc`
		this.blobs.set(path, enc)
		return path
	}

	/** Answers an HTTP request if it is for media; false when it is not. */
	handle(req: IncomingMessage, res: ServerResponse): boolean {
		const path = new URL(req.url!, 'http://x').pathname
		const fail = (kind: 'upload' | 'download') => {
			if (this.failNext[kind] <= 0) return false
			this.failNext[kind]--
			req.resume(); res.writeHead(this.failNext.status).end()
			return true
		}
		if (req.method === 'POST' && path.startsWith('/mms/')) {
			if (fail('upload')) return true
			const parts: Buffer[] = []
			req.on('data', c => parts.push(c)).on('end', () => {
				const directPath = this.store(Buffer.concat(parts))
				res.setHeader('content-type', 'application/json')
				res.end(JSON.stringify({ url: this.origin() + directPath, direct_path: directPath }))
			})
			return true
		}
		if (req.method === 'GET' && path.startsWith('/v/')) {
			if (fail('download')) return true
			const blob = this.blobs.get(path)
			if (blob) res.end(blob)
			else res.writeHead(404).end()
			return true
		}
		return false
	}
}
