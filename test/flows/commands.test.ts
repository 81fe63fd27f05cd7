import { describe, expect, test } from 'vitest'
import { FLOWS, step } from '../../src/flows/index.ts'
import { initialState } from '../../src/flows/engine/state.ts'
import type { State, TurnResult } from '../../src/flows/engine/state.ts'
import type { TicketView, World } from '../../src/flows/engine/conversation.ts'
import type { Prompt } from '../../src/flows/engine/flow.ts'
import { START, STILL } from './stage.ts'

/** The words of the contract, at every question of every flow. */

const ticket: TicketView = {
  id: 't1', number: 'KPG-261120-014-7', kind: 'complaint', state: 'closed', office: 'KPG', category: 'APP-OTP', confidential: false,
  openedAt: START, due: '2026-11-25', closedAt: START, rating: null, lastReply: null,
} // prettier-ignore
const DATA: Readonly<Record<string, Record<string, unknown>>> = {
  complaint: {
    office: 'KPG',
    offices: ['KPG', 'ATB'],
    group: 'app',
    category: 'APP-OTP',
    parts: ['Kode tidak datang'],
    last: 'text',
  },
  ticket: { ticket, tickets: [ticket, { ...ticket, id: 't2', number: 'KPG-261120-015-4' }] },
  human: { parts: ['Kapan jadi?'] },
  rating: { ticket },
  requirements: {
    id: '1',
    band: 'child',
    have: [],
    answers: { who: 'child', what: 'new', dual: 'no', parents: 'together', trip: 'parents' },
  },
  cost: { who: 'adult', why: 'none', kind: 'plain', years: 5 },
  info: { subject: 'money', topic: 'price', id: 'fee-table' },
  office: { found: [{ code: 'KPG' }, { code: 'ATB' }] },
  quota: {
    figures: [],
    found: [
      { code: 'KPG', km: 3 },
      { code: 'ATB', km: 200 },
    ],
  },
  status: {
    answer: 'pickup-proxy',
    found: {
      id: 'h1', office: 'KPG', status: 'SIAP_DIAMBIL', name: null, visitDay: null, interviewDay: null, issuedDay: '2026-11-18', enteredAt: START,
    },
  }, // prettier-ignore
  reschedule: { day: '2026-11-30', maybe: '2026-11-30', changed: false, why: 'past', reason: 'absent', reminder: 'one-day', found: [{ code: 'ATB' }] }, // prettier-ignore
  apphelp: { symptoms: ['otp'], symptom: 'otp', answer: 'apapo' },
  menu: {},
}
const world: World = {
  ...STILL,
  now: START + 60_000,
  openTicket: { id: 't9', number: 'KPG-261120-009-1', confidential: false, answeredAt: null },
}

const questions = FLOWS.flatMap((flow) =>
  Object.entries(flow.steps).flatMap(([name, one]) =>
    one.kind === 'question' ? [[flow.name, name] as const] : [],
  ),
)

function at(flow: string, name: string): State {
  const memory = { askedAt: START, sessionStart: START }
  return {
    ...initialState(),
    greeted: true,
    flow,
    step: name,
    data: DATA[flow]!,
    question: 7,
    since: START,
    lastAt: START,
    memory,
  }
}

function promptOf(state: State): Prompt {
  const question = FLOWS.find(({ name }) => name === state.flow)?.steps[state.step]
  if (question?.kind !== 'question') throw new Error(`${state.step} is no question`)
  return question.prompt({ state, world, data: state.data })
}

function say(state: State, text: string): TurnResult {
  return step(state, { kind: 'message', content: { kind: 'text', text } }, world)
}

function tap(state: State, id: string, question: number): TurnResult {
  return step(state, { kind: 'message', content: { kind: 'choice', id, question } }, world)
}

const said = (turn: TurnResult) => turn.effects.filter((effect) => effect.do === 'say')
const firstKey = (turn: TurnResult) => said(turn).map(({ text }) => ('key' in text ? text.key : ''))[0]
const asks = (turn: TurnResult) =>
  JSON.stringify(turn.state.memory).includes('"interruption":{"name":"leave"')

describe.each(questions)('at %s/%s', (flow, name) => {
  const state = at(flow, name)
  const half = flow === 'complaint'

  test.each(['menu', '9', 'MENU', 'menu pak'])(
    '"%s" goes to the menu, asking first where something would be lost',
    (text) => {
      const turn = say(state, text)
      expect(asks(turn)).toBe(half)
      const then = half ? say(turn.state, '1') : turn
      expect([then.state.flow, then.state.step]).toEqual(['menu', 'main'])
    },
  )

  test('no two answers share a word', () => {
    const { options } = promptOf(state)
    const words = options.flatMap(({ id, hears, phrases }) =>
      [...(phrases ?? (hears ? world.hears[hears] : []))].map((word) => ({ id, word })),
    )
    const shared = words.filter(({ id, word }) => words.some((one) => one.word === word && one.id !== id))
    expect(shared).toEqual([])
  })

  test.each(['0', 'petugas', 'nol', 'Petugas!'])('"%s" leads to a person', (text) => {
    expect(say(state, text).state.flow).toBe('human')
  })

  test.each(['8', 'ulang', 'ulangi'])('"%s" repeats the question under its own number', (text) => {
    const turn = say(state, text)
    expect([turn.state.flow, turn.state.step, turn.state.question]).toEqual([flow, name, 7])
    expect(said(turn)).toHaveLength(1)
    expect(said(turn)[0]!.question).toBe(7)
  })

  test('"kembali" goes one question back', () => {
    const before = questions.find(([other, one]) => other === flow && one !== name)?.[1]
    const turn = say({ ...state, back: before ? [before] : [] }, 'kembali')
    expect(turn.state.step).toBe(before ?? 'main')
    expect(said(turn)).not.toEqual([])
  })

  test('"batal" leaves, asking first where something would be lost', () => {
    const turn = say(state, 'batal')
    expect(asks(turn)).toBe(half)
    const then = half ? say(turn.state, '1') : turn
    expect(firstKey(then)).toMatch(/^cancel\./)
    // no menu follows: who breaks off has enough to read
    expect(then.state.flow).toBeNull()
  })

  test('"lapor" opens a complaint; who is reporting goes on', () => {
    const { flow: opened, step: asked, data } = say(state, 'lapor').state
    expect([opened, asked]).toEqual(['complaint', half ? name : 'tell'])
    expect(data).toMatchObject(half ? state.data : { parts: [] })
  })

  test('"status" opens the status list', () => {
    const turn = say(state, 'status')
    const then = half ? say(turn.state, '1') : turn
    expect([then.state.flow, then.state.step]).toEqual(['menu', 'check'])
  })

  test.each(['bahasa', 'language'])('"%s" changes the language and comes back to the question', (text) => {
    const turn = say(say(state, text).state, '2')
    expect([turn.state.lang, turn.state.flow, turn.state.step]).toEqual(['en', flow, name])
    expect(turn.state.data).toEqual(state.data)
  })

  test('a tapped "menu" or "petugas" works on a question long gone', () => {
    expect(tap(state, 'petugas', 2).state.flow).toBe('human')
    expect(tap(state, 'menu', 2).effects).not.toEqual([])
  })

  test('a tap on the question before is the same finger for ten seconds, then an old choice', () => {
    const soon = step(
      state,
      { kind: 'message', content: { kind: 'choice', id: 'here', question: 6 } },
      { ...world, now: START + 9_000 },
    )
    expect(soon.effects).toEqual([])
    expect([soon.state.flow, soon.state.step]).toEqual([flow, name])
    const late = tap(state, 'here', 6)
    expect(firstKey(late)).toBe('ask.outdated')
    expect(said(late).at(-1)!.question).toBe(7)
  })

  test('what cannot be read has a kind answer, and the question stays', () => {
    const turn = step(state, { kind: 'message', content: { kind: 'unreadable', what: 'sticker' } }, world)
    expect(firstKey(turn)).toBe('unreadable.sticker')
    expect([turn.state.step, turn.state.misses]).toEqual([name, 0])
  })
})

test.each(['leave', 'resume', 'language'] as const)(
  'the contract words work while "%s" is being asked',
  (name) => {
    const interruption = (
      {
        leave: { name: 'leave', aim: 'menu' },
        resume: { name: 'resume', held: { kind: 'text', text: 'ya' } },
        language: { name: 'language' },
      } as const
    )[name]
    const state = at('complaint', 'tell')
    const asking: State = { ...state, memory: { ...state.memory, interruption } }
    expect(say(asking, '0').state.flow).toBe('human')
    expect(say(asking, '8').state.question).toBe(7)
    expect(say(asking, 'kembali').state).toMatchObject({ flow: 'complaint', step: 'tell' })
    // said twice, it is meant
    expect(asks(say(asking, 'menu'))).toBe(name !== 'leave')
    expect(JSON.stringify(say(asking, 'bahasa').state.memory)).toContain('"language"')
  },
)
