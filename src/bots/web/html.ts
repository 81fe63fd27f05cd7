import type { PageLanguage } from './languages.ts'

type Languages = Readonly<Record<string, PageLanguage>>

/** The page's words put in, in the language it names itself (`<html lang>`): it can be read before its scripts have come. */
export function filledIn(html: string, languages: Languages): string {
  const lang = /<html lang="([^"]+)"/.exec(html)?.[1] ?? ''
  const say = (key: string) => escaped(languages[lang]?.words[key] ?? '')
  return html
    .replaceAll(/data-word="([\w-]+)">/g, (tag, key: string) => tag + say(key))
    .replaceAll(/data-label="([\w-]+)"/g, (label, key: string) => `${label} aria-label="${say(key)}"`)
    .replaceAll(/data-hint="([\w-]+)"/g, (hint, key: string) => `${hint} placeholder="${say(key)}"`)
    .replace('{{title}}', () => say('title'))
    .replace('{{noScript}}', () => withoutScript(languages, lang))
}

/** Who has no scripts cannot choose: every language says it, the page's own first. */
function withoutScript(languages: Languages, own: string): string {
  const codes = [own, ...Object.keys(languages).filter((code) => code !== own)]
  return codes
    .map((code) => `<p class="rule" lang="${code}">${escaped(languages[code]?.words['noScript'] ?? '')}</p>`)
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
