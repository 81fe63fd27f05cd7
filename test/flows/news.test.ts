import { describe, expect, test } from 'vitest'
import type { Input, TicketView } from '../../src/flows/engine/conversation.ts'
import type { TurnResult, State } from '../../src/flows/engine/state.ts'
import { step } from '../../src/flows/index.ts'
import { initialState } from '../../src/flows/engine/state.ts'
import { START, STILL } from './stage.ts'
import { keysSaid } from './keys-said.ts'

/** What comes unasked, in every state a conversation may be in. */

const until = START + 45 * 60_000
const reminder: Input = { kind: 'reminder', name: 'pay', data: { until } }
const figure = { unit: 'office', lane: 'regular', day: '2026-11-23', half: null, enteredAt: START } as const
const opened: Input = {
  kind: 'quota opened',
  office: 'KPG',
  figures: [{ ...figure, office: 'KPG', left: 4 }],
}
const kept = { payUntil: until, watch: { office: 'KPG', until: '2026-12-20' } }
const NEWS = [
  ['a reminder to pay', reminder, 'pay.leftAside', 'cost/running'],
  ['places that opened', opened, 'quota.opened', 'quota/opened'],
] as const

function talk(...words: string[]): State {
  const begun: State = { ...initialState(), greeted: true, lastAt: START, memory: { slots: kept } }
  return words.reduce((state, text) => hear(state, text).state, begun)
}

function hear(state: State, text: string): TurnResult {
  return step(state, { kind: 'message', content: { kind: 'text', text } }, STILL)
}

const where = ({ flow, step, data, back, confidential, question }: State) => ({
  flow,
  step,
  data,
  back,
  confidential,
  question,
})

describe.each(NEWS)('%s', (_, input, said, opens) => {
  test.each([
    ['nothing', []],
    ['the menu', ['menu']],
    ['a list that only shows something', ['alamat kantor dan jam buka']],
  ])('takes over from %s', (_, words) => {
    const { state } = step(talk(...words), input, STILL)
    expect(`${state.flow}/${state.step}`).toBe(opens)
  })

  test.each([
    ['a complaint half told', ['lapor', '1', '1', '1', 'Kodenya tidak datang']],
    ['a confidential complaint', ['lapor', '1', '7', '1']],
    ['a question of the engine over a flow', ['lapor', 'antre dari pagi tidak dipanggil', 'menu']],
    ['a case half asked', ['paspor hilang, syarat apa saja']],
    ['a question for an officer', ['petugas']],
  ])('is said over %s, which goes on where it was', (_, words) => {
    const before = talk(...words)
    const { state, effects } = step(before, input, STILL)
    expect(where(state)).toEqual(where(before))
    expect(state.memory).toEqual(before.memory)
    const says = effects.filter((effect) => effect.do === 'say')
    expect(keysSaid(effects)[0]).toBe(said)
    expect(says).toHaveLength(2)
    expect(says[1]!.question).toBe(before.question)
  })

  test('waits beside a rating', () => {
    const ticket = { id: 't1', number: 'KPG-261120-014-7', rating: null } as TicketView
    const asked = step(talk(), { kind: 'ticket changed', change: 'closed', ticket }, STILL).state
    const { state } = step(asked, input, STILL)
    expect(where(state)).toEqual(where(asked))
  })

  test('says nothing to somebody who has stopped it', () => {
    const state: State = { ...talk('menu'), memory: {} }
    expect(step(state, input, STILL)).toEqual({ state, effects: [] })
  })
})

test('a reminder whose name this version does not know changes nothing', () => {
  const state = talk('menu')
  expect(step(state, { kind: 'reminder', name: 'apapo', data: {} }, STILL)).toEqual({ state, effects: [] })
})

test('an answer to a reminder is one, however long the person had been silent', () => {
  const long = { ...talk(), lastAt: START - 5 * 3_600_000 }
  const asked = step(long, reminder, STILL).state
  const turn = hear(asked, '1')
  expect(turn.state.step).toBe('paid')
  expect(turn.effects).toContainEqual({ do: 'stop reminding', name: 'pay' })
})

test('places that are all taken again are no news', () => {
  const state = talk('menu')
  const taken: Input = { ...opened, figures: [{ ...figure, office: 'KPG', left: 0 }] }
  expect(step(state, taken, STILL)).toEqual({ state, effects: [] })
})
