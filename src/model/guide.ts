import type { FactDependency } from './facts/ready-answer.ts'
import { isTellable, lookUpFact, safeValue, type Fact } from './facts/fact.ts'

/** The walk through M-Paspor, and first aid where it sticks. Words: `guide.step.<id>`, `aid.<symptom>.name`, `aid.<symptom>.<try>`. */

export interface GuideStep {
  readonly id: string
  /** From 1. */
  readonly position: number
  /** What its words need of the answer library. */
  readonly facts: readonly FactDependency[]
  /** Symptoms that are likely here ("macet di sini"). */
  readonly stuck: readonly string[]
  /** Pictograms that show it, with words `guide.picture.<pictogram>`; null: none yet. */
  readonly picture: readonly string[] | null
  readonly source: string
}

/** What goes wrong in the app, and what to try (a row of `first-aid.json`). */
export interface Symptom {
  readonly id: string
  readonly position: number
  /** Category of the complaint when nothing helps. */
  readonly category: string
  /** Remedies in order; each is a fact `aid.<symptom>.<try>` that an officer can confirm or retire. */
  readonly tries: readonly string[]
  readonly source: string
}

/** One thing to try. */
export interface Remedy {
  readonly id: string
  /** False: may not hold at this office; to be said. */
  readonly sure: boolean
}

/** Remedies that may be told at an office on a day, in order: advice, so one source is enough. What nobody knows of stays out. */
export function remediesFor(
  symptom: Symptom,
  facts: readonly Fact[],
  office: string | null,
  day: string,
): readonly Remedy[] {
  return symptom.tries.flatMap((id): Remedy[] => {
    const picked = lookUpFact(facts, `aid.${symptom.id}.${id}`, office, day)
    return safeValue(picked) === true ? [{ id, sure: isTellable(picked) }] : []
  })
}
