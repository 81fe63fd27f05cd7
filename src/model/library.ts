import type { ReadyAnswer } from './facts/ready-answer.ts'
import type { Fact } from './facts/fact.ts'
import type { GuideStep, Symptom } from './guide.ts'
import type { OfficeDetails } from './offices/locations.ts'
import type { RequirementsTable } from './requirements/table.ts'
import type { StatusDefinition } from './applications/status.ts'

/** Everything guidance reads: one library for bot and officers. Facts change by rows with dates, the rest by release. */
export interface Library {
  readonly facts: readonly Fact[]
  readonly answers: readonly ReadyAnswer[]
  readonly requirements: RequirementsTable
  readonly guide: readonly GuideStep[]
  readonly firstAid: readonly Symptom[]
  readonly statuses: readonly StatusDefinition[]
  readonly officeDetails: readonly OfficeDetails[]
}
