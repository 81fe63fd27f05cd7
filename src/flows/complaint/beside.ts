import { classifyComplaint } from '../../model/understanding/complaint.ts'
import type { ComplaintLabel } from '../../model/understanding/labels.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { wordCount } from '../../model/messages/text.ts'
import { go, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { dueDay } from '../shared/due-day.ts'
import { storyText } from '../shared/story.ts'
import { guessCategory } from './category-guess.ts'
import type { ComplaintData, ComplaintStep } from './handle.ts'
import { isForFewEyes } from './next.ts'

/** A dirty toilet told in the same breath as a bribe: its own open ticket, so that somebody may clean it. */

/** Matters of the house, not of people: a sentence about one of these stands for itself. */
const OF_THE_HOUSE: readonly ComplaintLabel[] = ['facility_access']
/** Only what names a thing: whoever is meant by other words might be known by them. */
const THINGS =
  /\b(?:toilet|wc|kamar mandi|kursi|ac|kipas|panas|pengap|parkir\w*|kotor|bau|ruang\w*|lift|mushol\w*|air|atap|lampu|loket)\b/
const SURE = 0.75
const LEAST_WORDS = 3

/** The sentences of a confidential story that speak of an ordinary matter and of nothing else; null without any. */
export function ordinaryBeside({ state, data }: StepContext<ComplaintData>): string | null {
  if (!state.confidential || data.beside) return null
  const sentences = storyText(data).split(/[.!?;\n]+|\b(?:terus|trus|trs|oh iya|oh ya|btw)\b/i)
  const own = sentences.map((one) => one.trim()).filter(isOfTheHouse)
  return own.length > 0 && own.length < sentences.filter((one) => one.trim()).length ? own.join('. ') : null
}

function isOfTheHouse(sentence: string): boolean {
  if (wordCount(sentence) < LEAST_WORDS || isForFewEyes(sentence)) return false
  const { category, confidence } = classifyComplaint(sentence)
  return OF_THE_HOUSE.includes(category) && confidence >= SURE && THINGS.test(normalise(sentence))
}

/** Opened before the confidential one, so that what is written next belongs to that. */
export function besideOpened(
  at: StepContext<ComplaintData>,
  { id, number }: { readonly id: string; readonly number: string },
): Transition<ComplaintData, ComplaintStep> {
  const { world, data } = at
  const office = data.office ?? world.office
  const story = ordinaryBeside(at) ?? ''
  const guess = guessCategory(world, story)
  const category = 'category' in guess ? guess.category : (guess.likely[0] ?? 'OTH')
  const ticket = {
    id,
    number,
    kind: 'complaint',
    office,
    category,
    confidential: false,
    due: dueDay(at, office),
    story,
    files: [],
    // nothing of the talk goes along: it tells of the other matter
    storyFrom: world.now + 1,
  } as const
  return go('open', { set: { beside: number }, effects: [{ do: 'open ticket', ticket }] })
}
