import type { Lang, State } from './conversation.ts'
import type { FlowRegistry } from './turn-context.ts'

/** The conversation of somebody who has not written yet. */
export function initialState(lang: Lang = 'id'): State {
  return {
    v: 1,
    lang,
    greeted: false,
    flow: null,
    step: '',
    data: {},
    question: 0,
    misses: 0,
    back: [],
    confidential: false,
    since: 0,
    lastAt: 0,
    lastSaid: [],
    memory: {},
  }
}

/**
 * A saved state as this version understands it. Another version, another shape, or a flow or step that is no more:
 * a fresh start in the person's language, said kindly with the next message. Never throws.
 */
export function restoreState(registry: FlowRegistry, json: unknown): State {
  const saved = (typeof json === 'object' && json !== null ? json : {}) as Partial<State>
  if (isState(saved) && knows(registry, saved)) return saved
  const fresh = initialState(saved.lang === 'en' ? 'en' : 'id')
  return {
    ...fresh,
    greeted: saved.greeted === true,
    question: Number.isSafeInteger(saved.question) ? saved.question! : 0,
    memory: { restarted: true },
  }
}

function isState(saved: Partial<State>): saved is State {
  const sample = initialState()
  return (
    saved.v === 1 &&
    (saved.lang === 'id' || saved.lang === 'en') &&
    Object.entries(sample).every(([key, value]) => sameType(saved[key as keyof State], value, key))
  )
}

function sameType(value: unknown, sample: unknown, key: string): boolean {
  if (key === 'flow') return value === null || typeof value === 'string'
  if (Array.isArray(sample)) return Array.isArray(value)
  return typeof value === typeof sample && value !== null
}

function knows(registry: FlowRegistry, { flow, step }: State): boolean {
  return flow === null || registry.flows.get(flow)?.steps[step] !== undefined
}
