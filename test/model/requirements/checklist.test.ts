import { describe, expect, test } from 'vitest'
import { buildChecklist, missingItems } from '../../../src/model/requirements/checklist.ts'
import type { CaseAnswers, RequirementsTable } from '../../../src/model/requirements/table.ts'
import { fact, FACTS, seeded } from '../library.ts'

const TABLE = seeded<RequirementsTable>('requirements')
const TODAY = '2026-11-21'

const list = (answers: CaseAnswers, facts = FACTS, office = 'KPG') =>
  buildChecklist(TABLE, answers, facts, office, TODAY)!
const ids = (answers: CaseAnswers, need: string) =>
  list(answers)
    .items.filter((item) => item.need === need)
    .map(({ id }) => id)

const NEW = { who: 'adult', what: 'new', special: 'none' }
const BIRTH = ['birth-certificate', 'marriage-book', 'diploma', 'baptism-letter']
const CHILD = { who: 'child', what: 'new', dual: 'no', parents: 'together', trip: 'parents' }

describe('papers by case', () => {
  test('R-01 a first passport for a grown-up', () => {
    expect(ids(NEW, 'must')).toEqual(['ektp', 'kk'])
    expect(ids(NEW, 'one of')).toEqual(BIRTH)
    expect(ids(NEW, 'if')).toEqual(['gap-letter', 'name-change-decree', 'naturalisation', 'old-passport'])
    expect(list(NEW)).toMatchObject({ lane: 'app', cases: ['R-01'], uncertainCases: [] })
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
    expect(list(answers)).toMatchObject({ lane: 'bap', uncertainCases: [] })
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
        uncertainCases: [`child-${what}`],
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
