import { z } from 'zod'
import type { PersonBand } from '../../model/understanding/person.ts'
import type { FlowData } from '../engine/handle.ts'
import { slot } from '../engine/slot.ts'
import type { State } from '../engine/state.ts'
import { t, type Text } from '../engine/text.ts'

/** Several people in one chat: each with their own case and ticked papers, never a name, children as an age band only. */

/** In the order in which they are offered. */
export const BANDS = [
  'adult',
  'child',
  'elderly',
  'toddler',
  'frail',
  'group',
] as const satisfies readonly PersonBand[]

/** Old, ill, pregnant, disabled, or a small child: told to come straight before anything else was asked. */
export function comesStraight(band: PersonBand | undefined): boolean {
  return band === 'elderly' || band === 'toddler' || band === 'frail'
}

export const Person = z.object({
  id: z.string(),
  band: z.enum(BANDS),
  /** How they come, where it is not the ordinary way: without a phone, in a hurry, at the weekend. */
  way: z.string().optional(),
  /** Question of the requirements table → chosen answer. */
  answers: z.record(z.string(), z.string()).readonly(),
  /** Papers they have. */
  have: z.array(z.string()).readonly(),
})
type Person = z.infer<typeof Person>

/** Everybody remembered. What was saved by another version and no longer fits is left out, the others are kept. */
const People = z.array(z.unknown()).transform((people) =>
  people.flatMap((one) => {
    const { data } = Person.safeParse(one)
    return data ? [data] : []
  }),
)

export const peopleSlot = slot<readonly Person[]>('people', People)

/** People remembered in a chat; beyond them the oldest makes room. */
const MOST = 6

export function peopleOf(state: State): readonly Person[] {
  return peopleSlot.read(state) ?? []
}

/** The memory with this person as they are now, for `TransitionOptions.slots`. */
export function withPerson(state: State, person: Person): FlowData {
  const people = peopleOf(state)
  const known = people.some(({ id }) => id === person.id)
  const all = known ? people.map((one) => (one.id === person.id ? person : one)) : [...people, person]
  return peopleSlot.set(all.slice(-MOST))
}

/** An id nobody else in this chat has. */
export function newId(state: State): string {
  return String(Math.max(0, ...peopleOf(state).map(({ id }) => Number(id) || 0)) + 1)
}

/** "anak", or "anak 2" where there is another. */
export function nameOf(state: State, person: Pick<Person, 'id' | 'band'>): Text {
  const band = t(`requirements.band.${person.band}`)
  const alike = peopleOf(state).filter((one) => one.band === person.band && one.id !== person.id)
  if (alike.length === 0) return band
  const before = alike.filter(({ id }) => Number(id) < Number(person.id)).length
  return t('requirements.numbered', { band: { text: band }, n: before + 1 })
}

/** The same with what the passport is for, where that is known. */
export function personLabel(state: State, person: Person): Text {
  const name = nameOf(state, person)
  const what = person.answers['what']
  if (!what) return name
  return t('requirements.person', {
    who: { text: name },
    what: { text: t(`requirements.told.what.${what}`) },
  })
}
