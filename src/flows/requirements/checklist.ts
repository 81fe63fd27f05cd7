import { readYesNo } from '../../model/understanding/answers/yes-no.ts'
import { end, go, notUnderstood, open, type Option } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import type { FlowTarget } from '../engine/handle.ts'
import { apphelpHandle } from '../apphelp/handle.ts'
import { costHandle } from '../cost/handle.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { officeHandle } from '../office/handle.ts'
import { askPersonOption } from '../shared/ask-person.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import { toldQuestion } from '../shared/story.ts'
import type { RequirementsData, RequirementsStep } from './handle.ts'
import { assumedOf, caseTexts, listOf, listText, missingOf, usesApp } from './list.ts'
import { paperOption, tickAll } from './tick.ts'

/** The list in hand: "what if I do not have it" for each paper, and where to go from there. */

type At = StepContext<RequirementsData>
type Choice = Option<RequirementsData, RequirementsStep>

/** Papers offered at once, besides "more" and "back". */
const PAGE = 5

export const doubt = choiceQuestion<RequirementsData, RequirementsStep>({
  prompt: ({ data }) => ({
    text: t('checklist.doubt'),
    options: [
      askPersonOption('requirements', toldQuestion(data)),
      { id: 'no', label: t('doubt.no'), hears: 'doubt.no', to: go('next') },
    ],
  }),
})

const NEXT = { id: 'next', label: t('requirements.next'), hears: 'requirements.next' } as const

/** From the list to what comes next, with what belongs to the case. */
function nextOption(at: At): Choice {
  const says = at.data.caseTold ? [] : caseTexts(at).map((text) => ({ text }))
  return { ...NEXT, to: go('next', { set: { page: 0 }, says }) }
}

const HOW: Choice = {
  id: 'which',
  label: t('checklist.how'),
  hears: 'requirements.how',
  to: go('which', { set: { page: 0 } }),
}
const TICK: Choice = {
  id: 'tick',
  means: 'no',
  label: t('requirements.tick'),
  hears: 'requirements.tick',
  to: go('tick', { set: { passed: [] } }),
}
/** Questions that were not asked, asked now. */
function different(at: At): readonly Choice[] {
  if (assumedOf(at).length === 0) return []
  const to = go<RequirementsData, RequirementsStep>('ask', { set: { asksAll: true, introduced: false } })
  return [{ id: 'different', label: t('requirements.different'), hears: 'requirements.different', to }]
}

const ALL: Choice = { id: 'all', means: 'done', label: t('requirements.all'), hears: 'requirements.all' }

export const list = choiceQuestion<RequirementsData, RequirementsStep>({
  prompt: (at) => ({
    text: listText(at),
    options: missingOf(at).length > 0 ? [ALL, TICK, ...different(at), nextOption(at)] : [nextOption(at), HOW],
  }),
  onPick: (at) => tickAll(at),
  // "Ada yang lain?" "Tidak ada": on to what comes next
  onText: (_, text) => (readYesNo(text) === 'no' ? go('next', { set: { page: 0 } }) : notUnderstood),
  onMedia: refusePhoto(),
})

export const which = choiceQuestion<RequirementsData, RequirementsStep>({
  prompt: (at) => ({
    text: t('requirements.which'),
    options: [
      ...pageOf(at).map((id) => paperOption(at, id)),
      ...(listOf(at).items.length > PAGE ? [OTHER_PAPERS] : []),
      BACK_TO_LIST,
    ],
  }),
  onPick: (at, id) => {
    if (id === OTHER_PAPERS.id) return go('which', { set: { page: nextPage(at) } })
    return go('which', { says: [{ text: t(`paper.${id}.without`) }] })
  },
  onMedia: refusePhoto(),
})

/** One paper in plain words: what if it is not there. */
export const paper = choiceQuestion<RequirementsData, RequirementsStep>({
  prompt: (at) => ({
    text: t('requirements.about', {
      paper: { text: t(`paper.${at.data.paper ?? 'ektp'}.name`) },
      about: { text: t(`paper.${at.data.paper ?? 'ektp'}.without`) },
    }),
    options: at.data.answers ? [BACK_TO_LIST, { ...NEXT, to: go('next') }] : [],
  }),
  onMedia: refusePhoto(),
})

const BACK_TO_LIST: Choice = {
  id: 'list',
  label: t('requirements.backToList'),
  hears: 'requirements.backToList',
  to: go('list'),
}
const OTHER_PAPERS: Choice = {
  id: 'more',
  label: t('requirements.otherPapers'),
  hears: 'requirements.otherPapers',
}

function pageOf(at: At): readonly string[] {
  const page = at.data.page ?? 0
  return listOf(at)
    .items.slice(page * PAGE, (page + 1) * PAGE)
    .map(({ id }) => id)
}

/** After the last page comes the first. */
function nextPage(at: At): number {
  const next = (at.data.page ?? 0) + 1
  return next * PAGE < listOf(at).items.length ? next : 0
}

/** Where to go from here: what fits the way in comes first. */
export const next = choiceQuestion<RequirementsData, RequirementsStep>({
  topics: true,
  prompt: (at) => ({
    text: t('requirements.then'),
    options: [...(usesApp(at) ? [GUIDE] : []), priceOption(at), ...ONWARD],
  }),
  onMedia: refusePhoto(),
})

const GUIDE: Choice = {
  id: 'apphelp',
  label: t('requirements.guide'),
  hears: 'requirements.guide',
  to: open(apphelpHandle.start()),
}
const ONWARD: readonly Choice[] = [
  { id: 'office', label: t('menu.office'), hears: 'requirements.office', to: open(officeHandle.start()) },
  { id: 'person', label: t('requirements.newPerson'), hears: 'requirements.otherPerson', to: go('who') },
  { id: 'done', label: t('ticket.enough'), hears: 'requirements.done', to: end({ after: 'menu' }) },
]

function priceOption(at: At): Choice {
  return { id: 'cost', label: t('menu.cost'), hears: 'requirements.cost', to: open(priceTarget(at)) }
}

/** The price, with what is known of the case already. */
function priceTarget({ data }: At): FlowTarget {
  const { who, what } = data.answers ?? {}
  if (who === 'group') return costHandle.start()
  const why = what === 'lost' || what === 'damaged' ? what : 'none'
  const express = data.way === 'express' && why === 'none'
  return costHandle.at('price', { ...((who === 'adult' || who === 'child') && { who }), why, express })
}
