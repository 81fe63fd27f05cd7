import { countdownNotice } from '../cost/countdown.ts'
import type { Input } from './conversation.ts'
import { startFlow } from './transition.ts'
import type { Notice } from './notice-kinds.ts'
import { currentPrompt, reprompt } from './prompt.ts'
import { quotaOpenedNotice, watchEndedNotice as quotaWatchEndedNotice } from '../quota/notices.ts'
import { stepContext, slotsOf, remember, say, isFlowActive, type TurnContext } from './turn-context.ts'
import type { StepContext } from './flow.ts'
import { visitNotice } from '../reschedule/reminders.ts'
import { lookAgainNotice, statusChangedNotice, watchEndedNotice } from '../status/notices.ts'

/** What comes without having been asked for: reminders, places that opened, a status that changed. */

type Happening = Exclude<Input, { kind: 'message' | 'query result' | 'ticket changed' }>
type Reminder = Extract<Input, { kind: 'reminder' }>

/** Reminders by their name: a flow that sets one adds its line here. `null`: there is nothing left to tell. */
const REMINDERS: Readonly<Record<string, (at: StepContext, reminder: Reminder) => Notice | null>> = {
  pay: countdownNotice,
  'quota watch': quotaWatchEndedNotice,
  status: lookAgainNotice,
  'status watch': watchEndedNotice,
  visit: visitNotice,
}

/** Tells it. A flow under way goes on: its question is put again; nobody is led away from what they were doing. */
export function deliverNotice(turn: TurnContext, what: Happening): void {
  const news = newsOf(stepContext(turn), what)
  if (!news) return
  if (news.slots) remember(turn, { slots: { ...slotsOf(turn.state), ...news.slots } })
  if (!isFlowActive(turn) && turn.state.flow !== 'rating') return startFlow(turn, news.target)
  say(turn, { text: news.text })
  if (currentPrompt(turn)) reprompt(turn)
}

function newsOf(at: StepContext, what: Happening): Notice | null {
  switch (what.kind) {
    case 'reminder':
      return REMINDERS[what.name]?.(at, what) ?? null
    case 'quota opened':
      return quotaOpenedNotice(at, what)
    case 'application changed':
      return statusChangedNotice(at, what)
  }
}
