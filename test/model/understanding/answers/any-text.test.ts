import { expect, test } from 'vitest'
import { readAge, readAgeRange } from '../../../../src/model/understanding/answers/age.ts'
import { readRupiah } from '../../../../src/model/understanding/answers/amount.ts'
import { readChoice } from '../../../../src/model/understanding/answers/choice.ts'
import { readPapers } from '../../../../src/model/understanding/answers/paper.ts'
import { readYear } from '../../../../src/model/understanding/answers/year.ts'
import { readYesNo } from '../../../../src/model/understanding/answers/yes-no.ts'
import { phraseSet } from '../../../../src/model/understanding/normalise.ts'
import { extractPerson } from '../../../../src/model/understanding/person.ts'

/** Whatever is written, each reader answers in its own kind and soon. */

const TODAY = '2026-11-21'
const OPTIONS = [
  { id: 'a', number: 1, labels: ['Hilang'], phrases: phraseSet('hilang, dicuri') },
  {
    id: 'b',
    number: 2,
    labels: ['Rusak (Rp500.000)'],
    phrases: phraseSet('rusak, sobek'),
    means: 'no' as const,
  },
]
const PAPERS = [{ id: 'ktp', names: ['ktp'] }, { id: 'birth', names: ['akta lahir', 'akta'] }] // prettier-ignore

function readAll(text: string): void {
  expect([null, 'yes', 'no', 'unknown']).toContain(readYesNo(text))
  const year = readYear(text, TODAY)
  if (year?.from && year.to) expect(year.from).toBeLessThanOrEqual(year.to)
  const age = readAgeRange(text, TODAY)
  if (age) expect(age.from).toBeLessThanOrEqual(age.to ?? age.from)
  const told = readAge(text, TODAY)
  expect(told === null || (Number.isInteger(told) && told >= 0 && told <= 120)).toBe(true)
  const sum = readRupiah(text)
  expect(sum === null || (Number.isInteger(sum) && sum >= 1000)).toBe(true)
  const choice = readChoice(text, OPTIONS)
  if (choice) expect(choice.confidence > 0 && choice.confidence <= 1 && 'ab'.includes(choice.id)).toBe(true)
  for (const { id } of readPapers(text, PAPERS)) expect(['ktp', 'birth']).toContain(id)
  expect(extractPerson(text, { toddler: 5, adult: 17, elderly: 60 }).bands.length).toBeLessThanOrEqual(2)
}

/** Numbers from 0 to 1, the same at each run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const WORDS =
  "ya tidak bukan belum sudah tapi hilang rusak hilng akta ktp ada punya semua kecuali cuma kalau tahun tahun 5 10 2007 09 350rb 1,5 juta Rp650.000 dua ribu sembilan puluh belas ratus sejuta lalu sebelum antara umur kelas sd bulan lahir anak istri mama saya pung ana dan , . ? ! ( ) ' 👍 🙏 ½ ② ٣ constructor __proto__ toString # $& \\b [ * + 9999999999999999 \u0000 \u200B \u202E ß ﷽".split(
    ' ',
  )

test('no salad of words is too much', () => {
  const random = seeded(20261121)
  const pick = () => WORDS[Math.floor(random() * WORDS.length)] ?? ''
  for (let round = 0; round < 3000; round++)
    readAll(Array.from({ length: Math.floor(random() * 14) }, pick).join(random() < 0.9 ? ' ' : ''))
})

test('nor is a message of 60,000 characters, of any kind', () => {
  for (const part of ['a', '1', ' ', '5 tahun ', 'dua ', 'tidak ', 'akta, ', '👍', '\u0000', 'satu juta ', 'anak saya ', '.', "'", 'é'])
    readAll(part.repeat(Math.ceil(60_000 / part.length)).slice(0, 60_000))
}) // prettier-ignore

test('nor control characters, marks and signs', () => {
  const random = seeded(7)
  for (let round = 0; round < 500; round++)
    readAll(String.fromCodePoint(...Array.from({ length: 30 }, () => Math.floor(random() * 0xd7ff))))
})
