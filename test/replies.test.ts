import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { conversations, sentencesOf, wordsOf, type Conversation, type Reply } from './replies.ts'

/** Whole replies, not single strings: short enough for a borrowed phone, in plain words, one question at a time. */

const ALL = conversations()
const REPLIES = ALL.flatMap(({ replies }) => replies)

type Words = { readonly [key: string]: string | Words }
const WORDS = { id: wordsIn('id'), en: wordsIn('en') }
/** Texts and titles of ready answers; they are checked where they are written. */
const LIBRARY = [WORDS.id, WORDS.en].flatMap((words) =>
  [...words].flatMap(([key, text]) => (key.startsWith('answer.') ? text.split('\n').map(patternOf) : [])),
)

/** Words of a reply with its choices, of a list of papers or steps, of a sentence; English needs a fifth more. */
const LIMITS = {
  id: { reply: 45, list: 66, sentence: 12, mean: 32 },
  en: { reply: 54, list: 79, sentence: 14, mean: 38 },
} as const

/** A list of papers with what is said before it. */
const LISTS: ReadonlySet<string> = new Set(['requirements/list'])

/** Steps whose replies cannot be shorter, with the longest measured. */
const LONGER: Readonly<Record<string, number>> = {
  // a story, a notice before it, or all categories of a group are read back
  'complaint/check': 52,
  'complaint/category': 53,
  'complaint/group': 53,
  'complaint/office': 47,
  // an address, its doubt, the hours, and what else there is
  'office/show': 53,
}

/** Choices of a list; 8 repeats and 9 is the menu, everywhere. */
const FEW = 5
const MOST = 7

/** Steps with more than a few choices. */
const MORE_CHOICES: ReadonlySet<string> = new Set([
  // each is a matter of its own, and no two of them go together
  'info/subjects',
  'requirements/parents',
  'requirements/special',
  // everybody remembered, every paper of a list
  'requirements/whose',
  'requirements/which',
  'menu/main',
  'requirements/who',
  'requirements/more',
  'requirements/what',
  'requirements/tick',
  'apphelp/symptoms',
  // all that the answer library has of a topic
  'info/topics',
  'info/pick',
  // with what the office did not tell us
  'office/show',
  // towns that go by one name
  'office/pick',
  'quota/pick',
  'complaint/officePick',
  'complaint/group',
  'complaint/category',
])

/** Hard word → the plain one. In brackets after its plain word it may stand, as the app shows it. */
const HARD: Readonly<Record<string, string>> = {
  biometrik: 'sidik jari dan foto',
  verifikasi: 'cek',
  billing: 'kode bayar',
  reschedule: 'ganti jadwal',
  kuota: 'jatah',
  'upload|unggah|mengunggah': 'kirim foto',
  login: 'masuk',
  otp: 'kode rahasia',
  nik: 'nomor KTP',
  permohonan: 'permintaan',
  domisili: 'tempat tinggal',
  'surat kuasa': 'surat izin mewakili',
  percepatan: 'sehari jadi',
  tiket: 'laporan',
  'belum dipastikan petugas': 'kami belum tahu pasti',
  'invalid|gagal memproses': 'belum bisa',
  silahkan: 'silakan',
  'anda|kamu': 'Bapak/Ibu',
}

/** One name for one thing: the name → what else it is called. */
const NAMES: Readonly<Record<string, RegExp>> = {
  lansia: /\b(?:manula|lanjut usia|orang tua,? \(?\d)/i,
  daftar: /\b(?:mendaftar\w*|pendaftaran|registrasi)\b/i,
  keliru: /\bsalah\b/i,
  laporan: /\b(?:keluhan\w*|aduan|pengaduan|tiket)\b/i,
  kalau: /\b(?:bila|apabila|jika)\b/i,
  'ke-2': /\b(?:dewasa|anak|lansia|balita) \d\b/i,
}

/** Said once while a conversation goes on. */
const CAVEATS = ['doubt.contested', 'doubt.announced'].map((key) => ({
  id: textOf('id', key),
  en: textOf('en', key),
}))

describe.each(['id', 'en'] as const)('replies in %s', (lang) => {
  const replies = REPLIES.filter((reply) => reply.lang === lang)
  const { reply: most, list, sentence, mean } = LIMITS[lang]

  test('have few words', () => {
    const limitOf = ({ step }: Reply) => LONGER[step] ?? (LISTS.has(step) ? list : most)
    expect(replies.filter((one) => one.words > limitOf(one)).map(shown)).toEqual([])
  })

  test('have few words on average', () => {
    const sum = replies.reduce((all, { words }) => all + words, 0)
    expect(sum / replies.length).toBeLessThanOrEqual(mean)
  })

  test('have short sentences', () => {
    const long = replies.flatMap(({ place, lines }) =>
      ownLines(lines)
        .flatMap(sentencesOf)
        .filter((one) => wordsOf(one).length > sentence)
        .map((one) => `${place}: ${one}`),
    )
    expect([...new Set(long)]).toEqual([])
  })

  test('ask one thing', () => {
    const asking = replies.filter(({ lines }) => lines.filter((line) => line.endsWith('?')).length > 1)
    expect(asking.map(shown)).toEqual([])
  })

  test('offer few choices', () => {
    const limitOf = ({ step }: Reply) => (MORE_CHOICES.has(step) ? MOST : FEW)
    expect(replies.filter((one) => one.choices.length > limitOf(one)).map(shown)).toEqual([])
  })
})

test('a caveat follows what it is about', () => {
  const words = new Set(CAVEATS.flatMap(({ id, en }) => [id, en]))
  expect(REPLIES.filter(({ lines: [first = ''] }) => words.has(first)).map(shown)).toEqual([])
})

test('a caveat is heard once a conversation', () => {
  expect(ALL.flatMap(caveatsHeardAgain)).toEqual([])
})

describe('Indonesian replies', () => {
  const texts = new Set(
    REPLIES.filter(({ lang }) => lang === 'id').flatMap(({ lines, choices }) => [
      ...ownLines(lines).map((line) => line.replace(/“[^”]*”|\([^)]*\)/g, '')),
      ...choices.filter((label) => !isOfTheLibrary(label)),
    ]),
  )

  test.each(Object.entries(HARD))('do not say "%s": the plain word is "%s"', (hard) => {
    const said = new RegExp(`\\b(?:${hard})\\b`, 'i')
    expect([...texts].filter((text) => said.test(text))).toEqual([])
  })

  test.each(Object.entries(NAMES))('say "%s", and no other name of it', (_, others) => {
    expect([...texts].filter((text) => others.test(text))).toEqual([])
  })
})

function shown({ place, step, words, choices, lines }: Reply): string {
  return `${place} (${step}): ${words} words, ${choices.length} choices: ${lines.join(' / ')}`
}

function caveatsHeardAgain({ name, replies }: Conversation): readonly string[] {
  const heard = new Set<string>()
  const again: string[] = []
  for (const { lang, isAnew, lines } of replies) {
    if (isAnew) heard.clear()
    for (const { [lang]: caveat } of CAVEATS) {
      const times = lines.filter((line) => line.includes(caveat)).length
      if (times > 1 || (times === 1 && heard.has(caveat))) again.push(`${name}: ${caveat}`)
      if (times > 0) heard.add(caveat)
    }
  }
  return again
}

/** Lines without those of the answer library, whose words are told as the library has them. */
function ownLines(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => !isOfTheLibrary(line))
}

function isOfTheLibrary(line: string): boolean {
  return LIBRARY.some((text) => text.test(line))
}

/** A text with anything in place of its values. */
function patternOf(text: string): RegExp {
  const parts = text.split(/\{\{[^}]+\}\}/).map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&'))
  return new RegExp(`^${parts.join('.+')}$`)
}

function textOf(lang: 'id' | 'en', key: string): string {
  return WORDS[lang].get(key) ?? ''
}

function wordsIn(lang: string): ReadonlyMap<string, string> {
  return new Map(flat(JSON.parse(readFileSync(new URL(`../locales/${lang}.json`, import.meta.url), 'utf8'))))
}

function flat(words: Words, before = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[before + key, value]] : flat(value, `${before}${key}.`),
  )
}
