import { readdirSync, readFileSync } from 'node:fs'
import { createInstance, type Resource } from 'i18next'
import type { Texts } from '../desk/ports/texts.ts'
import type { Hears, Language } from '../flows/engine/conversation.ts'
import type { Text, Var } from '../flows/engine/text.ts'
import { phraseSet } from '../model/understanding/normalise.ts'

const FOLDER = new URL('../../locales/', import.meta.url)

/**
 * What we say and what people say, by language: every `<lang>.json` of the folder, read once. Values are put in as they
 * are: nothing a person wrote is ever read as a placeholder or a key.
 * @throws when rendering an unknown key or language, naming it: the desk logs it and says its own words.
 */
export function createTexts(folder: URL = FOLDER): Texts {
  const files = filesIn(folder)
  const engine = createInstance()
  void engine.init({
    resources: resourcesOf(files),
    initAsync: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    missingInterpolationHandler: (_text, found) => {
      throw new Error(`a text lacks its value ${String(found[1])}`)
    },
  })

  engine.services.formatter?.add('date', (value: string, lang) => day(lang ?? '', value))

  function render(lang: string, text: Text): string {
    if ('raw' in text) return text.raw
    // most texts are labels without values: looking for placeholders in them would be half of a turn's work
    const words: unknown = text.vars ? undefined : engine.getResource(lang, 'translation', text.key)
    if (typeof words === 'string') return words
    const vars = Object.entries(text.vars ?? {}).map(([name, value]) => [name, plain(lang, value)])
    const options = { lng: lang, ...Object.fromEntries(vars) }
    if (!text.vars || !engine.exists(text.key, options))
      throw new Error(`no words for ${text.key} in ${lang}`)
    return String(engine.t(text.key, options))
  }

  /** As the engine takes it; texts inside a text in the same language. */
  function plain(lang: string, value: Var): string | number | readonly string[] {
    if (typeof value !== 'object') return value
    if ('date' in value) return value.date
    if ('list' in value) return value.list.map((one) => render(lang, one))
    return render(lang, value.text)
  }

  return { render, hears: hearsIn([...files.values()]), languages: [...files].map(languageOf) }
}

/** The words of the bot; the pages read theirs themselves. */
function resourcesOf(files: ReadonlyMap<string, Words>): Resource {
  const resources: Resource = {}
  for (const [lang, { console: _, web: __, ...translation }] of files) resources[lang] = { translation }
  return resources
}

type Words = { readonly [key: string]: string | Words }

function filesIn(folder: URL): ReadonlyMap<string, Words> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  // the office's own language stands first in lists
  const own = names.toSorted((a, b) => Number(b === 'id.json') - Number(a === 'id.json'))
  return new Map(
    own.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(new URL(name, folder), 'utf8'))]),
  )
}

function languageOf([code, { language, hears }]: [string, Words]): Language {
  const name = at(language, 'name')
  if (!name) throw new Error(`locales/${code}.json lacks language.name`)
  return { code, name, phrases: phraseSet(at(hears, 'language') ?? name) }
}

function at(words: string | Words | undefined, key: string): string | undefined {
  const found = typeof words === 'object' ? words[key] : undefined
  return typeof found === 'string' ? found : undefined
}

/** What people may say, in all languages together: nobody keeps to one. */
function hearsIn(files: readonly Words[]): Hears {
  const all: Record<string, Set<string>> = {}
  for (const { hears } of files)
    for (const [key, list] of leaves(hears)) {
      const phrases = (all[key] ??= new Set())
      for (const phrase of phraseSet(list)) if (phrase !== '') phrases.add(phrase)
    }
  return all as Record<string, ReadonlySet<string>> as Hears // the type is made of the same file
}

function leaves(words: string | Words | undefined, before = ''): [string, string][] {
  if (typeof words !== 'object') return []
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[before + key, value]] : leaves(value, `${before}${key}.`),
  )
}

const days = new Map<string, Intl.DateTimeFormat>()

/** `2026-11-23` as "Senin, 23 November" or "Monday, 23 November"; a day that is in words already stays as it is. */
function day(lang: string, date: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return date
  const parts = dayFormat(lang).formatToParts(new Date(`${date}T00:00:00Z`))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('weekday')}, ${part('day')} ${part('month')}`
}

function dayFormat(lang: string): Intl.DateTimeFormat {
  const known = days.get(lang)
  if (known) return known
  const format = new Intl.DateTimeFormat(lang, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  days.set(lang, format)
  return format
}
