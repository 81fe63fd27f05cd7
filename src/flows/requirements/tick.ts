import type { ChecklistItem } from '../../model/requirements/checklist.ts'
import { go, type Option, type Prompt, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import type { FlowData } from '../engine/handle.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { wordsForRow } from '../shared/row-words.ts'
import type { RequirementsData, RequirementsStep } from './handle.ts'
import { listOf, missingOf } from './list.ts'
import { withPerson } from './people.ts'

/** Ticking a list off, one paper after the other or all at once; what is there is kept with the person. */

type At = StepContext<RequirementsData>
type Next = Transition<RequirementsData, RequirementsStep>
type Choice = Option<RequirementsData, RequirementsStep>

const HOW: Choice = { id: 'how', label: t('checklist.how'), hears: 'requirements.how' }
const LACK: Choice = { id: 'lack', means: 'no', label: t('checklist.lack'), hears: 'requirements.lack' }

/** One paper after the other; of papers that stand for each other, which one. */
export const tick = choiceQuestion<RequirementsData, RequirementsStep>({
  topics: true,
  prompt(at) {
    const papers = askedPapers(at)
    return papers.length > 1 ? alternatives(at, papers) : onePaper(papers[0])
  },
  onPick(at, id) {
    const papers = askedPapers(at)
    if (id === 'how')
      return go('tick', { says: papers.slice(0, 1).map((paper) => ({ text: t(`paper.${paper}.without`) })) })
    if (id === 'lack') return tickNext(at, { passed: [...(at.data.passed ?? []), ...papers] })
    return tickNext(at, { have: [...(at.data.have ?? []), id] })
  },
})

/** A paper by its name and what people call it. */
export function paperOption({ world }: At, id: string): Choice {
  return { id, label: t(`paper.${id}.name`), ...wordsForRow(world, `paper.${id}`) }
}

function alternatives(at: At, papers: readonly string[]): Prompt<RequirementsData, RequirementsStep> {
  const options = papers.map((id) => paperOption(at, id))
  return { text: t('requirements.oneOf'), options: [...options, LACK, HOW] }
}

function onePaper(id = ''): Prompt<RequirementsData, RequirementsStep> {
  return {
    text: t('requirements.haveIt', { paper: { text: t(`paper.${id}.name`) } }),
    options: [{ id, means: 'yes', label: t('checklist.have'), hears: 'requirements.have' }, LACK, HOW],
  }
}

/** The papers now asked for: the first that is missing and was not passed over. */
function askedPapers(at: At): readonly string[] {
  const missing = missingOf(at)
  const asked = missing.find((unit) => !wasAsked(at, unit)) ?? missing[0] ?? listOf(at).items.slice(0, 1)
  return asked.map(({ id }) => id)
}

/** Was each of these papers passed over in this round? */
function wasAsked({ data }: At, papers: readonly ChecklistItem[]): boolean {
  return papers.every(({ id }) => data.passed?.includes(id))
}

function tickNext(at: At, set: Pick<RequirementsData, 'passed' | 'have'>): Next {
  const now = { ...at, data: { ...at.data, ...set } }
  const kept = { set, slots: keptPerson(now) }
  const missing = missingOf(now)
  if (missing.length === 0) return go('next', { ...kept, says: [{ text: t('checklist.complete') }] })
  if (missing.some((unit) => !wasAsked(now, unit))) return go('tick', kept)
  return go('list', { ...kept, says: [{ text: t('checklist.left', { count: missing.length }) }] })
}

/** "I have them all": of papers that stand for each other the first is ticked for all. */
export function tickAll(at: At): Next {
  const firsts = missingOf(at).flatMap((unit) => unit.slice(0, 1))
  const have = [...(at.data.have ?? []), ...firsts.map(({ id }) => id)]
  const now = { ...at, data: { ...at.data, have } }
  return go('next', { set: { have }, slots: keptPerson(now), says: [{ text: t('checklist.complete') }] })
}

function keptPerson({ state, data }: At): FlowData {
  const { id = '1', band = 'adult', way, answers = {}, have = [] } = data
  return withPerson(state, { id, band, answers, have, ...(way && { way }) })
}
