import { expect, test } from 'vitest'
import { createTexts } from '../../src/adapters/texts.ts'
import { step } from '../../src/flows/index.ts'
import { initialState } from '../../src/flows/engine/state.ts'
import type { QueryResult, Effect, Input, Say, World } from '../../src/flows/engine/conversation.ts'
import type { State } from '../../src/flows/engine/state.ts'
import type { Fact, FactValue } from '../../src/model/facts/fact.ts'
import { addDays, dayIn, isWorkingDay } from '../../src/model/dates/calendar.ts'
import { STILL, categories, holidays, library, offices, START } from './stage.ts'

/**
 * Every fact of the library by menu: the menus are walked breadth first from the main one, for each office that has facts
 * of its own, and what is said on the way is searched for each fact.
 */

/** Choices from the main menu to any fact; to a list of papers, what the table of cases asks for it (see `case.`). */
const CHOICES = 4
const CHOICES_TO_A_LIST = 7
/** 8 repeats and 9 is the menu, everywhere. */
const MOST = 7
const HERE = 'KPG'

interface Reached {
  readonly path: readonly string[]
  /** Choices of its own that the last screen offers. */
  readonly own: readonly string[]
}

/** As once somebody has confirmed what is not: before that only the doubt may be told. */
const FACTS = library.facts.map((fact): Fact =>
  fact.confidence === 'unconfirmed' && fact.value !== null ? { ...fact, confidence: 'confirmed' } : fact,
)
const texts = createTexts()
const NOON = START + 2 * 3_600_000

/** A world of one office on a day in which it is told which keys the library was asked for. */
function worldOf(office: string, now: number, facts: readonly Fact[]) {
  const asked = new Set<string>()
  const watched = facts.map((fact) =>
    Object.defineProperty({ ...fact }, 'office', {
      // `pick` looks at the office only of rows with the key it wants
      get: () => (asked.add(fact.key), fact.office),
    }),
  )
  const world: World = {
    now,
    channel: 'terminal',
    office,
    offices,
    categories,
    holidays,
    library: { ...library, facts: watched },
    openTicket: null,
    hears: STILL.hears,
    words: STILL.words,
    languages: STILL.languages,
  }
  return { world, asked }
}

function push(state: State, input: Input, world: World): { state: State; says: readonly Say[] } {
  const turn = step(state, input, world)
  const says = turn.effects.filter((effect): effect is Extract<Effect, { do: 'say' }> => effect.do === 'say')
  const ask = turn.effects.find((effect) => effect.do === 'query')?.query
  if (!ask || ask.of === 'new ticket') return { state: turn.state, says }
  const nothing: Record<string, QueryResult> = {
    quota: { of: 'quota', figures: [] },
    'my tickets': { of: 'my tickets', tickets: [] },
  }
  const next = push(turn.state, { kind: 'query result', result: nothing[ask.of]! }, world)
  return { state: next.state, says: [...says, ...next.says] }
}

const HOME: State = { ...initialState('id'), greeted: true }
const MENU: Input = { kind: 'message', content: { kind: 'text', text: 'menu' } }
const tap = (state: State, id: string): Input => ({
  kind: 'message',
  content: { kind: 'choice', id, question: state.question },
})

/** Choices of the last screen but those that are always there. */
function ownOf(says: readonly Say[]): readonly string[] {
  const ids = (says.at(-1)?.choices ?? []).map(({ id }) => id)
  return ids.filter((id) => id !== 'petugas' && id !== 'menu')
}

/** Walks as far as `most` choices along a path; `told` hears every screen with the keys that were read for it. */
function walk(
  { office, now }: Place,
  most: (path: readonly string[]) => number,
  told: (keys: ReadonlySet<string>, at: Reached) => void,
): void {
  const { world, asked } = worldOf(office, now, FACTS)
  let screens = [{ ...push(HOME, MENU, world), path: [] as readonly string[] }]
  const seen = new Set<string>()
  while (screens.length > 0) {
    const next: typeof screens = []
    for (const { state, says, path } of screens) {
      const here = JSON.stringify([state.flow, state.step, state.data])
      if (seen.has(here) || path.length >= most(path)) continue
      seen.add(here)
      for (const id of ownOf(says)) {
        asked.clear()
        const after = push(state, tap(state, id), world)
        told(asked, { path: [...path, id], own: ownOf(after.says) })
        next.push({ ...after, path: [...path, id] })
      }
    }
    screens = next
  }
}

/** What is said at the end of a path. */
function saidAt(path: readonly string[], office: string, now: number, facts: readonly Fact[]): string {
  const { world } = worldOf(office, now, facts)
  let { state, says } = push(HOME, MENU, world)
  for (const id of path) ({ state, says } = push(state, tap(state, id), world))
  const lines = says.flatMap(({ text, choices = [] }) => [text, ...choices.map(({ label }) => label)])
  return lines.map((line) => texts.render('id', line)).join('\n')
}

/** Another value of the same kind. */
function altered(value: FactValue): FactValue {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  if (Array.isArray(value)) return value.slice(0, 1)
  return typeof value === 'string' ? '11:11' : null
}

/** Does the end of the path say something else when the library lacks the fact, or has another value for it? */
function isToldAt(key: string, { path }: Reached, { office, now }: Place): boolean {
  const without = FACTS.filter((fact) => fact.key !== key)
  const other = FACTS.map((fact) => (fact.key === key ? { ...fact, value: altered(fact.value) } : fact))
  const [before, ...after] = [FACTS, without, other].map((facts) => saidAt(path, office, now, facts))
  return after.some((text) => text !== before)
}

interface Place {
  readonly office: string
  readonly now: number
}

/** An hour at which a fact counts; those of the fasting month do so on an ordinary day of it. */
function dayFor(fact: Fact): number {
  if (!/ramadan/.test(fact.key)) return NOON
  const month = FACTS.findLast(({ key }) => key === 'ramadan')!.value as { readonly from: string }
  let day = addDays(month.from, 1)
  while (!isWorkingDay(day, holidays)) day = addDays(day, 1)
  return Date.parse(`${day}T04:00:00Z`)
}

const holds = (fact: Fact, day: string) =>
  (fact.validFrom === null || fact.validFrom <= day) && (fact.validTo === null || day <= fact.validTo)
const holding = FACTS.filter((fact) => holds(fact, dayIn('Asia/Makassar', dayFor(fact))))
const places = [...new Map(holding.map((fact) => [`${fact.office} ${dayFor(fact)}`, fact])).values()].map(
  (fact): Place => ({ office: fact.office ?? HERE, now: dayFor(fact) }),
)
const limitOf = (key: string) => (key.startsWith('case.') ? CHOICES_TO_A_LIST : CHOICES)
/** Only the questions of the table of cases lead further. */
const stepsOn = ([first]: readonly string[]) => (first === 'requirements' ? CHOICES_TO_A_LIST : CHOICES)

/** Meanings of words, and what other offices do: asked for in words, so further down the lists than four choices. */
const isAskedInWords = ({ topic }: { readonly topic: string }) => /^(?:word|else)-/.test(topic)
const answeredByLists = library.answers.filter((answer) => !isAskedInWords(answer))
const tellsOf = (key: string) => (answer: (typeof library.answers)[number]) =>
  answer.facts.some((fact) => fact.key === key)
const isAskedFor = ({ key }: Fact) =>
  library.answers.some(tellsOf(key)) && !answeredByLists.some(tellsOf(key))

test('every fact is at most four choices from the main menu, at the office it is about', () => {
  const lost = new Set(holding.filter((fact) => !isAskedFor(fact)))
  for (const place of places) {
    const here = () => [...lost].filter(({ office }) => office === null || office === place.office)
    const further = here().some(({ key }) => limitOf(key) > CHOICES)
    walk(place, further ? stepsOn : () => CHOICES, (read, at) => {
      for (const fact of here())
        if (read.has(fact.key) && at.path.length <= limitOf(fact.key) && isToldAt(fact.key, at, place))
          lost.delete(fact)
    })
  }
  expect([...lost].map(({ key, office }) => `${key} ${office}`)).toEqual([])
}, 120_000)

test('every answer has a list it stands in, and no list needs a number that repeats or leads to the menu', () => {
  const listed = new Set<string>()
  const long: string[] = []
  for (const place of places)
    walk(
      place,
      () => CHOICES,
      (_, { path, own }) => {
        if (own.length > MOST) long.push(`${place.office}: ${path}`)
        if (path.length < CHOICES) for (const id of own) listed.add(id)
      },
    )
  expect(long).toEqual([])
  expect(answeredByLists.map(({ id }) => id).filter((id) => !listed.has(id))).toEqual([])
}, 120_000)
