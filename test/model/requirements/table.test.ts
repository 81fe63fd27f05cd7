import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { buildChecklist, missingItems } from '../../../src/model/requirements/checklist.ts'
import {
  nextQuestion,
  matchingRows,
  type CaseAnswers,
  type RequirementsTable,
} from '../../../src/model/requirements/table.ts'
import { ANSWERS, fact, FACTS, seeded } from '../library.ts'

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
const ids = (answers: CaseAnswers, need: string) =>
  list(answers)
    .items.filter((item) => item.need === need)
    .map(({ id }) => id)

describe('the table', () => {
  const set = {
    must: z.array(z.string()),
    oneOf: z.array(z.strictObject({ group: z.string(), papers: z.array(z.string()).min(2) })),
    ifApplies: z.array(z.string()),
  }
  const shape = z.strictObject({
    questions: z.array(z.strictObject({ id: z.string(), choices: z.array(z.string()).min(2).max(7) })),
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

const NEW = { who: 'adult', what: 'new', special: 'none' }
const BIRTH = ['birth-certificate', 'marriage-book', 'diploma', 'baptism-letter']
const CHILD = { who: 'child', what: 'new', dual: 'no', parents: 'together', trip: 'parents' }

describe('papers by case', () => {
  test('R-01 a first passport for a grown-up', () => {
    expect(ids(NEW, 'must')).toEqual(['ektp', 'kk'])
    expect(ids(NEW, 'one of')).toEqual(BIRTH)
    expect(ids(NEW, 'if')).toEqual(['gap-letter', 'name-change-decree', 'naturalisation', 'old-passport'])
    expect(list(NEW)).toMatchObject({ lane: 'app', cases: ['R-01'], doubts: [] })
  })

  test('R-03 replacing a recent one takes the card and the book, nothing else', () => {
    const answers = { who: 'adult', what: 'replace', old: 'recent', changed: 'no' }
    expect(list(answers).items.map(({ id }) => id)).toEqual(['ektp', 'old-passport'])
    expect(list(answers)).toMatchObject({ lane: 'app', cases: ['R-03'] })
  })

  test.each(['early', 'abroad', 'unknown'])('R-03a an old one that is %s takes the whole set', (old) => {
    const answers = { who: 'adult', what: 'replace', old }
    expect(ids(answers, 'must')).toEqual(['ektp', 'kk', 'old-passport'])
    expect(ids(answers, 'one of')).toEqual(BIRTH)
    expect(list(answers).lane).toBe('app')
  })

  test('R-03a when the data changed, the proof of it too, and not through the app', () => {
    const answers = { who: 'adult', what: 'replace', old: 'recent', changed: 'yes' }
    expect(ids(answers, 'must')).toEqual(['ektp', 'kk', 'old-passport', 'updated-papers'])
    expect(list(answers).lane).toBe('bap')
  })

  test.each([
    ['R-04 lost', 'lost', ['police-report', 'ektp', 'kk']],
    ['R-05 damaged', 'damaged', ['ektp', 'kk', 'damaged-passport']],
    ['R-06 data to change', 'change', ['ektp', 'kk', 'old-passport', 'updated-papers']],
  ])('%s goes by interview, not by the app', (_, what, must) => {
    const answers = { who: 'adult', what }
    expect(ids(answers, 'must')).toEqual(must)
    expect(list(answers)).toMatchObject({ lane: 'bap', doubts: [] })
  })

  test('R-04b lost abroad leads to the embassy', () => {
    expect(list({ who: 'adult', what: 'lost-abroad' })).toMatchObject({
      lane: 'embassy',
      answers: ['lost-abroad'],
    })
  })

  test.each([
    ['umrah', 'R-07'],
    ['worker', 'R-08'],
    ['study', 'R-09'],
  ])('for %s the papers are those of %s: no more than R-01', (special, name) => {
    const answers = { ...NEW, special }
    expect(ids(answers, 'must')).toEqual(['ektp', 'kk'])
    expect(list(answers)).toMatchObject({ cases: ['R-01', name] })
    expect(list(answers).answers).toContain(special)
  })

  test('R-11 a naturalised person brings the decree', () => {
    expect(ids({ ...NEW, special: 'naturalised' }, 'must')).toEqual(['ektp', 'kk', 'naturalisation'])
  })

  test('R-12 who comes from abroad without a card brings the letter of moving instead', () => {
    expect(ids({ ...NEW, special: 'abroad' }, 'must')).toEqual(['kk', 'moving-letter'])
  })

  test('R-10 two citizenships, as a child or just grown up', () => {
    const must = ids({ who: 'child', what: 'new', dual: 'yes', trip: 'parents' }, 'must')
    expect(must).toContain('dual-registration')
    expect(ids({ ...NEW, special: 'dual' }, 'must')).toEqual(must)
  })

  test('R-02 a child: both parents, the safe reading', () => {
    expect(ids(CHILD, 'must')).toEqual(['parents-ektp', 'kk', 'parents-marriage', 'birth-certificate'])
    expect(ids(CHILD, 'if')).toContain('absent-letter')
    expect(list(CHILD).answers).toContain('child-parents')
  })

  test('R-02 an office that is content with one parent says so in the library', () => {
    const own = [...FACTS, fact({ key: 'child.parents.present', office: 'KPG', value: 'one' })]
    expect(list(CHILD, own).items[0]!.id).toBe('parent-ektp')
    expect(list(CHILD, own, 'DPS').items[0]!.id).toBe('parents-ektp')
  })

  test.each([
    [{ parents: 'divorced', custody: 'decided' }, ['parent-ektp', 'custody-decision'], 'R-02b'],
    [{ parents: 'divorced', custody: 'none' }, ['parents-ektp'], 'R-02b'],
    [{ parents: 'one-missing' }, ['parent-ektp', 'missing-statement'], 'R-02c'],
    [{ parents: 'one-dead' }, ['parent-ektp', 'death-certificate'], 'R-02c'],
    [{ parents: 'both-dead' }, ['death-certificates', 'guardian-papers'], 'R-02c'],
    [{ parents: 'orphanage' }, ['orphanage-letter'], 'R-02c'],
  ])('a child with %o', (family, wanted, name) => {
    const answers = { ...CHILD, ...family }
    const must = ids(answers, 'must')
    const parentsPapers = /^parents?-ektp$|custody|missing|death|guardian|orphanage/
    expect(must.filter((id) => parentsPapers.test(id)).sort()).toEqual([...wanted].sort())
    expect(list(answers).cases).toContain(name)
  })

  test('R-02d travelling with somebody else adds the escort’s papers', () => {
    const must = ids({ ...CHILD, trip: 'escort' }, 'must')
    expect(must.filter((id) => id.startsWith('escort'))).toEqual(['escort-identity', 'escort-permission'])
  })

  test('a child’s old book is needed for replacing, and only if there is one for a first', () => {
    expect(ids({ ...CHILD, what: 'replace' }, 'must')).toContain('old-passport')
    expect(ids(CHILD, 'if')).toContain('old-passport')
  })

  test.each(['lost', 'damaged', 'change'])(
    'a child’s %s passport: nobody wrote that list, so it is said',
    (what) => {
      const answers = { who: 'child', what, dual: 'no', parents: 'together' }
      expect(list(answers)).toMatchObject({
        lane: 'bap',
        doubts: [{ case: `child-${what}`, reason: 'unconfirmed' }],
      })
    },
  )

  test('R-15 a group writes a letter', () => {
    expect(list({ who: 'group' })).toMatchObject({ lane: 'group', answers: ['group', 'group-letter'] })
  })

  test('originals and copies are told paper by paper', () => {
    const { items } = list(CHILD)
    expect(items.find(({ id }) => id === 'kk')).toMatchObject({ original: true, copy: true })
    expect(items.find(({ id }) => id === 'parent-passport')).toMatchObject({ original: false, copy: true })
    expect(items.find(({ id }) => id === 'absent-letter')).toMatchObject({ original: true, copy: false })
  })
})

describe('ticking off', () => {
  const missing = (...have: string[]) => missingItems(list(NEW), new Set(have)).map(({ id }) => id)

  test('everything is missing at first, but not what applies to few', () => {
    expect(missing()).toEqual(['ektp', 'kk', ...BIRTH])
  })

  test('one paper of a group settles the group', () => {
    expect(missing('ektp', 'diploma')).toEqual(['kk'])
    expect(missing('ektp', 'kk', 'baptism-letter')).toEqual([])
  })

  test('a paper that is not on the list changes nothing', () => {
    expect(missing('police-report')).toEqual(missing())
  })
})

test('first filter: who needs no app is told so', () => {
  const without = TABLE.lanes.filter(({ app }) => app === false).map(({ id }) => id)
  expect(without).toEqual(['priority', 'no-phone', 'bap', 'group', 'weekend', 'embassy'])
})
