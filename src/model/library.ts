import type { ReadyAnswer } from './facts/ready-answer.ts'
import type { Fact } from './facts/fact.ts'
import type { GuideStep, Symptom } from './guide.ts'
import type { OfficeDetails } from './offices/locations.ts'
import type { Region } from './offices/region.ts'
import type { RequirementsTable } from './requirements/table.ts'
import type { StatusDefinition } from './applications/status.ts'

/** Everything guidance reads: one library for bot and officers. Facts and regions are rows, the rest changes by release. */
export interface Library {
  readonly facts: readonly Fact[]
  readonly answers: readonly ReadyAnswer[]
  readonly requirements: RequirementsTable
  readonly guide: readonly GuideStep[]
  readonly firstAid: readonly Symptom[]
  readonly statuses: readonly StatusDefinition[]
  readonly officeDetails: readonly OfficeDetails[]
  /** Every regency and city, with the offices that serve it. */
  readonly regions: readonly Region[]
}
