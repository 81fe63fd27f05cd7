import { expect, test } from 'vitest'
import { burstPart } from '../../src/flows/engine/burst.ts'
import type { InboundContent } from '../../src/model/messages/content.ts'
import { STILL } from './stage.ts'

/** What waits for more of the same thought, and what is read at once. */

const partOf = (content: InboundContent) => burstPart(content, STILL.hears)
const said = (text: string) => partOf({ kind: 'text', text })

const PIECE = { waits: true, joins: true }
const LAST_PIECE = { waits: false, joins: true }
const BY_ITSELF = { waits: false, joins: false }
const FILE = { waits: true, joins: false }

test.each([
  'pak',
  'saya mau tanya',
  'paspor anak sy hilang',
  'iya',
  'selesai',
  '5 tahun',
  '123456789012',
  '?',
  '😀',
])('%j may be a piece of more', (text) => expect(said(text)).toEqual(PIECE))

test.each(['1', '7.', 'no 2 pak', 'tiga', '10', '2️⃣'])('the number %j ends a burst', (text) =>
  expect(said(text)).toEqual(LAST_PIECE),
)

test.each(['menu', 'MENU', 'petugas pak', '0', '8', '9', 'batal', 'kembali', 'lapor', 'bahasa'])(
  'the command %j is heard at once and by itself',
  (text) => expect(said(text)).toEqual(BY_ITSELF),
)

test('danger waits for nothing, and what was told before it is read with it', () => {
  expect(said('saya mau bunuh diri')).toEqual(LAST_PIECE)
})

test('a tap, a shared place and what cannot be read wait for nothing', () => {
  expect(partOf({ kind: 'choice', question: 3, id: 'yes' })).toEqual(BY_ITSELF)
  expect(partOf({ kind: 'location', lat: -10.17, lng: 123.6 })).toEqual(BY_ITSELF)
  expect(partOf({ kind: 'unreadable', what: 'sticker' })).toEqual(BY_ITSELF)
})

test.each(['photo', 'voice', 'document', 'video'] as const)('a %s waits for its words', (media) => {
  expect(partOf({ kind: 'media', media, caption: '', file: null })).toEqual(FILE)
})
