import type { MediaKind } from '../../../model/messages/content.ts'

/** All that is needed to download a file later, after a restart too. Encrypted by the desk: it holds the file's key. */
export interface FileReference {
  /** Baileys' name of the kind of file: it decides the key derivation. */
  readonly type: 'image' | 'video' | 'ptv' | 'audio' | 'document'
  /** The message it came with, for asking the phone to upload it again. */
  readonly chat: string
  readonly id: string
  readonly url: string | null
  readonly directPath: string | null
  /** base64 */
  readonly mediaKey: string
  /** SHA-256 of the plain file, base64; null when the sender gave none. */
  readonly sha256: string | null
}

/** The fields of a media message we look at; the same in each of its kinds. */
export interface MediaMessage {
  readonly url?: string | null
  readonly directPath?: string | null
  readonly mediaKey?: Uint8Array | null
  readonly fileSha256?: Uint8Array | null
  readonly fileLength?: number | { toNumber(): number } | null
  readonly caption?: string | null
}

export const MEDIA_FIELDS = [
  ['imageMessage', 'image', 'photo'],
  ['videoMessage', 'video', 'video'],
  ['ptvMessage', 'ptv', 'video'],
  ['audioMessage', 'audio', 'voice'],
  ['documentMessage', 'document', 'document'],
] as const satisfies readonly (readonly [string, FileReference['type'], MediaKind])[]

/** The reference as text; null when the message lacks what a download needs. */
export function encodeFileReference(
  type: FileReference['type'],
  media: MediaMessage,
  from: { chat: string; id: string },
): string | null {
  const { url = null, directPath = null, mediaKey, fileSha256 } = media
  if (!mediaKey?.length || !(url || directPath)) return null
  const sha256 = fileSha256?.length ? base64(fileSha256) : null
  const ref: FileReference = { type, ...from, url, directPath, mediaKey: base64(mediaKey), sha256 }
  return JSON.stringify(ref)
}

export function decodeFileReference(ref: string): FileReference {
  return JSON.parse(ref)
}

export function toPlainNumber(value: number | { toNumber(): number } | null | undefined): number {
  return typeof value === 'object' && value ? value.toNumber() : (value ?? 0)
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
