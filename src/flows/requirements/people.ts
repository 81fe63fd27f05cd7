import type { CaseAnswers } from '../../model/requirements/table.ts'
import type { State, Text } from '../engine/conversation.ts'
import { slotsOf } from '../engine/turn-context.ts'
import { t, type FlowData } from '../engine/flow.ts'

/** Several people in one chat: each with their own case and ticked papers, never a name, children as an age band only. */

export type Band = 'adult' | 'child' | 'elderly' | 'toddler' | 'frail' | 'group'

export type Person = {
  readonly id: string
  readonly band: Band
  /** How they come, where it is not the ordinary way: without a phone, in a hurry, at the weekend. */
  readonly way?: string
  readonly answers: CaseAnswers
  /** Papers they have. */
  readonly have: readonly string[]
}

/** People remembered in a chat; beyond them the oldest makes room. */
const PEOPLE = 6

/** Everybody remembered. What was saved by another version and no longer fits is left out. */
export function peopleOf(state: State): readonly Person[] {
  const kept = slotsOf(state)['people']
  return Array.isArray(kept) ? kept.filter(isPerson) : []
}

function isPerson(one: Partial<Person> | null): one is Person {
  return typeof one?.id === 'string' && typeof one.answers === 'object' && Array.isArray(one.have)
}

/** The memory with this person as they are now. */
export function withPerson(state: State, person: Person): FlowData {
  const people = peopleOf(state)
  const known = people.some(({ id }) => id === person.id)
  const all = known ? people.map((one) => (one.id === person.id ? person : one)) : [...people, person]
  return { people: all.slice(-PEOPLE) }
}

/** An id nobody else in this chat has. */
export function newId(state: State): string {
  return String(Math.max(0, ...peopleOf(state).map(({ id }) => Number(id) || 0)) + 1)
}

/** "anak", or "anak 2" where there is another. */
export function nameOf(state: State, person: Pick<Person, 'id' | 'band'>): Text {
  const band = t(`requirements.band.${person.band}`)
  const alike = peopleOf(state).filter(({ id, band }) => band === person.band && id !== person.id)
  if (alike.length === 0) return band
  const before = alike.filter(({ id }) => Number(id) < Number(person.id)).length
  return t('requirements.numbered', { band: { text: band }, n: before + 1 })
}
