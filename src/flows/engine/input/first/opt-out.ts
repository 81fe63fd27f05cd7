import type { InboundContent } from '../../../../model/messages/content.ts'
import { matchesPhrase } from '../../../../model/understanding/normalise.ts'
import { t } from '../../text.ts'
import type { Turn } from '../../turn.ts'

/** "Berhenti" while nothing is under way: no more reminders and news of any kind. */
export function optOut(turn: Turn, content: InboundContent): boolean {
  if (content.kind !== 'text' || !matchesPhrase(content.text, turn.world.hears['optOut'])) return false
  if (turn.isFlowActive || turn.memory.interruption) return false
  const flows = [...turn.registry.flows.values()]
  for (const name of flows.flatMap(({ reminders = {} }) => Object.keys(reminders)))
    turn.cause({ do: 'stop reminding', name })
  for (const what of flows.flatMap(({ subscriptions = [] }) => subscriptions))
    turn.cause({ do: 'stop watching', what })
  for (const slot of flows.flatMap(({ slots = [] }) => slots))
    if (slot.forgetOnOptOut) turn.keepSlots(slot.set(undefined))
  turn.say({ text: t('notices.stopped') })
  return true
}
