import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vite'
import type { Locale } from './console/words/locales.ts'

/** The officers' console: `console/` → `console/dist`. The policy of the pages forbids anything inline. */
export default defineConfig({
  root: 'console',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  plugins: [consoleWords()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2020',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})

/** Of each file of `locales` only what officers see; the page itself begins with words of the language it names. */
function consoleWords(): Plugin {
  return {
    name: 'console-words',
    enforce: 'pre',
    transform(code, id) {
      return /\/locales\/[^/]+\.json$/.test(id)
        ? { code: JSON.stringify(seen(JSON.parse(code))), map: null }
        : null
    },
    transformIndexHtml(html) {
      const [, lang] = /<html lang="([^"]+)"/.exec(html) ?? []
      const file = new URL(`locales/${lang}.json`, import.meta.url)
      const words: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(file, 'utf8')).console
      return html.replace(/\{\{(\w+)\}\}/g, (_, key: string) => String(words[key]))
    },
  }
}

function seen({ language, console, category, topic, answer }: Locale): Locale {
  const titles = Object.entries(answer).map(([id, { title }]) => [id, { title }])
  return { language: { name: language.name }, console, category, topic, answer: Object.fromEntries(titles) }
}
