import { createInstance } from 'i18next'
import { useEffect, useState } from 'preact/hooks'
import { LOCALES } from './locales.ts'
import { addTimeFormats } from './time-formats.ts'

/** The language an officer reads, kept in their browser; the page's own (`<html lang>`) until they choose another. */

const KEPT = 'tanyapaspor.console.language'
const FIRST = document.documentElement.lang

/** Days and numbers are written as people here write them, in whichever language: `en-ID` has 21 Nov and 10.000. */
const here = (language: string) => `${language}-ID`

export const i18n = createInstance()
void i18n.init({
  lng: here(remembered()),
  fallbackLng: FIRST,
  resources: Object.fromEntries(
    Object.entries(LOCALES).map(([code, locale]) => [code, { translation: { ...locale } }]),
  ),
  initAsync: false,
  nsSeparator: false,
  // Preact escapes; what people wrote is never read as a placeholder
  interpolation: { escapeValue: false, skipOnVariables: true },
})
if (i18n.services.formatter) addTimeFormats(i18n.services.formatter)
document.documentElement.lang = language()

/** The languages there are, each by its own name. */
export const LANGUAGES = Object.entries(LOCALES).map(
  ([code, locale]) => [code, locale.language.name] as const,
)

/** Code of the language spoken now. */
function language(): string {
  return i18n.language.split('-')[0] ?? FIRST
}

export function speak(code: string): void {
  void i18n.changeLanguage(here(code))
  document.documentElement.lang = code
  try {
    localStorage.setItem(KEPT, code)
  } catch {
    // storage refused: spoken until the page is left
  }
}

/** Draws again whoever uses it, with everything below, when the language changes. */
export function useLanguage(): string {
  const [now, setNow] = useState(language)
  useEffect(() => {
    const changed = () => setNow(language())
    i18n.on('languageChanged', changed)
    return () => i18n.off('languageChanged', changed)
  }, [])
  return now
}

/** A language kept from before counts only while it is still there. */
function remembered(): string {
  try {
    const kept = localStorage.getItem(KEPT) ?? FIRST
    return kept in LOCALES ? kept : FIRST
  } catch {
    return FIRST
  }
}
