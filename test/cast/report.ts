import { toldIn, type Fared } from './judge.ts'
import type { Exchange } from './walk.ts'

/** The figures of a cast, as the table shows them. Shares are of all people, or of all replies. */
interface Figures {
  readonly people: number
  readonly answer: number
  readonly wished: number
  readonly officer: number
  readonly failed: number
  /** People who were told what holds for somebody else; they failed. */
  readonly wrong: number
  readonly replies: number
  readonly notUnderstood: number
  readonly menuForWords: number
  readonly sameTwice: number
  /** Messages that nothing was said to. */
  readonly silent: number
  /** Messages to each right answer, median. */
  readonly messages: number
  readonly wordsMean: number
  readonly wordsMost: number
  readonly over60: number
}

export function figures(all: readonly Fared[]): Figures {
  const talks = all.map(({ asked }) => asked.flatMap(({ talk }) => talk))
  const replies = talks.flat()
  const ways = all
    .filter(({ outcome }) => outcome === 'answer')
    .flatMap(({ asked }) => asked.map(({ talk }) => talk.length))
  const ended = (outcome: Fared['outcome']) => all.filter((one) => one.outcome === outcome).length
  const words = replies.map((reply) => reply.words)
  return {
    people: all.length,
    answer: ended('answer'),
    wished: ended('wished'),
    officer: ended('officer'),
    failed: ended('failed'),
    wrong: all.filter(({ wrong }) => wrong.length > 0).length,
    replies: replies.length,
    notUnderstood: replies.filter(isNotUnderstood).length,
    menuForWords: replies.filter(isMenuForWords).length,
    sameTwice: talks.reduce((sum, talk) => sum + repeats(talk), 0),
    silent: words.filter((one) => one === 0).length,
    messages: ways.toSorted((a, b) => a - b)[Math.floor(ways.length / 2)] ?? 0,
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

/** The figures as a table, a line each. */
export function table(it: Figures): string {
  const rows: [string, number, number | null][] = [
    ['people', it.people, null],
    ['  right answer', it.answer, it.people],
    ['  officer, as they wished', it.wished, it.people],
    ['  officer with the question', it.officer, it.people],
    ['  failed', it.failed, it.people],
    ['    told what holds for others', it.wrong, it.people],
    ['replies', it.replies, null],
    ['  not understood', it.notUnderstood, it.replies],
    ['  main menu for words', it.menuForWords, it.replies],
    ['  the same twice in a row', it.sameTwice, it.replies],
    ['  nothing said', it.silent, it.replies],
    ['  over 60 words', it.over60, it.replies],
    ['words a reply, mean', it.wordsMean, null],
    ['words a reply, most', it.wordsMost, null],
    ['messages to a right answer, median', it.messages, null],
  ]
  return rows
    .map(([name, count, of]) => `${name.padEnd(36)}${String(count).padStart(5)}${share(count, of)}`)
    .join('\n')
}

/** How people fared by what their question is about, a line each: right answers, officers (wished or not), failures. */
export function bySubject(all: readonly Fared[]): string {
  const subjects = [...new Set(all.map(({ person }) => person.subject))]
  return subjects
    .map((subject) => {
      const some = all.filter(({ person }) => person.subject === subject)
      const count = (...these: Fared['outcome'][]) =>
        String(some.filter(({ outcome }) => these.includes(outcome)).length).padStart(4)
      return `${subject.padEnd(18)} right ${count('answer')}  officer ${count('wished', 'officer')}  failed ${count('failed')}`
    })
    .join('\n')
}

function share(count: number, of: number | null): string {
  return of === null ? '' : `${((count / of) * 100).toFixed(1).padStart(7)} %`
}

/** A person's whole talk, to be read. */
export function transcript({ person, outcome, wrong, asked }: Fared): string {
  const head = `== ${person.id} (${person.manner}): ${outcome}${wrong.length > 0 ? `, wrong: ${wrong.join('; ')}` : ''}`
  const lines = asked.flatMap(({ ask, talk }) => [...talk.map(exchanged), ...missing(ask.says, talk)])
  return [head, ...lines].join('\n')
}

function exchanged({ wrote, text, choices, ticket }: Exchange): string {
  const shown = choices.map(({ number, label }) => `${number} ${label}`).join(' | ')
  const told = [
    text.replaceAll('\n', ' / '),
    shown && `[${shown}]`,
    ticket && `=> ${ticket.number} ${ticket.story}`,
  ]
  return `> ${wrote}\n  ${told.filter(Boolean).join('\n  ')}`
}

function missing(says: readonly RegExp[] | null, talk: readonly Exchange[]): string[] {
  const told = talk.map(toldIn).join('\n')
  return (says ?? [])
    .filter((needed) => !needed.test(told))
    .map((needed) => `  -- not told: ${needed.source}`)
}
