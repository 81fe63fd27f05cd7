import { wordCount } from '../../model/messages/text.ts'
import { readActs } from '../../model/understanding/acts.ts'
import { classifyComplaint } from '../../model/understanding/complaint.ts'
import { mentionsMisconduct } from '../../model/understanding/intent.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import type { Say } from '../engine/conversation.ts'
import { go, type Transition, type TransitionOptions } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { t } from '../engine/text.ts'
import { officesMentioned } from '../shared/office-search.ts'
import { hasStory, storyText } from '../shared/story.ts'
import { guessCategory } from './category-guess.ts'
import type { ComplaintData, ComplaintStep } from './handle.ts'

/** What is still to be asked, in this order: the story, what it is about, the office. What was told already is not asked. */

type At = StepContext<ComplaintData>
type Next = Exclude<Transition<ComplaintData, ComplaintStep>, { kind: 'not understood' }>
export type Gathered = NonNullable<TransitionOptions<ComplaintData>['set']>

/** Offices offered at most for a name that may mean several. */
export const OFFERED = 6

/** Asks for what is missing, or reads back what there is. */
export function nextQuestion(at: At, gathered: Gathered = {}): Next {
  const told: ComplaintData = { ...at.data, ...gathered, editing: false }
  if (!hasStory(told) && !told.about) return toTell(at, { ...gathered, editing: false })
  const set: Gathered = { ...gathered, editing: false, ...categoryTold(at, told), ...officeTold(at, told) }
  const data: ComplaintData = { ...told, ...set }
  const confidential = isConfidential(at, data)
  const says = confidential && !data.reassured ? reassurance(data) : []
  const options = { set: { ...set, ...(confidential && { reassured: true }) }, says, confidential }
  if (!data.category && data.likely) return go('guess', options)
  if (!data.office && isAboutOffice(at, data)) return go(data.offices ? 'officePick' : 'office', options)
  return go('check', options)
}

/** What happened is to be told; who chose something secret from the list hears first who reads it. */
function toTell({ state, data }: At, set: Gathered): Next {
  if (!state.confidential || data.reassured) return go('tell', { set })
  return go('tell', { set: { ...set, reassured: true }, says: [{ text: t('complaint.safe') }] })
}

/** The category that the story speaks of; `OTH` where nothing is likely enough to choose from. */
function categoryTold({ world }: At, data: ComplaintData): Gathered {
  // a photo alone says nothing of its subject: what is told later may
  if ((data.category && !data.guessed) || storyText(data) === '') return {}
  const guess = guessCategory(world, storyText(data))
  if ('category' in guess) return { ...categorySet(world, guess.category), guessed: true }
  if (data.category) return {}
  return guess.likely.length > 0 ? { likely: guess.likely } : { ...categorySet(world, 'OTH'), guessed: true }
}

export function categorySet({ categories }: At['world'], category: string): Gathered {
  const group = categories.find((one) => one.code === category)?.group
  return { category, guessed: false, ...(group && { group }) }
}

/** The office named in what was told, here or before; several of one name are to choose from. */
function officeTold(at: At, data: ComplaintData): Gathered {
  if (data.office) return {}
  const told = [storyText(data), ...(data.before ?? [])].join('\n')
  const { offices } = officesMentioned(at, told)
  const [only, ...others] = offices
  if (!only || offices.length > OFFERED) return {}
  return others.length === 0 ? { office: only.code } : { offices: offices.map(({ code }) => code) }
}

/** The app and swindlers on the telephone belong to no office. */
function isAboutOffice({ world }: At, { category, group }: ComplaintData): boolean {
  const held = group ?? world.categories.find((one) => one.code === category)?.group
  return held !== 'app' && category !== 'INT-SCAM'
}

function isConfidential({ state, world }: At, data: ComplaintData): boolean {
  const category = world.categories.find((one) => one.code === data.category)
  const story = storyText(data)
  return state.confidential || category?.confidential === true || isForFewEyes(story)
}

/** Does a story speak of wrong-doing, or ask that nobody hears of it? Then only supervisors may read it. */
export function isForFewEyes(story: string): boolean {
  return mentionsMisconduct(story) || readActs(story).has('secrecy', SECRET)
}

/** As sure as this somebody does not want to be named (0–1). */
const SECRET = 0.6

/** Brokers and swindlers: the next transfer may still be stopped. */
const OFFERS = ['INT-CALO', 'INT-SCAM']

/** Who reads it and who does not, before anything is asked. */
function reassurance(data: ComplaintData): readonly Say[] {
  const afraid = readActs(storyText(data)).has('secrecy', SECRET)
  const offered = OFFERS.includes(data.category ?? '') ? [{ text: t('complaint.doNotPay') }] : []
  return [{ text: t(afraid ? 'complaint.safeName' : 'complaint.safe') }, ...offered]
}

/** The same, with something said before it. */
export function withSays<N extends Transition<ComplaintData, ComplaintStep>>(
  next: N,
  says: readonly Say[],
): N {
  if (next.kind === 'not understood' || says.length === 0) return next
  return { ...next, says: [...says, ...(next.says ?? [])] }
}

/** Words that complain: from them on what somebody wrote before "mau lapor" is their story. */
const STORY_WORDS = 4
const LIKELY = 0.4

export function isComplaint(text: string): boolean {
  if (wordCount(normalise(text)) < STORY_WORDS) return false
  if (mentionsMisconduct(text)) return true
  return !readActs(text).has('question', 0.7) && classifyComplaint(text).confidence >= LIKELY
}
