import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { buildChecklist } from '../../../src/model/requirements/checklist.ts'
import {
  nextQuestion,
  matchingRows,
  type CaseAnswers,
  type RequirementsTable,
} from '../../../src/model/requirements/table.ts'
import { ANSWERS, FACTS, seeded } from '../library.ts'

const TABLE = seeded<RequirementsTable>('requirements')
const TODAY = '2026-11-21'

/** Every way a person can answer, to the end. */
function paths(answers: CaseAnswers = {}): CaseAnswers[] {
  const question = nextQuestion(TABLE, answers)
  if (!question) return [answers]
  return question.choices.flatMap((choice) => paths({ ...answers, [question.id]: choice }))
}
const PATHS = paths()

const list = (answers: CaseAnswers, facts = FACTS, office = 'KPG') =>
  buildChecklist(TABLE, answers, facts, office, TODAY)!

describe('the table', () => {
  const set = {
    must: z.array(z.string()),
    oneOf: z.array(z.strictObject({ group: z.string(), papers: z.array(z.string()).min(2) })),
    ifApplies: z.array(z.string()),
  }
  const shape = z.strictObject({
    questions: z.array(
      z.strictObject({
        id: z.string(),
        assume: z.string().optional(),
        choices: z.array(z.string()).min(2).max(7),
      }),
    ),
    papers: z.array(
      z.strictObject({
        id: z.string(),
        bring: z.enum(['original+copy', 'original', 'copy']),
        icon: z.string().min(1),
        instead: z.strictObject({ fact: z.string(), is: z.string(), paper: z.string() }).optional(),
      }),
    ),
    sets: z.record(z.string(), z.strictObject(set)),
    rows: z.array(
      z.strictObject({
        ...set,
        id: z.string(),
        case: z.string(),
        when: z.array(z.strictObject({ question: z.string(), is: z.array(z.string()).min(1) })).min(1),
        lane: z.enum(['app', 'bap', 'embassy', 'group']),
        sets: z.array(z.string()),
        drop: z.array(z.string()),
        answers: z.array(z.string()),
      }),
    ),
    lanes: z.array(
      z.strictObject({ id: z.string(), app: z.boolean().nullable(), answers: z.array(z.string()).min(1) }),
    ),
  })

  test('has its shape, with at most seven choices a question', () => {
    expect(shape.safeParse(TABLE).error?.issues).toBeUndefined()
  })

  test('names only questions, choices, papers, sets, cases and answers that exist', () => {
    const choices = new Set(
      TABLE.questions.flatMap(({ id, choices }) => choices.map((choice) => `${id} ${choice}`)),
    )
    const asked = TABLE.rows.flatMap(({ when }) =>
      when.flatMap(({ question, is }) => is.map((choice) => `${question} ${choice}`)),
    )
    expect(asked.filter((pair) => !choices.has(pair))).toEqual([])
    const papers = new Set(TABLE.papers.map(({ id }) => id))
    const sets = [...TABLE.rows, ...Object.values(TABLE.sets)]
    const named = sets.flatMap(({ must, oneOf, ifApplies }) => [
      ...must,
      ...ifApplies,
      ...oneOf.flatMap((one) => one.papers),
    ])
    expect(named.filter((id) => !papers.has(id))).toEqual([])
    expect(TABLE.rows.flatMap(({ sets }) => sets).filter((name) => !TABLE.sets[name])).toEqual([])
    const cases = new Set(FACTS.filter(({ key }) => key.startsWith('case.')).map(({ key }) => key.slice(5)))
    expect(TABLE.rows.filter((row) => !cases.has(row.case))).toEqual([])
    const answers = new Set(ANSWERS.map(({ id }) => id))
    const told = [...TABLE.rows, ...TABLE.lanes].flatMap((row) => row.answers)
    expect(told.filter((id) => !answers.has(id))).toEqual([])
  })

  test('no row and no choice is out of reach', () => {
    const reached = new Set(PATHS.flatMap((answers) => matchingRows(TABLE, answers).map(({ id }) => id)))
    expect(TABLE.rows.filter(({ id }) => !reached.has(id))).toEqual([])
    const chosen = new Set(PATHS.flatMap((answers) => Object.entries(answers).map((pair) => pair.join())))
    const left = TABLE.questions.flatMap(({ id, choices }) =>
      choices.filter((choice) => !chosen.has(`${id},${choice}`)),
    )
    expect(left).toEqual([])
  })
})

describe('every way of answering', () => {
  test('ends in a list, or in the way to the embassy', () => {
    expect(PATHS.length).toBeGreaterThan(50)
    const empty = PATHS.filter((answers) => list(answers).items.length === 0)
    expect(empty.map(({ what }) => what)).toEqual(['lost-abroad', 'lost-abroad'])
  })

  test('takes at most five answers for a grown-up and seven for a child, the menu counted', () => {
    const most = (who: string) =>
      Math.max(
        ...PATHS.filter((answers) => answers.who === who).map((answers) => Object.keys(answers).length),
      ) + 1
    expect(most('adult')).toBeLessThanOrEqual(5)
    expect(most('child')).toBeLessThanOrEqual(7)
    expect(most('group')).toBe(2)
  })

  test('never asks for the same paper twice, nor for a dropped one', () => {
    for (const answers of PATHS) {
      const { items } = list(answers)
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    }
  })

  test('an answer the table does not know leaves no list and no loop', () => {
    const odd = { who: 'adult', what: 'holiday' }
    expect(nextQuestion(TABLE, odd)).toBeNull()
    expect(buildChecklist(TABLE, odd, FACTS, 'KPG', TODAY)).toBeNull()
  })
})

test('first filter: who needs no app is told so', () => {
  const without = TABLE.lanes.filter(({ app }) => app === false).map(({ id }) => id)
  expect(without).toEqual(['priority', 'no-phone', 'bap', 'group', 'weekend', 'embassy'])
})
