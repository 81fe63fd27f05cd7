import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Input, World } from '../../src/flows/engine/conversation.ts'
import type { TurnResult } from '../../src/flows/engine/state.ts'
import { end, go, stay, type Flow } from '../../src/flows/engine/flow.ts'
import { flowHandle } from '../../src/flows/engine/handle.ts'
import { playTurn } from '../../src/flows/engine/play.ts'
import { choiceQuestion, openQuestion } from '../../src/flows/engine/question.ts'
import type { FlowRegistry } from '../../src/flows/engine/registry.ts'
import { restoreState } from '../../src/flows/engine/saved/restore.ts'
import { slot } from '../../src/flows/engine/slot.ts'
import { initialState, type State } from '../../src/flows/engine/state.ts'
import { t } from '../../src/flows/engine/text.ts'
import { FLOWS, REGISTRY } from '../../src/flows/index.ts'
import { START, STILL } from './stage.ts'

/** A flow that nobody knows but the list of flows: what it owns works all the same. */

const ToyData = z.object({ words: z.string().optional(), colour: z.string().optional() })
type ToyData = z.infer<typeof ToyData>
type ToyStep = 'ask' | 'told'
const toyHandle = flowHandle<ToyData, ToyStep>('toy')
const balloons = slot('balloons', z.number(), true)

const toy: Flow<ToyData, ToyStep> = {
  name: toyHandle.name,
  first: 'ask',
  data: ToyData,
  hasProgress: ({ data }) => data.colour !== undefined,
  slots: [balloons],
  subscriptions: ['quota'],
  reminders: {
    'toy time': (at) =>
      balloons.read(at.state) === undefined ? null : { text: t('idle.okay'), target: toyHandle.at('told') },
  },
  news: { 'quota opened': () => ({ text: t('idle.thanks'), target: toyHandle.start() }) },
  recognise: (_, content) =>
    content.kind === 'text' && content.text === 'balon' ? toyHandle.start({ colour: 'red' }) : null,
  guess: (_, text) => (text.includes('gembira') ? toyHandle.start() : null),
  directAnswer: (_, text) =>
    text === 'berapa balonku' ? { texts: [t('idle.okay')], target: toyHandle.at('told') } : null,
  sideAnswer: (_, text) => (text.includes('jam buka kantor') ? [t('idle.thanks')] : []),
  previews: () => [{ target: toyHandle.at('told') }],
  steps: {
    ask: openQuestion<ToyData, ToyStep>({
      expects: 'story',
      prompt: () => ({ text: t('aid.describe'), options: [] }),
      onText: (_, colour) => go('told', { set: { colour }, slots: balloons.set(5) }),
    }),
    told: choiceQuestion<ToyData, ToyStep>({
      prompt: () => ({
        text: t('aid.done'),
        options: [
          { id: 'more', label: t('story.done'), hears: 'story.done', to: stay() },
          { id: 'enough', label: t('ticket.enough'), to: end({ slots: balloons.set(undefined) }) },
        ],
      }),
    }),
  },
}

const registry: FlowRegistry = {
  ...REGISTRY,
  flows: new Map<string, Flow>([...REGISTRY.flows, [toy.name, toy]]),
}
const greeted: State = { ...initialState(), greeted: true, lastAt: START }
const hear = (state: State, text: string, world: World = STILL): TurnResult =>
  playTurn(registry, state, { kind: 'message', content: { kind: 'text', text } }, world)
const keys = ({ effects }: TurnResult) =>
  effects.flatMap((effect) => (effect.do === 'say' && 'key' in effect.text ? [effect.text.key] : []))
const full: State = hear(hear(greeted, 'balon').state, 'merah').state

describe('a flow of its own folder, with a line in the list of flows', () => {
  test('opens on what it recognises, and on what it guesses where nothing else is clear', () => {
    expect(hear(greeted, 'balon').state).toMatchObject({ flow: 'toy', step: 'ask', data: { colour: 'red' } })
    expect(hear(greeted, 'xyz gembira xyz').state.flow).toBe('toy')
  })

  test('keeps its slot with the chat, and forgets it when asked', () => {
    expect(balloons.read(full)).toBe(5)
    expect(balloons.read(hear(full, '2').state)).toBeUndefined()
  })

  test('is reminded: over another flow in words, else with its own question', () => {
    const reminder: Input = { kind: 'reminder', name: 'toy time', data: {} }
    const idle: State = { ...full, flow: null, step: '', data: {} }
    expect(playTurn(registry, idle, reminder, STILL).state).toMatchObject({ flow: 'toy', step: 'told' })
    const telling: State = { ...full, flow: 'complaint', step: 'tell', data: { office: 'KPG' } }
    const over = playTurn(registry, telling, reminder, STILL)
    expect(keys(over)[0]).toBe('idle.okay')
    expect(over.state.flow).toBe('complaint')
    expect(playTurn(registry, greeted, reminder, STILL).effects).toEqual([])
  })

  test('"berhenti" stops its reminders and watches, and forgets what must not look as if it ran', () => {
    const turn = hear({ ...full, flow: null, step: '', data: {} }, 'berhenti')
    expect(turn.effects).toContainEqual({ do: 'stop reminding', name: 'toy time' })
    expect(turn.effects.filter((effect) => effect.do === 'stop watching')).toContainEqual({
      do: 'stop watching',
      what: 'quota',
    })
    expect(balloons.read(turn.state)).toBeUndefined()
  })

  test('answers in the middle of another flow, which goes on', () => {
    const asking: State = { ...greeted, flow: 'requirements', step: 'who', data: { id: '1' } }
    const direct = hear(asking, 'berapa balonku')
    expect(keys(direct)).toContain('idle.okay')
    expect(direct.state.flow).toBe('requirements')
    expect(hear(greeted, 'berapa balonku').state).toMatchObject({ flow: 'toy', step: 'told' })
  })

  test('is left only after asking while something would be lost, and taken up again from a person', () => {
    expect(keys(hear(full, 'menu'))).toContain('leave.ask')
    const person = hear(full, '0')
    expect(person.state).toMatchObject({ flow: 'human', suspended: { flow: 'toy', step: 'told' } })
    expect(hear(person.state, 'kembali').state).toMatchObject({ flow: 'toy', step: 'told', suspended: null })
  })

  test('is saved and read back; data of another shape is a fresh start', () => {
    const json: unknown = JSON.parse(JSON.stringify(full))
    expect(restoreState(registry, json, STILL.languages)).toEqual(full)
    const wrong = { ...full, data: { colour: 7 } }
    expect(restoreState(registry, wrong, STILL.languages)).toMatchObject({
      flow: null,
      memory: { restarted: true },
    })
    const slots = { ...full, memory: { ...full.memory, slots: { balloons: 'many', unknown: 1 } } }
    expect(balloons.read(restoreState(registry, slots, STILL.languages))).toBeUndefined()
  })
})

test('no two flows share a reminder or a slot', () => {
  const names = FLOWS.flatMap(({ reminders = {} }) => Object.keys(reminders))
  expect(new Set(names).size).toBe(names.length)
  const slots = FLOWS.flatMap((flow) => (flow.slots ?? []).map(({ name }) => name))
  expect(new Set(slots).size).toBe(slots.length)
})
