/** A self-signed certificate for 127.0.0.1, made with node's own crypto: the tests need no openssl. */
import { createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const der = (tag: number, ...parts: Uint8Array[]): Buffer => {
	const body = Buffer.concat(parts)
	const length = body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 255]
	return Buffer.concat([Buffer.from([tag, ...length]), body])
}
const seq = (...parts: Uint8Array[]) => der(0x30, ...parts)
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const time = (at: number) => der(0x18, Buffer.from(new Date(at).toISOString().replace(/[-:T]|\.\d+/g, '')))
const pem = (bytes: Buffer) => `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64').match(/.{1,64}/g)!.join('\n')}\n-----END CERTIFICATE-----\n`

export function selfSigned(): { key: string; cert: string } {
	const { privateKey, publicKey } = generateKeyPairSync('ec', {
		namedCurve: 'prime256v1', privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'der' }
	})
	const ecdsaWithSha256 = seq(oid('2a8648ce3d040302'))
	const name = seq(der(0x31, seq(oid('550403'), der(0x0c, Buffer.from('wa-fake')))))
	const altNames = seq(der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])))
	const authority = seq(der(0x01, Buffer.from([0xff])))
	const extensions = der(0xa3, seq(
		seq(oid('551d11'), der(0x04, altNames)),
		seq(oid('551d13'), der(0x01, Buffer.from([0xff])), der(0x04, authority))
	))
	const body = seq(
		der(0xa0, der(0x02, Buffer.from([2]))), der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])), ecdsaWithSha256,
		name, seq(time(Date.now() - 3600_000), time(Date.now() + 30 * 86400_000)), name, publicKey, extensions
	)
	const signature = sign('sha256', body, createPrivateKey(privateKey))
	return { key: privateKey, cert: pem(seq(body, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature))) }
}
