import { LANGUAGES, speak, useLanguage } from './language.ts'
import { word } from './words.ts'

/** Officers choose the language of their pages, each by its own name. */
export function LanguageSwitch() {
  const now = useLanguage()
  return (
    <select
      class="quiet"
      aria-label={word('language')}
      value={now}
      onChange={(event) => speak(event.currentTarget.value)}
    >
      {LANGUAGES.map(([code, called]) => (
        <option key={code} value={code} lang={code}>
          {called}
        </option>
      ))}
    </select>
  )
}
