import { wordCount } from '../../model/messages/text.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { go, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { t, type Text } from '../engine/text.ts'
import { officesMentioned, officesTyped, servedTexts } from '../shared/office-search.ts'
import { addText, hasStory } from '../shared/story.ts'
import { onEarlyText } from './early-story.ts'
import type { ComplaintData, ComplaintStep } from './handle.ts'
import { nextQuestion, OFFERED, withSays, type Gathered } from './next.ts'

/** Which office a complaint is about. */

type At = StepContext<ComplaintData>
type Next = Transition<ComplaintData, ComplaintStep>

/** More words than this tell something beside a name, and more than that do not only correct. */
const NAME_WORDS = 4
const CORRECTION_WORDS = 6

export function officeText({ data }: StepContext<ComplaintData>): Text {
  if (data.editing || data.reassured) return t('complaint.officeOnly')
  return t(hasStory(data) ? 'complaint.officeTold' : 'complaint.officeOnly')
}

/** "Di Maumere" says where, and not what. */
export function officeAlone(at: At, text: string): string | undefined {
  return officesAlone(at, text)?.office
}

/** The same where several may be meant: they are to choose from later. */
export function officesAlone(at: At, text: string): Gathered | null {
  if (wordCount(normalise(text)) > NAME_WORDS) return null
  const codes = officesTyped(at, text).offices.map(({ code }) => code)
  const [only, ...others] = codes
  if (!only || codes.length > OFFERED) return null
  return others.length === 0 ? { office: only } : { offices: codes }
}

/** Another office than the one noted down, in few words. */
export function officeInstead(at: At, text: string): string | undefined {
  if (wordCount(normalise(text)) > CORRECTION_WORDS) return undefined
  const noted = at.data.office ?? at.world.office
  const [only, ...others] = officesMentioned(at, text).offices.filter(({ code }) => code !== noted)
  return others.length === 0 ? only?.code : undefined
}

/** A typed office; a whole sentence is kept as more of the story, whether it names one or not. */
export function onOfficeText(at: StepContext<ComplaintData>, text: string): Next {
  const kept = onEarlyText(at, text)
  const set = kept.kind === 'stay' && wordCount(normalise(text)) > NAME_WORDS ? kept.set : undefined
  const { offices, regions } = officesTyped(at, text)
  const [only, ...others] = offices
  // what is not found a second time is left to the officers: nobody is held up by a name
  if (!only && at.state.misses > 0)
    return nextQuestion(at, { ...addText(at.data, text).set, last: undefined, office: at.world.office })
  if (!only) return kept
  if (others.length === 0)
    return withSays(nextQuestion(at, { ...set, office: only.code }), servedTexts(only, regions))
  if (offices.length > OFFERED)
    return go('officeName', { set, says: [{ text: t('office.tooMany', { count: offices.length }) }] })
  return go('officePick', { set: { ...set, offices: offices.map(({ code }) => code) } })
}
