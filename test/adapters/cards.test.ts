import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { createCardRenderer } from '../../src/adapters/cards/index.ts'
import type { Card } from '../../src/model/messages/card.ts'
import { seededLibrary } from '../model/library.ts'

const cards = createCardRenderer()
afterAll(() => cards.close())

const PNG = '89504e470d0a1a0a'
const line = (icon: string, text: string) => ({ icon, text, note: 'asli dan fotokopi', have: false })
const card = (title: string, ...icons: readonly string[]): Card => ({
  title,
  parts: [{ heading: null, lines: icons.map((icon) => line(icon, icon)) }],
})
/** Width and height from the PNG's own header, px. */
const sizeOf = (png: Uint8Array) => [16, 20].map((at) => Buffer.from(png).readUInt32BE(at))

test('a card is drawn as a PNG as wide as a phone likes it, longer with each line', async () => {
  const [short, long] = await Promise.all([
    cards.draw(card('Satu', 'id-card')),
    cards.draw(card('Tiga', 'id-card', 'family', 'birth')),
  ])
  for (const png of [short, long]) expect(Buffer.from(png).subarray(0, 8).toString('hex')).toBe(PNG)
  expect(sizeOf(short)[0]).toBe(800)
  expect(sizeOf(long)[1]).toBeGreaterThan(sizeOf(short)[1]!)
})

test('the same card is drawn once', async () => {
  expect(await cards.draw(card('Sama', 'passport'))).toBe(await cards.draw(card('Sama', 'passport')))
})

test('a very long name is wrapped, not cut off', async () => {
  const long = 'surat keterangan yang namanya panjang sekali '.repeat(5)
  const parts = [{ heading: long, lines: [line('letter', long)] }]
  expect(sizeOf(await cards.draw({ title: long, parts }))[1]).toBeGreaterThan(800)
})

test('a card that cannot be drawn fails alone', async () => {
  const [bad, good] = await Promise.allSettled([
    cards.draw(card('Salah', 'no-such-thing')),
    cards.draw(card('Benar', 'list')),
  ])
  expect(bad).toMatchObject({
    status: 'rejected',
    reason: { message: expect.stringContaining('no-such-thing') },
  })
  expect(good.status).toBe('fulfilled')
})

/** The child of this process that draws. */
function drawingProcess(): number {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim().split(' ')
  const found = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('drawing.ts'))
  return Number(found)
}

test('a drawing process that dies is replaced, and what it was drawing is told to have failed', async () => {
  const drawing = cards.draw(card('Mati', ...Array.from({ length: 300 }, () => 'passport')))
  process.kill(drawingProcess(), 'SIGKILL')
  await expect(drawing).rejects.toThrow('ended')
  expect(await cards.draw(card('Hidup', 'passport'))).toBeInstanceOf(Uint8Array)
})

test('every paper of the table has a pictogram, and every pictogram is of use', () => {
  const { requirements, guide } = seededLibrary()
  const drawn = readdirSync(new URL('../../src/adapters/cards/icons/', import.meta.url)).map((name) =>
    name.replace('.svg', ''),
  )
  const used = new Set([
    ...requirements.papers.map(({ icon }) => icon),
    ...guide.flatMap(({ picture }) => picture ?? []),
  ])
  expect([...used].filter((icon) => !drawn.includes(icon))).toEqual([])
  expect(drawn.filter((icon) => !used.has(icon))).toEqual([])
})

test('pictograms name nothing outside themselves', () => {
  const folder = new URL('../../src/adapters/cards/icons/', import.meta.url)
  for (const name of readdirSync(folder))
    expect(readFileSync(new URL(name, folder), 'utf8')).not.toMatch(/href|url\(|<script|<style/)
})
