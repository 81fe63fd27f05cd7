import { readdirSync, readFileSync } from 'node:fs'

/** A language the page can speak: its own name, and the page's words by key. */
export interface PageLanguage {
  readonly name: string
  readonly words: Readonly<Record<string, string>>
}

// from here and from `build` alike
const FOLDER = new URL('../../../locales/', import.meta.url)

/**
 * The page's languages by their code: of each file in `locales` its `web` part; a file that has none yet is not offered.
 * What the bot says comes from the bot.
 */
export function pageLanguages(folder: URL = FOLDER): Readonly<Record<string, PageLanguage>> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const languages = files.flatMap((name): [string, PageLanguage][] => {
    const { language, web }: Locale = JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
    return language && web ? [[name.slice(0, -'.json'.length), { name: language.name, words: web }]] : []
  })
  return Object.fromEntries(languages)
}

interface Locale {
  readonly language?: { readonly name: string }
  readonly web?: PageLanguage['words']
}
