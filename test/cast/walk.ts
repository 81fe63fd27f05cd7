import { createTexts } from '../../src/adapters/texts.ts'
import type { Effect, NewTicket } from '../../src/flows/engine/conversation.ts'
import { keysSaid } from '../flows/keys-said.ts'
import { playTurn, type Turn } from '../flows/scenario.ts'
import { stage, type Stage } from '../flows/stage.ts'
import type { Saying, Walker } from './person.ts'
import { nextWords, type Reply, type Said, type Speaker } from './speak.ts'

/** One message of a person and what came back. */
export interface Exchange extends Reply {
  readonly wrote: string
  /** ms since epoch */
  readonly at: number
  /** The keys of what was said, words inside words too. */
  readonly keys: readonly string[]
  /** Words of all that was said, with its choices. */
  readonly words: number
  readonly ticket: NewTicket | null
  /** What was said goes to an officer who has a ticket of this person already. */
  readonly isAdded: boolean
  /** Only supervisors read what this conversation tells. */
  readonly confidential: boolean
}

/** How far a person came with one matter. */
export interface Asked<A extends Saying = Saying> {
  readonly ask: A
  /** What an officer did before, and what the assistant said to it, a line each. */
  readonly before: readonly string[]
  readonly talk: readonly Exchange[]
}

const texts = createTexts()

/** Walks a person through the pure engine until each matter is settled or their patience ends; `isSettled` says when. */
export function walk<A extends Saying>(
  person: Walker<A>,
  place: number,
  isSettled: (asked: Asked<A>) => boolean,
): Asked<A>[] {
  const on = stage()
  if (person.application) {
    const { number, ...row } = person.application
    playTurn(on, { in: { application: number, is: row } })
  }
  const done: Asked<A>[] = []
  for (const ask of person.asks) {
    const said: Said = new Map() // another matter, days later perhaps: "yes" may be said again
    const asked = pursue(on, { person, ask, said, place }, isSettled)
    done.push(asked)
    if (!isSettled(asked)) break
  }
  return done
}

function pursue<A extends Saying>(
  on: Stage,
  speaker: Speaker<A>,
  isSettled: (asked: Asked<A>) => boolean,
): Asked<A> {
  const { person, ask } = speaker
  const hasTicket = on.effects.some((effect) => effect.do === 'open ticket') // without one no officer did anything
  const before = (hasTicket ? ask.before : []).flatMap(({ officer, text, after }) => [
    `(an officer: ${officer}) ${text}`,
    ...playTurn(on, { after, in: { officer, text } }).out,
  ])
  const talk = ask.say.map((line, at) => exchange(on, line, at === 0 ? ask.after : '5s'))
  while (talk.length < person.patience && !isSettled({ ask, before, talk })) {
    const wrote = nextWords(speaker, talk.at(-1)!)
    if (wrote === null) break
    talk.push(exchange(on, wrote, '20s'))
  }
  return { ask, before, talk }
}

function exchange(on: Stage, wrote: string, after: string): Exchange {
  const before = on.effects.length
  playTurn(on, { in: heard(wrote), after })
  const effects = on.effects.slice(before)
  const tickets = effects.flatMap((effect) => (effect.do === 'open ticket' ? [effect.ticket] : []))
  const { lang, confidential } = on.state()
  return {
    wrote,
    at: on.now(),
    ...readAs(effects, lang),
    keys: keysSaid(effects),
    ticket: tickets.at(-1) ?? null,
    isAdded: effects.some((effect) => effect.do === 'add to ticket' || effect.do === 'reopen ticket'),
    confidential,
  }
}

/** A line as it comes in: words, or the thing that stands for itself in brackets. */
function heard(wrote: string): Turn['in'] {
  const [, thing, caption = ''] = /^\[(voice|photo|document|video|sticker)\] ?(.*)$/su.exec(wrote) ?? []
  if (thing === undefined) return wrote
  if (thing === 'sticker') return { unreadable: thing }
  return { send: thing as 'voice' | 'photo' | 'document' | 'video', caption }
}

/** A turn's messages as read by a person; the greeting, said once to everybody, is no answer to anybody. */
function readAs(effects: readonly Effect[], lang: string): Reply & { words: number } {
  const says = effects.flatMap((effect) => (effect.do === 'say' ? [effect] : []))
  const isGreeting = ({ text }: (typeof says)[number]) => 'key' in text && text.key.startsWith('greeting')
  const read = (some: typeof says) => some.map(({ text }) => texts.render(lang, text)).join('\n')
  const shown = says.findLast((say) => (say.choices ?? []).length > 0)?.choices ?? []
  const choices = shown.map((choice, at) => ({
    number: choice.number ?? at + 1,
    label: texts.render(lang, choice.label),
  }))
  const words = countWords([read(says), ...choices.map(({ label }) => label)].join(' '))
  return { text: read(says.filter((say) => !isGreeting(say))), choices, words }
}

const countWords = (text: string) => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
