import type { Library } from '../../model/library.ts'
import {
  nextQuestion,
  type CaseAnswers,
  type RequirementRow,
  type RequirementsTable,
} from '../../model/requirements/table.ts'
import type { Preview } from '../engine/hooks.ts'
import { requirementsHandle } from './handle.ts'

/** Where the papers depend on facts: the limits of age and year, and the list of every row of the table. */
export function requirementsPreviews({ requirements: table }: Library): readonly Preview[] {
  const steps = (['who', 'old', 'special'] as const).map((step) => requirementsHandle.at(step))
  const lists = table.rows.map((row) => requirementsHandle.at('done', { answers: caseOf(table, row) }))
  return [...steps, ...lists].map((target) => ({ target }))
}

/** A case in which a row of the table holds: its own answers, and the first choice of every other question. */
function caseOf(table: RequirementsTable, row: RequirementRow): CaseAnswers {
  const own = new Map(row.when.map(({ question, is }) => [question, is[0]]))
  let answers: CaseAnswers = {}
  for (let next = nextQuestion(table, answers); next; next = nextQuestion(table, answers))
    answers = { ...answers, [next.id]: own.get(next.id) ?? next.choices[0] ?? '' }
  return answers
}
