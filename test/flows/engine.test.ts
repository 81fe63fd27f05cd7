import { expect, test } from 'vitest'
import { z } from 'zod'
import { FLOWS, REGISTRY, restore, step } from '../../src/flows/index.ts'
import { initialState } from '../../src/flows/engine/state.ts'
import type { Effect, Input, World } from '../../src/flows/engine/conversation.ts'
import type { State } from '../../src/flows/engine/state.ts'
import { human } from '../../src/flows/human/index.ts'
import { go, type Flow } from '../../src/flows/engine/flow.ts'
import { playTurn } from '../../src/flows/engine/play.ts'
import type { InboundContent } from '../../src/model/messages/content.ts'
import { categories, offices, stage, START, STILL } from './stage.ts'

/** What holds for every conversation, whatever comes in. */

const world: World = { ...STILL, channel: 'web' }
const text = (words: string): Input => ({ kind: 'message', content: { kind: 'text', text: words } })

test('the same state, input and world give the same turn, and none of them is changed', () => {
  const state = freeze(step(initialState(), text('lapor'), world).state)
  const input = freeze(text('1'))
  const frozen = { ...world, offices: freeze(offices), categories: freeze(categories) }
  expect(step(state, input, frozen)).toEqual(step(state, input, frozen))
})

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
  return value
}

test.each([
  ['nothing', null],
  ['a number', 7],
  ['a version of the future', { ...initialState(), v: 99 }],
  ['a flow that is no more', { ...initialState(), flow: 'apapo', step: 'x' }],
  ['a step that is no more', { ...initialState(), flow: 'complaint', step: 'x' }],
  ['a part that is missing', { ...initialState(), back: undefined }],
  ['a part of another type', { ...initialState(), question: 'seven' }],
])('%s as saved state is a fresh start, said kindly once', (_, json) => {
  const state = restore(json, world.languages)
  const first = step(state, text('1'), world)
  expect(JSON.stringify(first.effects)).toContain('error.restarted')
  expect(first.state.flow).toBe('menu')
  expect(JSON.stringify(step(first.state, text('7'), world).effects)).not.toContain('error.restarted')
})

test('a fresh start keeps the language, and does not introduce itself again', () => {
  const state = restore({ v: 9, lang: 'en', greeted: true, question: 41 }, world.languages)
  expect(state).toMatchObject({ lang: 'en', greeted: true, question: 41, flow: null })
})

test('a language that is no more gives way to the first there is', () => {
  const state = restore({ ...step(initialState(), text('lapor'), world).state, lang: 'fr' }, world.languages)
  expect([state.lang, state.flow]).toEqual(['id', 'complaint'])
})

test('a good saved state comes back as it was', () => {
  const state = step(step(initialState(), text('lapor'), world).state, text('1'), world).state
  expect(restore(JSON.parse(JSON.stringify(state)), world.languages)).toEqual(state)
})

test('an answer nobody waits for changes nothing', () => {
  const state = step(initialState(), text('lapor'), world).state
  const turn = step(
    state,
    { kind: 'query result', result: { of: 'new ticket', id: 'x', number: 'KPG-261120-014-7' } },
    world,
  )
  expect(turn).toEqual({ state, effects: [] })
})

test('a desk that never answered is asked again by the next message', () => {
  const asking: State = { ...initialState(), greeted: true, flow: 'ticket', step: 'mine', lastAt: START }
  expect(step(asking, text('halo?'), world).effects).toEqual([{ do: 'query', query: { of: 'my tickets' } }])
})

const ANY = z.record(z.string(), z.unknown())

test('a conversation that runs in circles ends with a person', () => {
  const circle: Flow = {
    name: 'menu',
    first: 'a',
    data: ANY,
    hasProgress: () => false,
    steps: { a: { kind: 'decision', decide: () => go('b') }, b: { kind: 'decision', decide: () => go('a') } },
  }
  const flows = new Map<string, Flow>([circle, human].map((flow) => [flow.name, flow]))
  const turn = playTurn({ ...REGISTRY, flows }, initialState(), text('menu'), world)
  expect(JSON.stringify(turn.effects)).toContain('error.circles')
  expect(turn.effects.at(-1)).toEqual({ do: 'query', query: { of: 'new ticket', office: 'KPG' } })
  expect(turn.state.flow).toBe('human')
})

test('a circle that holds the person flow itself ends all the same', () => {
  const round: Flow = {
    name: 'menu',
    first: 'a',
    data: ANY,
    hasProgress: () => false,
    steps: { a: { kind: 'decision', decide: () => go('a') } },
  }
  const broken: Flow = {
    ...round,
    name: 'human',
    first: 'open',
    steps: { open: { kind: 'decision', decide: () => go('open') } },
  }
  const flows = new Map([round, broken].map((flow) => [flow.name, flow]))
  expect(playTurn({ ...REGISTRY, flows }, initialState(), text('menu'), world).state.flow).toBeNull()
})

const seeds = Array.from({ length: 120 }, (_, at) => at + 1)

test.each(seeds)(
  'in random conversation %i nobody is left without an answer, and each question fits each channel',
  (seed) => {
    const pushes = wander(seed)
    expect(pushes.filter(({ heard, effects }) => heard.kind === 'text' && effects.length === 0)).toEqual([])
    const says = pushes.flatMap(({ effects }) => effects.filter((effect) => effect.do === 'say'))
    expect(says.flatMap(faultsOf)).toEqual([])
  },
)

test.each(seeds)(
  'in random conversation %i nothing said of brokers stands in a ticket that a counter reads',
  (seed) => {
    const opened = wander(seed).flatMap(({ effects }) =>
      effects.filter((effect) => effect.do === 'open ticket'),
    )
    const read = opened.filter(({ ticket }) => !ticket.confidential && ticket.kind === 'human')
    expect(read.filter(({ ticket }) => ticket.story.includes('calo'))).toEqual([])
  },
)

/** Sixty messages of all kinds, some after hours; the state is saved and read back after each. */
function wander(seed: number): { heard: InboundContent; effects: Effect[] }[] {
  const dice = diceOf(seed)
  const on = stage(seed % 2 ? 'id' : 'en')
  return Array.from({ length: 60 }, () => {
    on.pass(dice(8) === 0 ? dice(20) * 3_600_000 : 3_000 + dice(9_000))
    const heard = contentOf(dice, on.state())
    const before = on.effects.length
    on.hear(heard)
    return { heard, effects: on.effects.slice(before) }
  })
}

function faultsOf({ choices = [], question }: Extract<Effect, { do: 'say' }>): string[] {
  const own = choices.filter(({ id }) => id !== 'petugas' && id !== 'menu')
  const ids = choices.map(({ id }) => id)
  return [
    own.length > 7 ? 'more than seven choices' : '',
    new Set(ids).size < ids.length ? 'a choice stands twice' : '',
    ids.some((id) => !/^[\x21-\x7E]{1,32}$/.test(id)) ? 'an id no button can carry' : '',
    question > 0 === choices.length > 0 ? '' : 'choices without a question number, or the other way round',
  ].filter(Boolean)
}

const PHRASES =
  'halo|1|2|3|4|5|6|7|8|9|0|harga?|kuota penuh|kantornya di mana|ambil paspor bawa apa|paspor anak saya hilang|mau perpanjang paspor saya|menu|petugas|kembali|batal|lapor|status|bahasa|selesai|ya|tidak|Kupang|makasih|qwerty|KPG-261120-014-7|saya antre lama sekali di kantor Kupang|ada calo|x'.split(
    '|',
  )

function contentOf(dice: (sides: number) => number, state: State): InboundContent {
  const kind = dice(12)
  if (kind === 0) return { kind: 'unreadable', what: 'sticker' }
  if (kind === 1)
    return { kind: 'media', media: 'voice', caption: '', file: { id: 'f', mime: 'audio/ogg', bytes: 1 } }
  if (kind === 2) return { kind: 'media', media: 'photo', caption: 'ini', file: null, refused: 'too-large' }
  if (kind === 3) return { kind: 'location', lat: 0, lng: 0 }
  if (kind === 4) {
    const choices = state.lastSaid.at(-1)?.choices ?? []
    return {
      kind: 'choice',
      question: state.question - dice(3),
      id: choices[dice(choices.length || 1)]?.id ?? 'here',
    }
  }
  return { kind: 'text', text: PHRASES[dice(PHRASES.length)]! }
}

/** Small deterministic dice (mulberry32): the same seed gives the same conversation. */
function diceOf(seed: number): (sides: number) => number {
  let a = seed
  return (sides) => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (((t ^ (t >>> 14)) >>> 0) % 1_000_003) % sides
  }
}

test('a ticket closed twice is rated once, and a rated one not again', () => {
  const ticket = {
    id: 't1', number: 'KPG-261120-014-7', kind: 'human', state: 'closed', office: 'KPG', category: 'OTH', confidential: false,
    openedAt: START, due: '2026-11-25', closedAt: START, rating: null, lastReply: null,
  } as const // prettier-ignore
  const closed: Input = { kind: 'ticket changed', change: 'closed', ticket }
  const asking = step(initialState(), closed, world).state
  expect(asking.flow).toBe('rating')
  expect(step(asking, closed, world).effects).toEqual([])
  const rated = step(asking, text('3'), world)
  expect(rated.effects).toContainEqual({ do: 'rate ticket', ticketId: 't1', score: 3 })
  expect(step(rated.state, { ...closed, ticket: { ...ticket, rating: 3 } }, world).effects).toEqual([])
})

test('every flow stands in the list under its own name, once', () => {
  expect(new Set(FLOWS.map(({ name }) => name)).size).toBe(FLOWS.length)
})
