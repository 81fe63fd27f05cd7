import { doubtOf, isTellable, lookUpFact, safeValue, type Doubt, type Fact } from '../facts/fact.ts'
import { gravestDoubt } from '../facts/ready-answer.ts'
import {
  papersOf,
  matchingRows,
  type CaseAnswers,
  type Paper,
  type RequirementLane,
  type RequirementRow,
  type RequirementsTable,
} from './table.ts'

/** The take-along list of one case, and ticking it off. Words: `paper.<id>.name`, `.without`, `.if`. */

/** A paper on the list. */
export interface ChecklistItem {
  readonly id: string
  /** `one of`: any paper of `group` will do. `if`: only for those it applies to. */
  readonly need: 'must' | 'one of' | 'if'
  readonly group: string | null
  /** Its pictogram. */
  readonly icon: string
  readonly original: boolean
  readonly copy: boolean
}

/** Papers of one case, with what has to be said beside them. */
export interface Checklist {
  readonly lane: RequirementLane
  readonly items: readonly ChecklistItem[]
  /** Cases of the table that made it (`R-02`, `R-02b`). */
  readonly cases: readonly string[]
  /** Cases whose list nobody vouches for at this office: to be said, with a person offered. */
  readonly uncertainCases: readonly string[]
  /** What is said beside the list where it is known from one source, or from old ones. */
  readonly doubt: Doubt | null
  /** Ready answers to tell with it, most important first. */
  readonly answers: readonly string[]
}

/** The list for answered questions at an office on a day; null while nothing fits. */
export function buildChecklist(
  table: RequirementsTable,
  answers: CaseAnswers,
  facts: readonly Fact[],
  office: string | null,
  day: string,
): Checklist | null {
  const rows = matchingRows(table, answers)
  if (rows.length === 0) return null
  const swap = (id: string) => replaced(paperOf(table, id), facts, office, day)
  const cases = [...new Set(rows.map((row) => row.case))]
  const known = (name: string) => lookUpFact(facts, `case.${name}`, office, day)
  return {
    lane: laneOf(rows.map(({ lane }) => lane)),
    items: entriesOf(table, rows).map((item) => itemOf(table, { ...item, id: swap(item.id) })),
    cases,
    uncertainCases: cases.filter((name) => !isTellable(known(name))),
    doubt: gravestDoubt(cases.flatMap((name) => doubtOf(known(name)) ?? [])),
    answers: [...new Set(rows.flatMap((row) => row.answers))],
  }
}

type Entry = Pick<ChecklistItem, 'id' | 'need' | 'group'>

/** Papers of all rows, each once: what one row demands outweighs what another only asks of some. */
function entriesOf(table: RequirementsTable, rows: readonly RequirementRow[]): readonly Entry[] {
  const sets = rows.flatMap((row) => papersOf(table, row))
  const entries: Entry[] = [
    ...sets.flatMap(({ must }) => must.map((id) => ({ id, need: 'must' as const, group: null }))),
    ...sets.flatMap(({ oneOf }) =>
      oneOf.flatMap(({ group, papers }) => papers.map((id) => ({ id, need: 'one of' as const, group }))),
    ),
    ...sets.flatMap(({ ifApplies }) => ifApplies.map((id) => ({ id, need: 'if' as const, group: null }))),
  ]
  const dropped = new Set(rows.flatMap(({ drop }) => drop))
  return entries.filter(
    ({ id }, at) => !dropped.has(id) && entries.findIndex((other) => other.id === id) === at,
  )
}

function itemOf(table: RequirementsTable, entry: Entry): ChecklistItem {
  const { bring, icon } = paperOf(table, entry.id)
  return { ...entry, icon, original: bring !== 'copy', copy: bring !== 'original' }
}

/** Any row that leads away from the app leads the whole case away from it. */
function laneOf(lanes: readonly RequirementLane[]): RequirementLane {
  return lanes.find((lane) => lane !== 'app') ?? 'app'
}

function replaced(
  { id, instead }: Paper,
  facts: readonly Fact[],
  office: string | null,
  day: string,
): string {
  if (!instead) return id
  return safeValue(lookUpFact(facts, instead.fact, office, day)) === instead.is ? instead.paper : id
}

function paperOf(table: RequirementsTable, id: string): Paper {
  const paper = table.papers.find((paper) => paper.id === id)
  if (!paper) throw new Error(`No paper ${id} in the requirements table`)
  return paper
}

/** What still has to be found: every `must`, and a group none of whose papers is there. Papers `if` are never missing. */
export function missingItems(
  list: Pick<Checklist, 'items'>,
  have: ReadonlySet<string>,
): readonly ChecklistItem[] {
  const settled = new Set(list.items.filter(({ id }) => have.has(id)).map(({ group }) => group))
  return list.items.filter(
    ({ id, need, group }) => !have.has(id) && (need === 'must' || (need === 'one of' && !settled.has(group))),
  )
}
