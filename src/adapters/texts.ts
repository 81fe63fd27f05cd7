import { readdirSync, readFileSync } from 'node:fs'
import { createInstance, type Resource, type ResourceLanguage } from 'i18next'
import type { Text, Var } from '../flows/engine/conversation.ts'
import type { Texts } from '../desk/ports/channel.ts'

const FOLDER = new URL('../../locales/', import.meta.url)

/**
 * A person's words by key, in their language: every `<lang>.json` of the folder, read once. Values are put in as they
 * are: nothing a person wrote is ever read as a placeholder or a key.
 * @throws when rendering an unknown key or language, naming it: the desk logs it and says its own words.
 */
export function createTexts(folder: URL = FOLDER): Texts {
  const engine = createInstance()
  void engine.init({
    resources: resourcesIn(folder),
    initAsync: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    missingInterpolationHandler: (_text, found) => {
      throw new Error(`a text lacks its value ${String(found[1])}`)
    },
  })

  function render(lang: string, text: Text): string {
    if ('raw' in text) return text.raw
    const words: unknown = engine.getResource(lang, 'translation', text.key)
    if (typeof words !== 'string') throw new Error(`no words for ${text.key} in ${lang}`)
    // most texts are labels without values: looking for placeholders in them would be half of a turn's work
    if (!text.vars) return words
    const vars = Object.entries(text.vars).map(([name, value]) => [name, inWords(lang, value)])
    return String(engine.t(text.key, { lng: lang, ...Object.fromEntries(vars) }))
  }

  function inWords(lang: string, value: Var): string | number {
    if (typeof value !== 'object') return value
    return 'date' in value ? day(lang, value.date) : render(lang, value.text)
  }

  return { render }
}

function resourcesIn(folder: URL): Resource {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const read = (name: string): ResourceLanguage => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
  return Object.fromEntries(files.map((name) => [name.slice(0, -5), { translation: read(name) }]))
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** `2026-11-23` as "Senin, 23 November" or "Monday, 23 November". */
function day(lang: string, date: string): string {
  const format = formats.get(lang) ?? newFormat(lang)
  const parts = format.formatToParts(new Date(`${date}T00:00:00Z`))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('weekday')}, ${part('day')} ${part('month')}`
}

function newFormat(lang: string): Intl.DateTimeFormat {
  const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const
  const format = new Intl.DateTimeFormat(lang, options)
  formats.set(lang, format)
  return format
}
