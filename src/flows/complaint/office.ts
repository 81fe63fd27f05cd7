import { go, type Transition, type TransitionOptions } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { t, type TextKey } from '../engine/text.ts'
import { officesTyped, servedTexts } from '../shared/office-search.ts'
import { hasStory } from '../shared/story.ts'
import { askCategory } from './category-guess.ts'
import { onEarlyText } from './early-story.ts'
import type { ComplaintData, ComplaintStep } from './handle.ts'

/** Which office a complaint is about. */

type Next = Transition<ComplaintData, ComplaintStep>
type Gathered = TransitionOptions<ComplaintData>['set']

/** Offices offered at most for a name that may mean several. */
const OFFERED = 6

export function officeKey(data: ComplaintData): TextKey {
  if (data.editing) return 'complaint.officeOnly'
  return hasStory(data) ? 'complaint.officeTold' : 'complaint.office'
}

/** A typed office; a whole sentence is kept as the beginning of the story, whether it names one or not. */
export function onOfficeText(at: StepContext<ComplaintData>, text: string): Next {
  const kept = onEarlyText(at, text)
  const set = kept.kind === 'stay' ? kept.set : undefined
  const { offices, regions } = officesTyped(at, text)
  const [only, ...others] = offices
  if (!only) return kept
  if (others.length === 0) {
    const next = officeChosen(at, only.code, set)
    return next.kind === 'go'
      ? { ...next, says: [...servedTexts(only, regions), ...(next.says ?? [])] }
      : next
  }
  if (offices.length > OFFERED)
    return go('officeName', { set, says: [{ text: t('office.tooMany', { count: offices.length }) }] })
  return go('officePick', { set: { ...set, offices: offices.map(({ code }) => code) } })
}

export function officeChosen(at: StepContext<ComplaintData>, office: string, kept?: Gathered): Next {
  if (at.data.editing) return go('check', { set: { ...kept, office, editing: false } })
  return askCategory(at, { ...kept, office })
}
