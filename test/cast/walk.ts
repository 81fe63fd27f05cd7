import { createTexts } from '../../src/adapters/texts.ts'
import type { Effect, NewTicket } from '../../src/flows/engine/conversation.ts'
import { keysSaid } from '../flows/keys-said.ts'
import { playTurn } from '../flows/scenario.ts'
import { stage, type Stage } from '../flows/stage.ts'
import type { Ask, Person } from './person.ts'
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
}

/** How far a person came with one thing they asked. */
export interface Asked {
  readonly ask: Ask
  readonly talk: readonly Exchange[]
}

const texts = createTexts()

/** Walks a person through the pure engine until each thing they asked is settled or their patience ends; `isSettled` says when. */
export function walk(person: Person, place: number, isSettled: (asked: Asked) => boolean): Asked[] {
  const on = stage()
  if (person.application) {
    const { number, ...row } = person.application
    playTurn(on, { in: { application: number, is: row } })
  }
  const said: Said = new Map()
  const done: Asked[] = []
  for (const ask of person.asks) {
    const asked = pursue(on, { person, ask, said, place }, isSettled)
    done.push(asked)
    if (!isSettled(asked)) break
  }
  return done
}

function pursue(on: Stage, speaker: Speaker, isSettled: (asked: Asked) => boolean): Asked {
  const { person, ask } = speaker
  const talk = ask.say.map((line, at) => exchange(on, line, at === 0 ? ask.after : '5s'))
  while (talk.length < person.patience && !isSettled({ ask, talk })) {
    const wrote = nextWords(speaker, talk.at(-1)!)
    if (wrote === null) break
    talk.push(exchange(on, wrote, '20s'))
  }
  return { ask, talk }
}

function exchange(on: Stage, wrote: string, after: string): Exchange {
  const before = on.effects.length
  playTurn(on, { in: wrote, after })
  const effects = on.effects.slice(before)
  const tickets = effects.flatMap((effect) => (effect.do === 'open ticket' ? [effect.ticket] : []))
  return {
    wrote,
    at: on.now(),
    ...readAs(effects, on.state().lang),
    keys: keysSaid(effects),
    ticket: tickets.at(-1) ?? null,
  }
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
