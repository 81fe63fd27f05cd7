import type { InboundContent } from '../../model/messages/content.ts'
import { phraseSet, matchesPhrase } from '../../model/understanding/normalise.ts'
import { interruptionOf } from './interruption.ts'
import { slotsOf, remember, say, isFlowActive, type TurnContext } from './turn-context.ts'
import { t } from './flow.ts'

const STOP = phraseSet(
  'berhenti, stop, jangan ingatkan lagi, jangan kabari lagi, berhenti ingatkan, berhenti kabari, stop reminding me, unsubscribe',
)

/** Everything that writes to a person unasked. */
const REMINDERS = ['visit', 'status', 'status watch', 'pay', 'quota watch']

/** "Berhenti" while nothing is under way: no more reminders and news of any kind. */
export function optOut(turn: TurnContext, content: InboundContent): boolean {
  if (content.kind !== 'text' || !matchesPhrase(content.text, STOP)) return false
  if (isFlowActive(turn) || interruptionOf(turn)) return false
  for (const name of REMINDERS) turn.effects.push({ do: 'stop reminding', name })
  for (const what of ['applications', 'quota'] as const) turn.effects.push({ do: 'stop watching', what })
  // a countdown or a watch that is no more must not be shown as running
  remember(turn, {
    slots: { ...slotsOf(turn.state), payUntil: undefined, watch: undefined, watched: undefined },
  })
  say(turn, { text: t('notices.stopped') })
  return true
}
