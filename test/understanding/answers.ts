import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { step } from '../../src/flows/index.ts'
import type { Choice, Effect, Input, Query, QueryResult, World } from '../../src/flows/engine/conversation.ts'
import { initialState, type State } from '../../src/flows/engine/state.ts'
import type { InboundContent } from '../../src/model/messages/content.ts'
import { formatTicketNumber } from '../../src/model/tickets/number.ts'
import { keysSaid } from '../flows/keys-said.ts'
import { START, STILL } from '../flows/stage.ts'
import { STARTS, type Start } from './answer-starts.ts'

/** Answers in people's own words, compared with a tap on the choice that they mean. */

/** `office`: one of these was chosen, or all are offered where there are several; `offices`: all of them are offered. */
const Open = z.object({
  kind: z.enum(['day', 'number', 'office', 'offices', 'story']),
  value: z.union([z.string(), z.array(z.string())]).optional(),
})
export type Open = z.infer<typeof Open>

/** `means`: the id of a choice; what an open question should have read; null where nothing may be picked. */
export const Answered = z.object({
  at: z.object({
    flow: z.string(),
    step: z.string(),
    /** What this answer needs besides the start of its question. */
    data: z.record(z.string(), z.unknown()).optional(),
  }),
  text: z.string(),
  means: z.union([z.string(), Open, z.null()]),
})
export type Answered = z.infer<typeof Answered>

export const ANSWERS: readonly Answered[] = readFileSync(
  new URL('answers-own.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => Answered.parse(JSON.parse(line)))

export function questionOf({ at }: Answered): string {
  return `${at.flow}/${at.step}`
}

/** What one message led to. */
export interface Outcome {
  readonly state: State
  /** Texts said that put no question, by their keys. */
  readonly notices: readonly string[]
  /** The same of what is said with the choices. */
  readonly asks: readonly string[]
  /** Choices offered last. */
  readonly choices: readonly Choice[]
  /** Effects beyond words. */
  readonly causes: readonly Effect[]
  readonly queries: readonly Query[]
}

/** A question put to somebody, and where each of its choices leads. */
interface Asked {
  readonly state: State
  readonly world: World
  readonly choices: readonly Choice[]
  readonly taps: ReadonlyMap<string, Outcome>
}

const askedBefore = new Map<string, Asked | null>()

/** The conversation at the question of an answer; null where no start is written for it. */
export function askedAt({ at }: Answered): Asked | null {
  const key = JSON.stringify(at)
  const before = askedBefore.get(key)
  if (before !== undefined) return before
  const now = ask(at)
  askedBefore.set(key, now)
  return now
}

function ask(at: Answered['at']): Asked | null {
  const start = STARTS[`${at.flow}/${at.step}`]
  if (!start) return null
  const state = stateAt(at, start)
  const openTicket = {
    id: 't14',
    number: formatTicketNumber('KPG', '2026-11-20', 14),
    confidential: false,
    answeredAt: null,
  }
  const world = start.openTicket ? { ...STILL, openTicket } : STILL
  const { choices } = outcome(world, state, { kind: 'text', text: 'ulangi' })
  const tap = (id: string) => outcome(world, state, { kind: 'choice', id, question: state.question })
  return { state, world, choices, taps: new Map(choices.map(({ id }) => [id, tap(id)])) }
}

function stateAt(at: Answered['at'], start: Start): State {
  const { flow = at.flow, step = at.step, data = {}, memory = {} } = start
  const now = START - 20_000
  return {
    ...initialState('id'),
    greeted: true,
    flow,
    step,
    data: { ...data, ...at.data },
    question: 1,
    since: now,
    lastAt: now,
    memory: { askedAt: now, ...memory },
  }
}

export function hear({ world, state }: Asked, text: string): Outcome {
  return outcome(world, state, { kind: 'text', text })
}

function outcome(world: World, before: State, content: InboundContent): Outcome {
  const { state, effects } = push(world, before, { kind: 'message', content })
  const says = effects.filter((effect) => effect.do === 'say')
  return {
    state: plain(state),
    notices: keysSaid(says.filter(({ choices }) => !choices)),
    asks: keysSaid(says.filter(({ choices }) => choices)),
    choices: says.findLast(({ choices }) => choices)?.choices ?? [],
    causes: effects.filter((effect) => !SILENT.has(effect.do)),
    queries: effects.flatMap((effect) => (effect.do === 'query' ? [effect.query] : [])),
  }
}

/** Effects that tell nothing of what was picked. */
const SILENT: ReadonlySet<Effect['do']> = new Set(['say', 'query', 'mark sensitive'])

/** One message, and whatever the desk is asked on its way. */
function push(world: World, before: State, input: Input): { state: State; effects: readonly Effect[] } {
  const { state, effects } = step(before, input, world)
  const query = effects.find((effect) => effect.do === 'query')?.query
  if (!query) return { state, effects }
  const next = push(world, state, { kind: 'query result', result: resultOf(query) })
  return { state: next.state, effects: [...effects, ...next.effects] }
}

/** A desk that knows nothing but how to number a ticket. */
function resultOf(query: Query): QueryResult {
  switch (query.of) {
    case 'new ticket':
      return { of: 'new ticket', id: 't15', number: formatTicketNumber(query.office, '2026-11-20', 15) }
    case 'my tickets':
      return { of: 'my tickets', tickets: [] }
    case 'ticket':
      return { of: 'ticket', ticket: null }
    case 'application':
      return { of: 'application', found: 'unknown' }
    case 'quota':
      return { of: 'quota', figures: [] }
  }
}

/** As it is saved: without what is not there. */
function plain(state: State): State {
  return JSON.parse(JSON.stringify(state))
}
