import type { Effect } from '../../src/flows/engine/conversation.ts'
import type { State } from '../../src/flows/engine/state.ts'
import { humanHandle } from '../../src/flows/human/handle.ts'
import { MENU } from '../../src/flows/menu/index.ts'
import { STILL } from '../flows/stage.ts'
import { askedAt, hear, type Answered, type Open, type Outcome } from './answers.ts'

/** Did words lead where the tap leads? More may have been understood and more said, nothing else may differ. */

/**
 * `mistaken`: another choice was picked, or one where none may be; `missed`: none was, or the words led elsewhere.
 * `unknown`: there is no such question or choice, so the line itself has to be mended.
 */
export type Verdict = 'right' | 'missed' | 'mistaken' | 'unknown'

export function judge(answered: Answered): Verdict {
  const { means, text } = answered
  const asked = askedAt(answered)
  if (!asked || (typeof means === 'string' && !asked.taps.has(means))) return 'unknown'
  const said = hear(asked, text)
  const same = [...asked.taps].filter(([, tapped]) => isSame(asked.state, tapped, said))
  const picked = same.map(([id]) => id)
  if (isMeant(means, text, asked.state, said, picked)) return 'right'
  return picked.some((id) => !ALWAYS_THERE.has(id)) ? 'mistaken' : 'missed'
}

/** Choices that no question owns. */
const ALWAYS_THERE: ReadonlySet<string> = new Set(['petugas', 'menu'])

function isMeant(
  means: Answered['means'],
  text: string,
  before: State,
  said: Outcome,
  picked: readonly string[],
): boolean {
  if (typeof means === 'string') return picked.includes(means)
  if (means) return hasRead(means, text, said)
  return isLeftOpen(before, said) && picked.every((id) => id === 'petugas')
}

/** Does `said` stand where `tapped` stands, or beyond it with more taken from the words? */
function isSame(before: State, tapped: Outcome, said: Outcome): boolean {
  if (said.state.misses > 0 || !hasCaused(said, tapped)) return false
  if (isSameElsewhere(before, tapped, said)) return true
  if (!holds(placeOf(said), placeOf(tapped))) return false
  if (!tapped.notices.every((key) => said.notices.includes(key))) return false
  return said.state.step === tapped.state.step || isBeyond(before, tapped, said)
}

/** A person was asked, no more news are wanted at all, or what the choice tells was told without leaving the question. */
function isSameElsewhere(before: State, tapped: Outcome, said: Outcome): boolean {
  const [from, to] = [tapped.state, said.state]
  if (from.flow === humanHandle.name && before.flow !== from.flow) return to.flow === from.flow
  if (said.notices.includes('notices.stopped')) return tapped.causes.length > 0
  const answers = tapped.asks.filter((key) => key.startsWith('answer.'))
  const stands = to.flow === before.flow && to.step === before.step
  return stands && answers.length > 0 && answers.every((key) => said.notices.includes(key))
}

/** The words led further than the tap: into the flow it opens, or to a later question of its own. */
function isBeyond(before: State, tapped: Outcome, said: Outcome): boolean {
  const { flow, data } = tapped.state
  if (flow !== before.flow) return flow !== MENU.flow
  return !holds(before.data, data) && !holds(data, said.state.data)
}

/** Flow, data and what is kept with the chat; the step is compared apart. */
function placeOf({ state: { flow, data, memory } }: Outcome) {
  const slots = { office: STILL.office, ...memory.slots }
  return { flow, data, slots, interruption: memory.interruption?.name ?? 'none' }
}

/** The same was caused; "no more news at all" may stop more than one choice does. */
function hasCaused(said: Outcome, tapped: Outcome): boolean {
  const wanted = tapped.causes.map(nameOf)
  const caused = said.causes.map(nameOf)
  const more = caused.filter((name) => !wanted.includes(name))
  return wanted.every((name) => caused.includes(name)) && more.every((name) => name.startsWith('stop '))
}

function nameOf(effect: Effect): string {
  if (effect.do === 'rate ticket') return `${effect.do} ${effect.score}`
  if (effect.do === 'stop watching') return `${effect.do} ${effect.what}`
  if (effect.do === 'remind') return `${effect.do} ${effect.name} ${effect.key}`
  return effect.do
}

/** The question still stands, another matter is offered over it, or a person was asked. */
function isLeftOpen(before: State, { state }: Outcome): boolean {
  if (state.flow === humanHandle.name) return true
  return (
    state.flow === before.flow && (state.step === before.step || before.memory.interruption !== undefined)
  )
}

function hasRead({ kind, value }: Open, text: string, said: Outcome): boolean {
  const { data } = said.state
  const values = [value ?? []].flat()
  const told = said.queries.flatMap((query) => Object.values(query))
  switch (kind) {
    case 'day':
      return [data['day'], data['maybe'], data['interview'], ...told].some((one) =>
        values.some((day) => day === one),
      )
    case 'number':
      return [data['number'], ...told].some((one) => values.some((number) => number === one))
    case 'office':
      return isChosen(values, said) || (values.length > 1 && areOffered(values, said))
    case 'offices':
      return areOffered(values, said)
    case 'story':
      return said.causes.some((effect) => effect.do === 'add to ticket') || isKept(text, said)
  }
}

function isChosen(offices: readonly string[], { state: { data, memory } }: Outcome): boolean {
  return offices.some((code) => data['office'] === code || memory.slots?.['office'] === code)
}

function areOffered(offices: readonly string[], { choices }: Outcome): boolean {
  return offices.every((code) => choices.some(({ id }) => id === code))
}

function isKept(text: string, { state, causes }: Outcome): boolean {
  const { parts } = state.data
  const stories = causes.flatMap((effect) => (effect.do === 'open ticket' ? [effect.ticket.story] : []))
  return (Array.isArray(parts) && parts.includes(text)) || stories.some((story) => story.includes(text))
}

/** Is everything of `part` in `whole`? Of lists each item, in whichever place. */
function holds(whole: unknown, part: unknown): boolean {
  if (Array.isArray(part))
    return Array.isArray(whole) && part.every((one) => whole.some((other) => holds(other, one)))
  if (typeof part !== 'object' || part === null) return whole === part
  if (typeof whole !== 'object' || whole === null) return false
  const entries = new Map<string, unknown>(Object.entries(whole))
  return Object.entries(part).every(([key, value]) => holds(entries.get(key), value))
}
