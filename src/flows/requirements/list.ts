import {
  buildChecklist,
  missingItems,
  type Checklist,
  type ChecklistItem,
} from '../../model/requirements/checklist.ts'
import { isTellable } from '../../model/facts/fact.ts'
import type { CardLine, CardOf } from '../../model/messages/card.ts'
import type { StepContext } from '../engine/context.ts'
import { t, type Text, type TextKey } from '../engine/text.ts'
import { doubtNotes, findFact, officeOf, readyAnswerTexts, todayAt } from '../shared/facts.ts'
import { lines } from '../shared/lines.ts'
import type { RequirementsData } from './handle.ts'
import { nameOf } from './people.ts'

/** The take-along list of one person, in words. */

/** Ready answers told with a list at most. */
const TOLD = 3
/** Said of parents who live together: out of place for others. */
const BOTH_PARENTS = ['child-parents', 'child-absent']
/** What the person has just been asked need not be told back. */
const ANSWERED = ['papers-replace', 'papers-when']

const NOTHING: Checklist = { lane: 'app', items: [], cases: [], uncertainCases: [], doubt: null, answers: [] }

export function listOf(at: StepContext<RequirementsData>): Checklist {
  const { library } = at.world
  const office = officeOf(at)
  const { answers = {} } = at.data
  return (
    buildChecklist(library.requirements, answers, library.facts, office.code, todayAt(at, office)) ?? NOTHING
  )
}

export function listText(at: StepContext<RequirementsData>): Text {
  const { items, doubt } = listOf(at)
  const { id = '', band = 'adult' } = at.data
  const having = (need: ChecklistItem['need']) => items.filter((item) => item.need === need)
  const part = (need: ChecklistItem['need'], title: TextKey) =>
    having(need).length > 0 ? [t(title), ...having(need).map((item) => itemText(at, item))] : []
  return lines(
    t('checklist.title', { who: { text: nameOf(at.state, { id, band }) } }),
    ...having('must').map((item) => itemText(at, item)),
    ...part('one of', 'checklist.oneOf'),
    ...part('if', 'checklist.if'),
    missingOf(at).length > 0 ? t('checklist.all') : t('checklist.complete'),
    ...doubtNotes(doubt),
  )
}

function itemText(
  { data }: StepContext<RequirementsData>,
  { id, need, original, copy }: ChecklistItem,
): Text {
  const mark = data.have?.includes(id) ? '✓' : '•'
  const paper = { text: t(`paper.${id}.name`) }
  if (need === 'if') return t('requirements.itemIf', { mark, paper, when: { text: t(`paper.${id}.if`) } })
  // a paper of which a copy is enough says so in its name
  return t(original && !copy ? 'requirements.itemOnly' : 'requirements.item', { mark, paper })
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
    parts: [...part('must', null), ...part('one of', t('checklist.oneOf')), ...part('if', t('checklist.if'))],
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
  const { answers, cases, items, lane } = listOf(at)
  const apart = cases.some((name) => name === 'R-02b' || name === 'R-02c')
  const unfit = [...ANSWERED, ...(apart ? BOTH_PARENTS : [])]
  const fitting = answers.filter((id) => !unfit.includes(id))
  const copies = items.some(({ copy }) => copy) ? ['papers-bring'] : []
  const contact = lane === 'group' && isTellable(findFact(at, 'eazy.contact')) ? ['group-contact'] : []
  return [...laneTexts(at), ...readyAnswerTexts(at, [...fitting.slice(-TOLD), ...contact, ...copies])]
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
