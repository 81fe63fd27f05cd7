import type { Library } from '../../model/library.ts'
import {
  nextQuestion,
  type CaseAnswers,
  type RequirementRow,
  type RequirementsTable,
} from '../../model/requirements/table.ts'
import type { FlowData, FlowTarget } from './flow.ts'

/** Where flows speak out of the answer library, besides its ready answers: the places a supervisor is shown before changing a fact. */
export function previewTargets({ requirements, guide }: Library): readonly FlowTarget[] {
  const at = (flow: string, step: string, data: FlowData = {}): FlowTarget => ({ flow, step, data })
  const adult = { who: 'adult', why: 'none' }
  const books = ['plain', 'electronic'].flatMap((kind) => [5, 10].map((years) => ({ ...adult, kind, years })))
  const book = books.at(-1)!
  const sums = [...books, { ...book, express: true }, ...FINES.map((why) => ({ ...book, why }))]
  return [
    at('office', 'show'),
    at('quota', 'show', { figures: [] }),
    at('cost', 'case', adult),
    ...sums.map((data) => at('cost', 'sum', data)),
    at('cost', 'where'),
    at('requirements', 'who'),
    ...['old', 'special'].map((step) => at('requirements', step)),
    ...requirements.rows.map((row) => at('requirements', 'done', { answers: caseOf(requirements, row) })),
    ...guide.map(({ id }) => at('apphelp', 'guide', { step: id })),
  ]
}

const FINES = ['lost', 'damaged', 'disaster']

/** A case in which a row of the table holds: its own answers, and the first choice of every other question. */
function caseOf(table: RequirementsTable, row: RequirementRow): CaseAnswers {
  const own = new Map(row.when.map(({ question, is }) => [question, is[0]!]))
  let answers: CaseAnswers = {}
  for (let next = nextQuestion(table, answers); next; next = nextQuestion(table, answers))
    answers = { ...answers, [next.id]: own.get(next.id) ?? next.choices[0]! }
  return answers
}
