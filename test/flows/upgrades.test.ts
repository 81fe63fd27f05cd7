import { describe, expect, test } from 'vitest'
import { upgraded } from '../../src/flows/engine/saved/upgrades.ts'
import { restore, step } from '../../src/flows/index.ts'
import { START, STILL } from './stage.ts'

/** Conversations begun under an earlier release go on where they were. The states are what that release saved. */

const world = { ...STILL, now: START + 60_000 }
const ticket = {
  id: 't1', number: 'KPG-261120-014-7', kind: 'complaint', state: 'closed', office: 'KPG', category: 'APP-OTP', sealed: true,
  openedAt: START, due: '2026-11-25', closedAt: START, rating: null, lastReply: null,
} // prettier-ignore
const base = {
  v: 1, lang: 'id', greeted: true, flow: null, step: '', data: {}, question: 7, misses: 0, back: [], sealed: false,
  since: START, lastAt: START, said: [], memo: {},
} // prettier-ignore
const hear = (json: unknown, text: string) =>
  step(restore(json, world.languages), { kind: 'message', content: { kind: 'text', text } }, world)
const said = (effects: unknown) => JSON.stringify(effects)

const second = { v: 2, lang: 'id', greeted: true, flow: null, step: '', data: {}, suspended: null, question: 7, misses: 0, back: [], confidential: false, since: START, lastAt: START, lastSaid: [], memory: {} } // prettier-ignore

describe('from version 2', () => {
  test('a price whose parts were being asked is told with what is known', () => {
    const saved = { ...second, flow: 'cost', step: 'years', data: { who: 'child', extracted: { why: 'lost' } }, back: ['who'] } // prettier-ignore
    const turn = hear(saved, '1')
    expect(turn.state).toMatchObject({ flow: 'cost', step: 'total', data: { who: 'child', why: 'lost' } })
  })

  test('a change of date that asked for the office asks for the day, also when it was left for a question', () => {
    const saved = { ...second, flow: 'reschedule', step: 'office', data: { category: 'SCH-RESCHED' } }
    expect(restore(saved, world.languages)).toMatchObject({ flow: 'reschedule', step: 'day' })
    const left = { flow: 'reschedule', step: 'office', data: {}, back: [], confidential: false, since: START, hasProgress: false, resumes: false, suspended: null } // prettier-ignore
    const over = { ...second, flow: 'human', step: 'question', data: {}, suspended: left }
    expect(restore(over, world.languages).suspended).toMatchObject({ flow: 'reschedule', step: 'day' })
  })
})

describe('from version 1', () => {
  test('a confidential complaint half told stays confidential and goes on', () => {
    const told = {
      office: 'KPG',
      group: 'integrity',
      category: 'INT-CALO',
      parts: ['Ada calo'],
      last: 'text',
    }
    const turn = hear({ ...base, flow: 'complaint', step: 'tell', data: told, sealed: true }, 'selesai')
    expect(turn.state).toMatchObject({ flow: 'complaint', step: 'check', confidential: true, data: told })
    expect(said(turn.effects)).not.toContain('error.restarted')
  })

  test('a question for an officer still knows what it was put over', () => {
    const under = {
      flow: 'complaint', step: 'tell', data: { office: 'KPG', parts: ['Kode tidak datang'] }, back: ['office'], sealed: false,
      since: START, held: true,
    } // prettier-ignore
    const saved = { ...base, flow: 'human', step: 'question', data: { under } }
    expect(restore(saved, world.languages).suspended).toMatchObject({
      flow: 'complaint',
      hasProgress: true,
      resumes: false,
    })
    expect(hear(saved, 'kembali').state).toMatchObject({ flow: 'complaint', step: 'tell', back: ['office'] })
  })

  test('a question in between leads back to what it was put over', () => {
    const under = { flow: 'complaint', step: 'tell', data: { office: 'KPG' }, back: [], sealed: false, since: START, held: true, aside: true } // prettier-ignore
    const saved = { ...base, flow: 'office', step: 'show', data: { under } }
    expect(restore(saved, world.languages).suspended).toMatchObject({ resumes: true })
  })

  test('the list of papers and what was said of the case are kept', () => {
    const data = {
      id: '1',
      band: 'child',
      answers: { who: 'child' },
      have: [],
      told: true,
      heard: { answers: { what: 'new' } },
    }
    const { data: now } = restore({ ...base, flow: 'requirements', step: 'dual', data }, world.languages)
    expect(now).toMatchObject({ introduced: true, extracted: { answers: { what: 'new' } } })
  })

  test('a closed ticket that waits for its rating is rated when the flow has ended', () => {
    const memo = {
      toRate: [ticket],
      kept: { office: 'ATB', payUntil: START + 3_600_000 },
      began: START,
      missed: ['apa'],
    }
    const state = restore({ ...base, memo }, world.languages)
    expect(state.memory).toMatchObject({
      waiting: [
        { key: 't1', target: { flow: 'rating', data: { ticket: { id: 't1', confidential: true } } } },
      ],
      slots: { office: 'ATB', payUntil: START + 3_600_000 },
      sessionStart: START,
      unclearTexts: ['apa'],
    })
  })

  test('a rating that was being asked is taken', () => {
    const turn = hear({ ...base, flow: 'rating', step: 'score', data: { ticket } }, '3')
    expect(turn.effects).toContainEqual({ do: 'rate ticket', ticketId: 't1', score: 3 })
  })

  test('the question whether to leave is still the question', () => {
    const memo = { aside: { name: 'leave', aim: 'menu' } }
    const turn = hear({ ...base, flow: 'complaint', step: 'tell', data: { office: 'KPG' }, memo }, '1')
    expect(turn.state.flow).toBe('menu')
  })
})

test.each([
  ['nothing', undefined],
  ['a word', 'v'],
  ['a list', [1]],
  ['no version', {}],
  ['a version that is no number', { v: 'one' }],
  ['a version of the future', { v: 99 }],
  [
    'version 1 with everything of another type',
    { v: 1, data: [], memo: 7, said: {}, sealed: 'yes', flow: 3 },
  ],
  [
    'version 1 with odd things left',
    { v: 1, flow: 'human', data: { under: { data: null } }, memo: { toRate: 'x' } },
  ],
])('%s as saved state never throws, and is a fresh start', (_, json) => {
  expect(() => upgraded(json)).not.toThrow()
  expect(restore(json, world.languages)).toMatchObject({ flow: null, memory: { restarted: true } })
})
