import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FLOWS } from '../src/flows/index.ts'
import { playTurn, type Scenario } from './flows/scenario.ts'
import { categories, stage } from './flows/stage.ts'
import { keysSaid } from './flows/keys-said.ts'

/** Each language complete, each key used, and the Indonesian plain enough for a borrowed phone: short sentences, no hard or blaming word. */

type Words = { readonly [key: string]: string | Words }
const here = (path: string) => new URL(`../${path}`, import.meta.url)
const json = (path: string) => JSON.parse(readFileSync(here(path), 'utf8'))
const locales = Object.fromEntries(
  readdirSync(here('locales/')).map((name) => [name.slice(0, -5), flat(json(`locales/${name}`))]),
)

function flat(words: Words, before = ''): Map<string, string> {
  const pairs = Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[before + key, value]] : [...flat(value, `${before}${key}.`)],
  )
  return new Map(pairs)
}

/** Said in the test of a runaway flow only. */
const SAID_ELSEWHERE = ['error.circles']
const desk = readdirSync(here('src/desk/'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(here(`src/desk/${name}`), 'utf8'))
  .join('\n')
const saidByTheDesk = (key: string) => desk.includes(`'${key}'`)

describe.each(Object.keys(locales))('%s', (lang) => {
  const words = locales[lang]!

  test('has the same keys as Indonesian', () => {
    expect([...words.keys()].toSorted()).toEqual([...locales['id']!.keys()].toSorted())
  })

  test('has the same values to fill in as Indonesian', () => {
    const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted()
    const different = [...words].filter(
      ([key, text]) => String(places(text)) !== String(places(locales['id']!.get(key)!)),
    )
    expect(different).toEqual([])
  })

  test('names every complaint category, and none that is not', () => {
    const named = [...words.keys()].filter((key) => key.startsWith('category.'))
    expect(named.toSorted()).toEqual(categories.map(({ code }) => `category.${code}`).toSorted())
  })

  test('names every flow that a person may come back to', () => {
    const unnamed = FLOWS.filter(({ name }) => name !== 'menu' && !words.has(`flow.${name}`))
    expect(unnamed.map(({ name }) => name)).toEqual([])
  })

  test('has no text of more than 300 characters, however long the names in it', () => {
    const long = [...words]
      .map(([key, text]) => [key, filled(text).length] as const)
      .filter(([, length]) => length > 300)
    expect(long).toEqual([])
  })

  test('has labels of at most 40 characters, which a button can show', () => {
    const labels = [...words].filter(
      ([key]) => /^(category|choice|menu\.[a-z]+$|complaint\.groups)/.test(key) && key !== 'menu.main',
    )
    expect(labels.filter(([, text]) => text.length > 40)).toEqual([])
  })
})

/** With the longest names, stories and numbers that are put in. */
function filled(text: string): string {
  const long: Readonly<Record<string, number>> = {
    story: 90,
    question: 90,
    reply: 140,
    office: 31,
    category: 40,
    due: 20,
    state: 45,
  }
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => 'x'.repeat(long[name] ?? 26))
}

test('every key is said in a golden conversation or by the desk', () => {
  const said = new Set(SAID_ELSEWHERE)
  const files = readdirSync(here('test/scenarios/'), { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => name.endsWith('.json'))) {
    const scenario = json(`test/scenarios/${file}`) as Scenario
    const on = stage(scenario.lang)
    for (const turn of scenario.turns) playTurn(on, turn)
    for (const key of keysSaid(on.effects)) said.add(key)
  }
  const silent = [...locales['id']!.keys()].filter(
    (key) => !key.startsWith('category.') && !said.has(key) && !saidByTheDesk(key),
  )
  expect(silent).toEqual([])
})

describe('plain Indonesian', () => {
  const texts = [...locales['id']!].map(([key, text]) => [key, spoken(text)] as const)
  // a hard word may stand in brackets after its plain one: "kode rahasia (OTP)"
  const HARD =
    /\b(biometrik|verifikasi|billing|reschedule|kuota|upload|unggah|mengunggah|login|otp|nik|permohonan|penggantian|domisili|kahar|bap|surat kuasa|percepatan|eskalasi|tiket|tpi|silahkan|anda|kamu|salah|invalid|gagal memproses)\b/i
  const ALLOWED: ReadonlySet<string> = new Set(['category.DAT-INPUT', 'category.DOC-WRONG'])

  test('uses none of the hard, cold or blaming words', () => {
    expect(texts.filter(([key, text]) => HARD.test(text) && !ALLOWED.has(key))).toEqual([])
  })

  test('has no sentence of more than 14 words', () => {
    const long = texts.flatMap(([key, text]) =>
      sentences(text)
        .filter((one) => wordsOf(one).length > 14)
        .map((one) => [key, one]),
    )
    expect(long).toEqual([])
  })

  test('has at most 10 words a sentence in each message on average', () => {
    const heavy = texts.filter(([, text]) => wordsOf(text).length / sentences(text).length > 10)
    expect(heavy).toEqual([])
  })

  test('links nowhere', () => {
    expect(
      [...locales['id']!, ...locales['en']!].filter(([, text]) =>
        /https?:|www\.|\.(id|com|org)\b/.test(text),
      ),
    ).toEqual([])
  })
})

function spoken(text: string): string {
  return text.replace(/\([^)]*\)/g, '').replace(/\{\{\w+\}\}/g, 'X')
}

function sentences(text: string): string[] {
  return text.split(/[.?!:\n]+(?:\s|$)|\n/).filter((one) => one.trim() !== '')
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}/'-]*/gu) ?? []
}
