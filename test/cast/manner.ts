import type { Exchange } from './walk.ts'

/** How the assistant spoke with people, whatever became of their matters. */
interface Manner {
  readonly replies: number
  readonly notUnderstood: number
  readonly menuForWords: number
  readonly sameTwice: number
  /** Messages that nothing was said to. */
  readonly silent: number
  readonly wordsMean: number
  readonly wordsMost: number
  readonly over60: number
}

/** The manner of whole talks, one a person. */
export function mannerOf(talks: readonly (readonly Exchange[])[]): Manner {
  const replies = talks.flat()
  const words = replies.map((reply) => reply.words)
  return {
    replies: replies.length,
    notUnderstood: replies.filter(isNotUnderstood).length,
    menuForWords: replies.filter(isMenuForWords).length,
    sameTwice: talks.reduce((sum, talk) => sum + repeats(talk), 0),
    silent: words.filter((one) => one === 0).length,
    wordsMean: Math.round(words.reduce((sum, one) => sum + one, 0) / words.length),
    wordsMost: Math.max(...words),
    over60: words.filter((one) => one > 60).length,
  }
}

/** Said when what was written was not understood, whatever its words. */
const UNCLEAR = /^(ask|repair)\.(?!noMedia|notKept|outdated)/

function isNotUnderstood({ keys }: Exchange): boolean {
  return keys.some((key) => UNCLEAR.test(key))
}

/** The main menu thrown at somebody who wrote words, and neither greeted nor asked for it. */
function isMenuForWords({ wrote, keys }: Exchange): boolean {
  const isAsked =
    /^(\W*(halo|hai|hello|hi|assalam\S*|selamat|pagi|siang|sore|malam|menu|min|kk|kak|mas|mba|pak|bu|p)\W*)+$/iu
  return keys.includes('menu.main') && /\p{L}{2}/u.test(wrote) && !isAsked.test(wrote)
}

function repeats(talk: readonly Exchange[]): number {
  return talk.filter(({ text }, at) => text !== '' && text === talk[at - 1]?.text).length
}

/** A line of a table: its name, a count, and of how many it is a share; null: it is none. */
export type Row = readonly [name: string, count: number, of: number | null]

/** The manner as lines of a table. */
export function mannerRows(it: Manner): Row[] {
  return [
    ['replies', it.replies, null],
    ['  not understood', it.notUnderstood, it.replies],
    ['  main menu for words', it.menuForWords, it.replies],
    ['  the same twice in a row', it.sameTwice, it.replies],
    ['  nothing said', it.silent, it.replies],
    ['  over 60 words', it.over60, it.replies],
    ['words a reply, mean', it.wordsMean, null],
    ['words a reply, most', it.wordsMost, null],
  ]
}

/** Rows as text, a line each. */
export function printed(rows: readonly Row[]): string {
  return rows
    .map(([name, count, of]) => `${name.padEnd(44)}${String(count).padStart(5)}${share(count, of)}`)
    .join('\n')
}

function share(count: number, of: number | null): string {
  return !of ? '' : `${((count / of) * 100).toFixed(1).padStart(7)} %`
}

/** The one in the middle; 0 of none. */
export function median(counts: readonly number[]): number {
  return counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0
}

/** A message and what came back, to be read. */
export function exchanged({ wrote, text, choices, ticket }: Exchange): string {
  const shown = choices.map(({ number, label }) => `${number} ${label}`).join(' | ')
  const told = [
    text.replaceAll('\n', ' / '),
    shown && `[${shown}]`,
    ticket && `=> ${ticket.number} ${ticketAs(ticket)}`,
  ]
  return `> ${wrote}\n  ${told.filter(Boolean).join('\n  ')}`
}

function ticketAs({ kind, office, category, confidential, story }: NonNullable<Exchange['ticket']>): string {
  return `${[kind, office, category, ...(confidential ? ['confidential'] : [])].join(', ')}: ${story}`
}
