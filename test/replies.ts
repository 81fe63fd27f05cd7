import { readdirSync, readFileSync } from 'node:fs'
import type { Scenario, Turn } from './flows/scenario.ts'

/** Whole replies of conversations on file, as a person with a small screen meets them. */

/** Everything said in answer to one message. */
export interface Reply {
  readonly lang: 'id' | 'en'
  /** Where it stands: file and number of the message. */
  readonly place: string
  /** The step it leads to: `cost/total`. */
  readonly step: string
  readonly lines: readonly string[]
  /** Labels of the longest list of choices; those that are always there are not among them. */
  readonly choices: readonly string[]
  readonly words: number
  /** Said after hours or days: a conversation begins anew. */
  readonly isAnew: boolean
}

/** A conversation as its replies. */
export interface Conversation {
  readonly name: string
  readonly replies: readonly Reply[]
}

const ALWAYS_THERE = /^[09] /
const CHOICES = /^\[(\d .*)\]$/
/** What a conversation causes, the words of a ticket, and what is drawn. */
const NOT_SAID = /^(?:=>| {3}|\[picture )/

const ROOT = new URL('scenarios/', import.meta.url)

/** Golden conversations. */
export function conversations(): readonly Conversation[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => conversationIn(name, JSON.parse(readFileSync(new URL(name, ROOT), 'utf8'))))
}

function conversationIn(name: string, { lang: first = 'id', turns }: Scenario): Conversation {
  let lang = first
  const replies = turns.flatMap((turn, at) => {
    // a message sent many times has its answers in one list
    const said = (turn.times ?? 1) === 1 ? (turn.out ?? []).filter((line) => !NOT_SAID.test(line)) : []
    lang = languageOf(said) ?? lang
    return said.length > 0 ? [replyOf(lang, `${name} ${at}`, turn, said)] : []
  })
  return { name, replies }
}

/** The language may change on the way: the choice of a person tells. */
function languageOf(said: readonly string[]): 'id' | 'en' | undefined {
  const choice = /[[ ]0 (Petugas|An officer)[\] ]/.exec(said.at(-1) ?? '')?.[1]
  if (choice === undefined) return undefined
  return choice === 'Petugas' ? 'id' : 'en'
}

function replyOf(lang: 'id' | 'en', place: string, turn: Turn, said: readonly string[]): Reply {
  const lists = said.flatMap((line) => CHOICES.exec(line)?.[1]?.split(' | ') ?? [])
  const lines = said.filter((line) => !CHOICES.test(line))
  const labels = lists.map((choice) => choice.replace(/^\d /, ''))
  return {
    lang,
    place,
    step: turn.at?.split(',')[0] ?? '',
    isAnew: /\d[hd]$/.test(turn.after ?? '') || (typeof turn.in === 'object' && 'reminder' in turn.in),
    lines,
    choices: lists.filter((choice) => !ALWAYS_THERE.test(choice)).map((choice) => choice.slice(2)),
    words: [...lines, ...labels].reduce((sum, text) => sum + wordsOf(text).length, 0),
  }
}

/** What is written between spaces, if there is a letter or a digit in it. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
}

/** Sentences of a line; what somebody wrote and is quoted is one word. */
export function sentencesOf(line: string): readonly string[] {
  return line
    .replace(/“[^”]*”/g, 'X')
    .split(/[.?!:](?=\s|$)/)
    .filter((one) => one.trim() !== '')
}
