import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FLOWS } from '../src/flows/index.ts'
import { playTurn, type Scenario } from './flows/scenario.ts'
import { categories, stage } from './flows/stage.ts'
import { keysSaid } from './flows/keys-said.ts'

/** Each language complete, each key used, and the Indonesian of applicants plain enough for a borrowed phone. */

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

/** Words of pages: officers' own (`console`), applicants' chat page (`web`), and what a language calls itself. */
const isOfficers = (key: string) => key.startsWith('console.')
const isOfPages = (key: string) => /^(console\.|web\.|language\.name$)/.test(key)
/** The forms of a plural are one key. */
const withoutPlural = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '')
const pluralOf = (key: string) => /_(zero|one|two|few|many|other)$/.exec(key)?.[1]

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
    const keys = (lang: Map<string, string>) => [...new Set([...lang.keys()].map(withoutPlural))].toSorted()
    expect(keys(words)).toEqual(keys(locales['id']!))
  })

  test('has the forms of a plural that its grammar has, and no others', () => {
    const forms = new Map<string, string[]>()
    for (const key of words.keys()) {
      const form = pluralOf(key)
      if (form) forms.set(withoutPlural(key), [...(forms.get(withoutPlural(key)) ?? []), form])
    }
    const { pluralCategories } = new Intl.PluralRules(lang).resolvedOptions()
    const wrong = [...forms].filter(
      ([, has]) => String(has.toSorted()) !== String(pluralCategories.toSorted()),
    )
    expect(wrong).toEqual([])
  })

  test('has the same values to fill in as Indonesian', () => {
    const places = (text: string) =>
      [...text.matchAll(/\{\{(\w+)(?:, [^}]+)?\}\}/g)].map(([, name]) => name).toSorted()
    const indonesian = new Map([...locales['id']!].map(([key, text]) => [withoutPlural(key), text]))
    const different = [...words].filter(
      ([key, text]) => String(places(text)) !== String(places(indonesian.get(withoutPlural(key)) ?? '')),
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
      // what people may say is never shown
      .filter(([key]) => !isOfficers(key) && !key.startsWith('hears.'))
      .map(([key, text]) => [key, filled(text).length] as const)
      .filter(([, length]) => length > 300)
    expect(long).toEqual([])
  })

  test('has labels of at most 40 characters, which a button can show', () => {
    const labels = [...words].filter(
      ([key]) =>
        /^(category|choice|menu\.[a-z]+$|complaint\.groups|web\.(start|officer|menu|back|send)$)/.test(key) &&
        key !== 'menu.main',
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
    (key) => !/^(?:category|hears)\./.test(key) && !isOfPages(key) && !said.has(key) && !saidByTheDesk(key),
  )
  expect(silent).toEqual([])
})

describe('each word of the pages stands in their sources', () => {
  const keysOf = (part: string) =>
    [...locales['id']!.keys()]
      .filter((key) => key.startsWith(`${part}.`))
      .map((key) => withoutPlural(key.slice(part.length + 1)))

  test('of the console; of the names of values, the kind of value', () => {
    const stands = standsIn(sourceOf('console/'))
    const isSaid = (key: string) => stands(key.startsWith('names.') ? key.split('.')[1]! : key)
    expect(keysOf('console').filter((key) => !isSaid(key))).toEqual([])
  })

  test('of the chat page', () => {
    const stands = standsIn(sourceOf('src/bots/web/'))
    expect(keysOf('web').filter((key) => !stands(key))).toEqual([])
  })
})

/** What is written by hand in a folder. */
function sourceOf(folder: string): string {
  return readdirSync(here(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|js|html)$/.test(name) && !name.startsWith('dist'))
    .map((name) => readFileSync(here(folder + name), 'utf8'))
    .join('\n')
}

/** Is a key quoted there, in braces, or does it fit one that is put together (`from-${from}`)? */
function standsIn(source: string): (key: string) => boolean {
  const built = [...source.matchAll(/`([\w.-]+(?:\$\{[\w.]+\}[\w.-]*)+)`/g)].map(
    ([, text]) =>
      new RegExp(`^${text!.replaceAll(/\.(?![^{]*\})/g, '\\.').replaceAll(/\$\{[^}]+\}/g, '[\\w-]+')}$`),
  )
  return (key) =>
    [`'${key}'`, `"${key}"`, `{{${key}}}`].some((quoted) => source.includes(quoted)) ||
    built.some((pattern) => pattern.test(key))
}

describe('plain Indonesian', () => {
  const texts = [...locales['id']!]
    .filter(([key]) => !isOfficers(key) && !key.startsWith('hears.'))
    .map(([key, text]) => [key, spoken(text)] as const)
  // a hard word may stand in brackets after its plain one: "kode rahasia (OTP)"
  const HARD =
    /\b(biometrik|verifikasi|billing|reschedule|kuota|upload|unggah|mengunggah|login|otp|nik|permohonan|penggantian|domisili|kahar|bap|surat kuasa|percepatan|eskalasi|tiket|tpi|silahkan|anda|kamu|salah|invalid|gagal memproses)\b/i
  /** The one rule of the chat page lists, by the names swindlers use, everything we never ask for. */
  const RULE = 'web.rule'
  const ALLOWED: ReadonlySet<string> = new Set([RULE])

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
    const heavy = texts.filter(
      ([key, text]) => key !== RULE && wordsOf(text).length / sentences(text).length > 10,
    )
    expect(heavy).toEqual([])
  })

  test('links nowhere', () => {
    expect(
      [...locales['id']!, ...locales['en']!].filter(
        ([key, text]) => !isOfficers(key) && /https?:|www\.|\.(id|com|org)\b/.test(text),
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
