import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'

/** What may be evidence of a complaint: pictures, PDF, voice. Nothing that a counter's computer would run. */
const ALLOWED = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'application/pdf',
  'audio/ogg',
  'audio/opus',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/aac',
  'audio/amr',
  'audio/wav',
  'audio/webm',
  'video/webm', // what browsers record voice into
])

/** The real type by the bytes, whatever the sender claimed; null when it is not one we keep. */
export async function detectAllowedType(bytes: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes)
  const mime = found?.mime.replace(/;.*$/, '')
  return mime && ALLOWED.has(mime) ? mime : null
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
