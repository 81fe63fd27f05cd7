import type { AnswerRow } from './fact-answer.ts'
import type { Fact } from './fact.ts'
import type { GuideStep, Symptom } from './guide.ts'
import type { Place } from './places.ts'
import type { Requirements } from './requirements.ts'
import type { StatusRow } from './application.ts'

/** Everything guidance reads: one library for bot and officers. Facts change by rows with dates, the rest by release. */
export interface Library {
  readonly facts: readonly Fact[]
  readonly answers: readonly AnswerRow[]
  readonly requirements: Requirements
  readonly guide: readonly GuideStep[]
  readonly aid: readonly Symptom[]
  readonly statuses: readonly StatusRow[]
  readonly places: readonly Place[]
}
