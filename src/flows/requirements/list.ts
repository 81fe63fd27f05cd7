import {
  buildChecklist,
  missingItems,
  type Checklist,
  type ChecklistItem,
} from '../../model/requirements/checklist.ts'
import { isTellable } from '../../model/facts/fact.ts'
import { withAssumptions } from '../../model/requirements/table.ts'
import type { CardLine, CardOf } from '../../model/messages/card.ts'
import type { StepContext } from '../engine/context.ts'
import { t, type Text } from '../engine/text.ts'
import { doubtNotes, findFact, officeOf, readyAnswerTexts, todayAt } from '../shared/facts.ts'
import { lines } from '../shared/lines.ts'
import { figures } from './figures.ts'
import type { RequirementsData } from './handle.ts'
import { nameOf } from './people.ts'

/** The take-along list of one person, in words. */

/** Ready answers told with a list at most. */
const TOLD = 1
/** Said of parents who live together: out of place for others. */
const BOTH_PARENTS = ['child-parents', 'child-absent']
/** What the person has just been asked need not be told back. */
const ANSWERED = ['papers-replace', 'papers-when']

const NOTHING: Checklist = { lane: 'app', items: [], cases: [], uncertainCases: [], doubt: null, answers: [] }

export function listOf(at: StepContext<RequirementsData>): Checklist {
  const { library } = at.world
  const office = officeOf(at)
  const { answers = {} } = at.data
  const assumed = withAssumptions(library.requirements, answers)
  return (
    buildChecklist(library.requirements, assumed, library.facts, office.code, todayAt(at, office)) ?? NOTHING
  )
}

/** Papers that only some need, named in the list at most; all of them stand on the picture. */
const SOMETIMES = 2

export function listText(at: StepContext<RequirementsData>): Text {
  const { items, doubt } = listOf(at)
  const { id = '', band = 'adult', have = [] } = at.data
  const having = (need: ChecklistItem['need']) => items.filter((item) => item.need === need)
  const oneOf = having('one of')
  const sometimes = having('if').slice(0, SOMETIMES)
  const complete = items.length > 0 && missingOf(at).length === 0
  return lines(
    t('checklist.title', { who: { text: nameOf(at.state, { id, band }) } }),
    ...having('must').map((item) => itemText(have, item)),
    oneOf.length > 0
      ? t('checklist.oneOf', { papers: { list: oneOf.map((item) => namedText(have, item)) } })
      : null,
    sometimes.length > 0
      ? t('checklist.if', { papers: { list: sometimes.map((item) => t(`paper.${item.id}.name`)) } })
      : null,
    complete ? t('checklist.complete') : otherwiseText(at),
    ...doubtNotes(doubt),
  )
}

/** What was taken for given, so that who is another case says so. */
function otherwiseText(at: StepContext<RequirementsData>): Text | null {
  const assumed = assumedOf(at)
  if (assumed.length === 0) return null
  return t('requirements.otherwise', {
    cases: { list: assumed.map((id) => t(`case.${id}.otherwise`, figures(at, id))) },
  })
}

/** Questions of the table that were not asked, as what holds for most is taken for given. */
export function assumedOf({ data, world }: StepContext<RequirementsData>): readonly string[] {
  const { answers = {} } = data
  const all = withAssumptions(world.library.requirements, answers)
  return Object.keys(all).filter((id) => !(id in answers))
}

function itemText(have: readonly string[], { id, original, copy }: ChecklistItem): Text {
  const mark = have.includes(id) ? '✓' : '•'
  // a paper of which a copy is enough says so in its name
  const key = original && !copy ? 'requirements.itemOnly' : 'requirements.item'
  return t(key, { mark, paper: { text: t(`paper.${id}.name`) } })
}

function namedText(have: readonly string[], { id }: ChecklistItem): Text {
  const name = t(`paper.${id}.name`)
  return have.includes(id) ? t('requirements.item', { mark: '✓', paper: { text: name } }) : name
}

/** The same list as a picture to keep. */
export function listCard(at: StepContext<RequirementsData>): CardOf<Text> {
  const { items } = listOf(at)
  const { id = '', band = 'adult' } = at.data
  const part = (need: ChecklistItem['need'], heading: Text | null) => {
    const lines = items.filter((item) => item.need === need).map((item) => cardLine(at, item))
    return lines.length > 0 ? [{ heading, lines }] : []
  }
  return {
    title: t('checklist.card', { who: { text: nameOf(at.state, { id, band }) } }),
    parts: [
      ...part('must', null),
      ...part('one of', t('checklist.cardOneOf')),
      ...part('if', t('checklist.cardIf')),
    ],
  }
}

function cardLine(
  { data }: StepContext<RequirementsData>,
  { id, need, icon, original, copy }: ChecklistItem,
): CardLine<Text> {
  const bring = t(original && !copy ? 'checklist.original' : 'checklist.both')
  const have = data.have?.includes(id) ?? false
  return { icon, text: t(`paper.${id}.name`), note: need === 'if' ? t(`paper.${id}.if`) : bring, have }
}

/** What still has to be found; papers of which one will do stand together. */
export function missingOf(at: StepContext<RequirementsData>): readonly (readonly ChecklistItem[])[] {
  const items = missingItems(listOf(at), new Set(at.data.have))
  const groups = new Map<string, ChecklistItem[]>()
  for (const item of items) {
    const name = item.group ?? item.id
    groups.set(name, [...(groups.get(name) ?? []), item])
  }
  return [...groups.values()]
}

/** Said once before the list: the way in, then what belongs to this case. */
export function introTexts(at: StepContext<RequirementsData>): readonly Text[] {
  const { answers, cases, lane } = listOf(at)
  const apart = cases.some((name) => name === 'R-02b' || name === 'R-02c')
  const unfit = [...ANSWERED, ...(apart ? BOTH_PARENTS : [])]
  const fitting = answers.filter((id) => !unfit.includes(id))
  const absent = at.data.answers?.['absent'] ? ['child-absent'] : []
  const contact = lane === 'group' && isTellable(findFact(at, 'eazy.contact')) ? ['group-contact'] : []
  const told = [...absent, ...contact, ...fitting.slice(-TOLD)].slice(0, TOLD)
  return [...laneTexts(at), ...readyAnswerTexts(at, told)]
}

/** Where to go when it is not the app. */
export function laneTexts(at: StepContext<RequirementsData>): readonly Text[] {
  const { lane } = listOf(at)
  return lane === 'app' ? [] : [t(`lane.told.${lane}`)]
}

/** Does this person need the app? */
export function usesApp(at: StepContext<RequirementsData>): boolean {
  const { band = 'adult', way } = at.data
  const straight = band === 'elderly' || band === 'toddler' || band === 'frail'
  return listOf(at).lane === 'app' && !straight && way !== 'no-phone' && way !== 'weekend'
}
