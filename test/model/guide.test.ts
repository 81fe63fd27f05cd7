import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { resolveAnswer } from '../../src/model/facts/ready-answer.ts'
import { remediesFor, type GuideStep, type Symptom } from '../../src/model/guide.ts'
import { fact, FACTS, seeded } from './library.ts'

const STEPS = seeded<readonly GuideStep[]>('guide')
const SYMPTOMS = seeded<readonly Symptom[]>('first-aid')
const CATEGORIES = new Set(seeded<readonly { code: string }[]>('categories').map(({ code }) => code))
const TODAY = '2026-11-21'
const tries = (id: string, facts = FACTS) =>
  remediesFor(
    SYMPTOMS.find((symptom) => symptom.id === id)!,
    facts,
    'KPG',
    TODAY,
  )

describe('the seeds', () => {
  test('fourteen steps in order, each with where it may stick', () => {
    const shape = z.strictObject({
      id: z.string(),
      position: z.int(),
      facts: z.array(z.looseObject({ key: z.string() })),
      stuck: z.array(z.string()).min(1).max(5),
      picture: z.array(z.string().min(1)).min(1).nullable(),
      source: z.string().min(20),
    })
    expect(STEPS.flatMap((step) => shape.safeParse(step).error?.issues ?? [])).toEqual([])
    expect(STEPS.map(({ position }) => position)).toEqual(STEPS.map((_, at) => at + 1))
    expect(STEPS.length).toBe(14)
    const known = new Set(SYMPTOMS.map(({ id }) => id))
    expect(STEPS.flatMap(({ stuck }) => stuck).filter((id) => !known.has(id))).toEqual([])
  })

  test('every symptom leads to a complaint of its own and to facts that exist', () => {
    const shape = z.strictObject({
      id: z.string(),
      position: z.int(),
      category: z.string().refine((code) => CATEGORIES.has(code)),
      tries: z.array(z.string()).min(1).max(5),
      source: z.string().min(20),
    })
    expect(SYMPTOMS.flatMap((symptom) => shape.safeParse(symptom).error?.issues ?? [])).toEqual([])
    expect(new Set(SYMPTOMS.map(({ category }) => category)).size).toBe(SYMPTOMS.length)
    const keys = new Set(FACTS.map(({ key }) => key))
    const named = SYMPTOMS.flatMap(({ id, tries }) => tries.map((name) => `aid.${id}.${name}`))
    expect(named.filter((key) => !keys.has(key))).toEqual([])
    expect([...keys].filter((key) => key.startsWith('aid.')).length).toBe(named.length)
  })
})

describe('the words of a step', () => {
  const said = (id: string, day = TODAY) =>
    resolveAnswer(
      FACTS,
      STEPS.find((step) => step.id === id)!,
      'KPG',
      day,
    )

  test('take their figures out of the library, with its doubts', () => {
    expect(said('pay')).toEqual({
      how: 'safe',
      vars: { hours: 2 },
      doubt: { reason: 'contested', year: 2025 },
    })
    expect(said('add-person')).toEqual({
      how: 'safe',
      vars: { people: 5 },
      doubt: { reason: 'contested', year: 2023 },
    })
    expect(said('code')).toEqual({ how: 'sure', vars: {} })
  })

  test('none has to be left out today', () => {
    expect(STEPS.filter(({ id }) => said(id).how === 'ask')).toEqual([])
  })
})

describe('what to try', () => {
  test('remedies that rest on general knowledge wait for an officer', () => {
    expect(tries('otp')).toEqual([{ id: 'email', sure: true }])
    const confirmed = [...FACTS, fact({ key: 'aid.otp.spam', office: 'KPG', value: true })]
    expect(tries('otp', confirmed)).toEqual([
      { id: 'email', sure: true },
      { id: 'spam', sure: true },
    ])
  })

  test('coming without an appointment is only told while somebody has confirmed it', () => {
    expect(tries('down')).toEqual([])
    const open = fact({
      key: 'aid.down.walk-in',
      value: true,
      validFrom: '2026-11-20',
      validTo: '2026-11-22',
    })
    expect(tries('down', [...FACTS, open])).toEqual([{ id: 'walk-in', sure: true }])
  })

  test('what holds at some offices only is said so', () => {
    expect(tries('old-phone')).toContainEqual({ id: 'come', sure: false })
  })

  test('a remedy an officer has taken back is gone', () => {
    const back = [...FACTS, fact({ key: 'aid.ghost.retry', office: 'KPG', value: false })]
    expect(tries('ghost', back)).toEqual([])
  })
})
