/// <reference types="vite/client" />

/** What the console takes from a file of `locales`: its own part, and the applicants' words that officers see too. */
export interface Locale {
  readonly language: { readonly name: string }
  readonly console: Indonesian['console']
  readonly category: Readonly<Record<string, string>>
  readonly topic: Readonly<Record<string, string>>
  readonly answer: Readonly<Record<string, { readonly title: string }>>
}

/** The words every language has, by the language that has them first. */
export type Indonesian = typeof import('../../locales/id.json', { with: { type: 'json' } })

const files = import.meta.glob<Locale>('../../locales/*.json', { eager: true, import: 'default' })

/** Every language there is, by its code: a new one is its file. */
export const LOCALES: Readonly<Record<string, Locale>> = Object.fromEntries(
  Object.entries(files).map(([path, locale]) => [path.replace(/^.*\/|\.json$/g, ''), locale]),
)
