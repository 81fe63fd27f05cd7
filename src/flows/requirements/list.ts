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
import {
  doubtNotes,
  findFact,
  officeOf,
  readyAnswersAlone,
  readyAnswerTexts,
  todayAt,
} from '../shared/facts.ts'
import { lines } from '../shared/lines.ts'
import { figures } from './figures.ts'
import type { RequirementsData } from './handle.ts'
import { comesStraight, nameOf } from './people.ts'

/** The take-along list of one person, in words. */

/** Ready answers told after a list at most. */
const TOLD = 1
/** Said before the list, of parents who live together: out of place for others. */
const BOTH_PARENTS = 'child-parents'
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

/** The list as words. Papers that only some need stand on the picture. */
export function listText(at: StepContext<RequirementsData>): Text {
  const { items, doubt } = listOf(at)
  const { id = '', band = 'adult', have = [] } = at.data
  const having = (need: ChecklistItem['need']) => items.filter((item) => item.need === need)
  const oneOf = having('one of')
  const complete = items.length > 0 && missingOf(at).length === 0
  return lines(
    t('checklist.title', { who: { text: nameOf(at.state, { id, band }) } }),
    ...having('must').map((item) => itemText(have, item)),
    oneOf.length > 0
      ? t('checklist.oneOf', { papers: { list: oneOf.map((item) => namedText(have, item)) } })
      : null,
    complete ? t('checklist.complete') : otherwiseText(at),
    ...doubtNotes(doubt),
  )
}

/** A first reply has room for these only: what is most often another case, and costs a second way to the office. */
const OFTEN_OTHERWISE: ReadonlySet<string> = new Set(['old', 'parents'])

/** What was taken for given, so that who is another case says so. */
function otherwiseText(at: StepContext<RequirementsData>): Text | null {
  const isFirst = at.state.lastSaid.length === 0
  const assumed = assumedOf(at).filter((id) => !isFirst || OFTEN_OTHERWISE.has(id))
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

/** Said once before the list: the way in, and that both parents come. What else belongs to the case is told after the list. */
export function introTexts(at: StepContext<RequirementsData>): readonly Text[] {
  const told = comesStraight(at.data.band) ? [] : laneTexts(at)
  const both = areTogether(at) && listOf(at).answers.includes(BOTH_PARENTS) ? [BOTH_PARENTS] : []
  return [...told, ...readyAnswersAlone(at, both), ...(tellsCaseWithList(at) ? caseTexts(at) : [])]
}

/**
 * A case of its own: what belongs to it is told with the list at once, where there is room for it: not in a first reply, beside
 * the way of those who come straight, or after what was put aside.
 */
export function tellsCaseWithList(at: StepContext<RequirementsData>): boolean {
  const { what = '', special = 'none', absent } = at.data.answers ?? {}
  const isParticular = ['lost', 'damaged'].includes(what) || special !== 'none' || absent !== undefined
  const hasRoom = at.state.lastSaid.length > 0 && at.state.suspended === null
  return isParticular && hasRoom && !comesStraight(at.data.band)
}

/** Said on the way from the list to what comes next: what belongs to this case. */
export function caseTexts(at: StepContext<RequirementsData>): readonly Text[] {
  const { answers, lane } = listOf(at)
  const unfit = [...ANSWERED, BOTH_PARENTS, ...(areTogether(at) ? [] : ['child-absent'])]
  const fitting = answers.filter((id) => !unfit.includes(id))
  if (comesStraight(at.data.band)) return readyAnswerTexts(at, ['priority-how', 'priority-places'])
  const absent = at.data.answers?.['absent'] ? ['child-absent'] : []
  const contact = lane === 'group' && isTellable(findFact(at, 'eazy.contact')) ? ['group-contact'] : []
  return readyAnswerTexts(at, [...absent, ...contact, ...fitting.slice(-TOLD)].slice(0, TOLD))
}

function areTogether(at: StepContext<RequirementsData>): boolean {
  return !listOf(at).cases.some((name) => name === 'R-02b' || name === 'R-02c')
}

/** Where to go when it is not the app. */
export function laneTexts(at: StepContext<RequirementsData>): readonly Text[] {
  const { lane } = listOf(at)
  return lane === 'app' ? [] : [t(`lane.told.${lane}`)]
}

/** Does this person need the app? */
export function usesApp(at: StepContext<RequirementsData>): boolean {
  const { way } = at.data
  return listOf(at).lane === 'app' && !comesStraight(at.data.band) && way !== 'no-phone' && way !== 'weekend'
}
