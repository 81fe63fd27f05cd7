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

/** What is wrong with what the readers say; empty when nothing. */
function wrongIn(text: string): readonly string[] {
  const year = readYear(text, TODAY)
  const range = readAgeRange(text, TODAY)
  const age = readAge(text, TODAY)
  const sum = readRupiah(text)
  const choice = readChoice(text, OPTIONS)
  const papers = readPapers(text, PAPERS)
  const person = extractPerson(text, { toddler: 5, adult: 17, elderly: 60 })
  const right = {
    answer: [null, 'yes', 'no', 'unknown'].includes(readYesNo(text)),
    year: year === null || (year.from ?? -Infinity) <= (year.to ?? Infinity),
    range: range === null || range.from <= (range.to ?? Infinity),
    age: age === null || (Number.isInteger(age) && age >= 0 && age <= 120),
    sum: sum === null || (Number.isInteger(sum) && sum >= 1000),
    choice: choice === null || ('ab'.includes(choice.id) && choice.confidence > 0 && choice.confidence <= 1),
    papers: papers.every(({ id }) => ['ktp', 'birth'].includes(id)),
    person: person.bands.length <= 2,
  }
  return Object.entries(right).flatMap(([reader, isRight]) =>
    isRight ? [] : [`${reader}: ${text.slice(0, 80)}`],
  )
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
  const salads = Array.from({ length: 2000 }, () =>
    Array.from({ length: Math.floor(random() * 14) }, pick).join(random() < 0.9 ? ' ' : ''),
  )
  expect(salads.flatMap(wrongIn)).toEqual([])
})

test('nor is a message of 60,000 characters, of any kind', () => {
  const parts = [
    'a',
    '1',
    ' ',
    '5 tahun ',
    'dua ',
    'tidak ',
    'akta, ',
    '👍',
    '\u0000',
    'satu juta ',
    'anak saya ',
    '.',
    "'",
    'é',
  ]
  const long = parts.map((part) => part.repeat(Math.ceil(60_000 / part.length)).slice(0, 60_000))
  expect(long.flatMap(wrongIn)).toEqual([])
})

test('nor control characters, marks and signs', () => {
  const random = seeded(7)
  const any = () => Math.floor(random() * 0xd7ff)
  const texts = Array.from({ length: 400 }, () => String.fromCodePoint(...Array.from({ length: 30 }, any)))
  expect(texts.flatMap(wrongIn)).toEqual([])
})
