import { z } from 'zod'
import { truncateText } from '../../model/messages/text.ts'
import { mentionsMisconduct } from '../../model/understanding/intent.ts'
import type { NewTicket } from '../engine/conversation.ts'
import { end, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { STORY_LENGTH } from '../engine/limits.ts'
import { t } from '../engine/text.ts'
import { dueDay, todayIn, transcriptStart } from '../shared/due-day.ts'
import { officeOf as officeOfTalk } from '../shared/facts.ts'
import { StoryData, storyText } from '../shared/story.ts'
import { urgencyOf } from '../shared/urgency.ts'
import type { HumanData, HumanStep } from './handle.ts'

/** The ticket by which a question reaches a person, with what was gathered before it came to one. */

/** Categories of the menu entries that a person answers, for the queue and the trends. */
const CATEGORY: Readonly<Record<string, string>> = {
  requirements: 'DOC-UNCLEAR',
  cost: 'PAY-PRICE',
  quota: 'QUO-INFO',
  reschedule: 'SCH-RESCHED',
  status: 'TIM-UNSURE',
  apphelp: 'APP-HOWTO',
}

/** What of the flow that was left goes along, whichever it was. */
const LeftData = z.object({
  parts: StoryData.shape.parts.catch(undefined),
  files: StoryData.shape.files.catch(undefined),
  office: z.string().optional().catch(undefined),
  category: z.string().optional().catch(undefined),
})

function leftData({ state }: StepContext<HumanData>): z.infer<typeof LeftData> {
  return LeftData.parse(state.suspended?.data ?? {})
}

export function ticketOpened(
  at: StepContext<HumanData>,
  { id, number }: { readonly id: string; readonly number: string },
): Transition<HumanData, HumanStep> {
  const stories: readonly StoryData[] = [at.data, leftData(at)]
  const office = officeOf(at)
  const story = stories.map(storyText).filter(Boolean).join('\n\n')
  const urgency = urgencyOf(at, office, story)
  const due = at.data.danger ? todayIn(at.world, office) : (urgency?.due ?? dueDay(at, office))
  const priority = at.data.danger ? 1 : urgency?.priority
  // what was told before it came to a person may speak of wrong-doing as well
  const confidential = at.state.confidential || mentionsMisconduct(story)
  const ticket: NewTicket = {
    id,
    number,
    kind: 'human',
    office,
    category: categoryOf(at, confidential),
    confidential,
    due,
    ...(priority && { priority }),
    story: truncateText(story, STORY_LENGTH),
    files: stories.flatMap(({ files = [] }) => files),
    storyFrom: transcriptStart(at),
  }
  const key = confidential ? 'human.openedConfidential' : 'human.opened'
  // a day and a form are no comfort
  const text = at.data.danger ? t('danger.opened', { number }) : t(key, { number, due: { date: due } })
  const says = [{ text }, ...(urgency ? [{ text: t('urgent.first') }] : [])]
  return end({ effects: [{ do: 'open ticket', ticket }], says })
}

export function officeOf(at: StepContext<HumanData>): string {
  return leftData(at).office ?? officeOfTalk(at).code
}

function categoryOf(at: StepContext<HumanData>, confidential: boolean): string {
  if (at.data.danger) return 'INT-OTHER'
  const known = leftData(at).category ?? CATEGORY[at.data.topic ?? '']
  const category = known ?? (confidential ? 'INT-OTHER' : 'OTH')
  return at.world.categories.some((one) => one.code === category) ? category : 'OTH'
}
