import { createInstance } from 'i18next'
import type { Text, Var } from '../flows/flow.ts'
import type { Texts } from '../desk/ports.ts'

/** Words of one language by nested key, as in `locales/<lang>.json`. */
export type Words = { readonly [key: string]: string | Words }

/**
 * A person's words by key, in their language. Values are put in as they are: nothing a person wrote is ever
 * read as a placeholder or a key.
 * @throws for an unknown key or language, with the key: the desk logs it and says its own words.
 */
export function createTexts(locales: Readonly<Record<string, Words>>): Texts {
  const engine = createInstance()
  void engine.init({
    resources: Object.fromEntries(
      Object.entries(locales).map(([lang, translation]) => [lang, { translation }]),
    ),
    initAsync: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    missingInterpolationHandler: (text, found) => {
      throw new Error(`a text lacks its value ${String(found[1])} (${text.length} characters)`)
    },
  })

  function render(lang: string, text: Text): string {
    if ('raw' in text) return text.raw
    if (!engine.exists(text.key, { lng: lang })) throw new Error(`no words for ${text.key} in ${lang}`)
    const vars = Object.entries(text.vars ?? {}).map(([name, value]) => [name, inWords(lang, value)])
    return String(engine.t(text.key, { lng: lang, ...Object.fromEntries(vars) }))
  }

  function inWords(lang: string, value: Var): string | number {
    if (typeof value !== 'object') return value
    return 'date' in value ? day(lang, value.date) : render(lang, value.text)
  }

  return { render }
}

/** `2026-11-23` as "Senin, 23 November" or "Monday, 23 November". */
function day(lang: string, date: string): string {
  const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  const parts = new Map(
    format.formatToParts(new Date(`${date}T00:00:00Z`)).map((part) => [part.type, part.value]),
  )
  return `${parts.get('weekday')}, ${parts.get('day')} ${parts.get('month')}`
}
