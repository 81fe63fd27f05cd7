import type { InboundContent } from '../../../../model/messages/content.ts'
import { mentionsMisconduct } from '../../../../model/understanding/intent.ts'
import { suspendFlow } from '../../handover.ts'
import { currentPrompt } from '../../prompt.ts'
import { isOptionText } from '../../question.ts'
import type { Turn } from '../../turn.ts'
import { startWithText } from '../start-with-text.ts'

/** Somebody is asked for money: heard in confidence before any question, whatever else is under way. */

/** `false` when the words speak of nothing of the kind, name a choice that is shown, or belong to a story told already. */
export function respondToMisconduct(turn: Turn, content: InboundContent): boolean {
  if (content.kind !== 'text' || !mentionsMisconduct(content.text)) return false
  const goesToTicket = turn.world.openTicket?.confidential === true && !turn.isFlowActive && !turn.isAtHome
  if (turn.flow?.collectsStory || goesToTicket) return false
  if (isOptionText(content.text, currentPrompt(turn)?.options ?? [], turn.world.hears)) return false
  startWithText(turn, { intent: 'complaint', confidential: true }, content.text, suspendFlow(turn))
  return true
}
