import { recall, remember } from './kept.js'
// made by the server from `locales`: { id: { name, words }, … }
import { LANGUAGES } from './words.js'

const KEPT = 'tanyapaspor.language'
const codes = Object.keys(LANGUAGES)
const kept = recall('localStorage', KEPT)

export let language = codes.includes(kept) ? kept : document.documentElement.lang

export const word = (key) => LANGUAGES[language].words[key]

export const nameOf = (code) => LANGUAGES[code].name

/** The language after this one; of two, the other. */
export const following = () => codes[(codes.indexOf(language) + 1) % codes.length]

/** Changes the page's language and everything marked with one of its words. */
export function speak(next) {
  language = next
  remember('localStorage', KEPT, next)
  document.documentElement.lang = next
  document.title = word('title')
  for (const node of document.querySelectorAll('[data-word]')) node.textContent = word(node.dataset.word)
  for (const node of document.querySelectorAll('[data-label]'))
    node.setAttribute('aria-label', word(node.dataset.label))
  for (const node of document.querySelectorAll('[data-hint]')) node.placeholder = word(node.dataset.hint)
}
