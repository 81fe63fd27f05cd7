/** Papers by case: a decision table (`prisma/data/requirements.json`) that asks as few questions as it can. */

interface RequirementQuestion {
  readonly id: string
  /** What is taken for given unless the person says otherwise, as it holds for most; the list says so (`case.<question>.otherwise`). */
  readonly assume?: string
  /** Ids of the choices; words under `case.<question>.<choice>`. */
  readonly choices: readonly string[]
}

/** A paper to bring; words under `paper.<id>`. */
export interface Paper {
  readonly id: string
  readonly bring: 'original+copy' | 'original' | 'copy'
  /** Its pictogram on a card. */
  readonly icon: string
  /** Another paper takes its place where an office has said so in the answer library. */
  readonly instead?: { readonly fact: string; readonly is: string; readonly paper: string }
}

interface PaperAlternatives {
  readonly group: string
  readonly papers: readonly string[]
}

/** Papers that belong together: all of `must`, one of each group, `ifApplies` where it applies to the person. */
interface PaperSet {
  readonly must: readonly string[]
  readonly oneOf: readonly PaperAlternatives[]
  readonly ifApplies: readonly string[]
}

/** `app` through M-Paspor; `bap` by coming for the lost-or-damaged interview; `embassy` abroad; `group` by letter. */
export type RequirementLane = 'app' | 'bap' | 'embassy' | 'group'

/** One row: where all its answers are given it adds its papers. Several rows may hold at once. */
export interface RequirementRow extends PaperSet {
  readonly id: string
  /** Case of the answer library (`case.<case>`) that says how sure the row is. */
  readonly case: string
  readonly when: readonly { readonly question: string; readonly is: readonly string[] }[]
  readonly lane: RequirementLane
  readonly sets: readonly string[]
  /** Papers of other rows this one takes away. */
  readonly drop: readonly string[]
  /** Ready answers worth telling with the list. */
  readonly answers: readonly string[]
}

/** A way in at the office; `app`: is M-Paspor needed? null = both ways exist. */
interface ServiceLane {
  readonly id: string
  readonly app: boolean | null
  readonly answers: readonly string[]
}

/** The whole of `requirements.json`. */
export interface RequirementsTable {
  readonly questions: readonly RequirementQuestion[]
  readonly papers: readonly Paper[]
  readonly sets: Readonly<Record<string, PaperSet>>
  readonly rows: readonly RequirementRow[]
  readonly lanes: readonly ServiceLane[]
}

/** Question → chosen answer, as far as the person has come. */
export type CaseAnswers = Readonly<Record<string, string>>

/** The next question, or null when every row is decided. A question is asked only while some row hangs on it. */
export function nextQuestion(table: RequirementsTable, answers: CaseAnswers): RequirementQuestion | null {
  for (const row of table.rows) {
    const open = row.when.find(({ question, is }) => !is.includes(answers[question] ?? ''))
    if (open && answers[open.question] === undefined)
      return table.questions.find(({ id }) => id === open.question) ?? null
  }
  return null
}

/** The answers with what is assumed of the questions that would come next, until one has to be asked. */
export function withAssumptions(table: RequirementsTable, answers: CaseAnswers): CaseAnswers {
  const question = nextQuestion(table, answers)
  if (!question?.assume) return answers
  return withAssumptions(table, { ...answers, [question.id]: question.assume })
}

/** The rows that hold for these answers, in the order of the table. */
export function matchingRows(table: RequirementsTable, answers: CaseAnswers): readonly RequirementRow[] {
  return table.rows.filter((row) =>
    row.when.every(({ question, is }) => is.includes(answers[question] ?? '')),
  )
}

/** Everything a row asks for, its sets included. */
export function papersOf(table: RequirementsTable, row: RequirementRow): readonly PaperSet[] {
  return [...row.sets.map((id) => setOf(table, id)), row]
}

function setOf(table: RequirementsTable, id: string): PaperSet {
  const set = table.sets[id]
  if (!set) throw new Error(`No set ${id} in the requirements table`)
  return set
}
