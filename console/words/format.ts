import { i18n } from './language.ts'

/** Moments, days, numbers and languages as the officer's language writes them. */

const formatted = (value: string | number, format: string) => i18n.format(value, format, i18n.language, {})

/** A moment (ISO 8601). */
export const at = (iso: string): string => formatted(iso, 'moment')
/** A day `YYYY-MM-DD` with its weekday. */
export const day = (date: string): string => formatted(date, 'day')
/** A day with its year instead. */
export const date = (date: string): string => formatted(date, 'date')
export const number = (n: number): string => formatted(n, 'number')

/** Today in UTC, `YYYY-MM-DD`: enough to tell how old a source is. */
export const today = (): string => new Date().toISOString().slice(0, 10)

/** What a language is called: `Inggris`, `English`. */
export const languageName = (code: string): string =>
  new Intl.DisplayNames(i18n.language, { type: 'language' }).of(code) ?? code
