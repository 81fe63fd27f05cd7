import { readActs } from '../../../model/understanding/acts.ts'
import type { InboundContent } from '../../../model/messages/content.ts'
import { askedBefore, suspendFlow } from '../handover.ts'
import { t, type TextKey } from '../text.ts'
import { startFlow } from '../transition.ts'
import type { Turn } from '../turn.ts'

/** Danger before all: somebody may hurt themselves or others. No question and no menu stands between them and a person. */

/** Less sure than this nobody is alarmed (0–1). */
const SURE = 0.87
/** Remembered for the run of messages: what follows goes to the same ticket. */
const TOLD: TextKey = 'danger.again'

/** Do the words speak of danger, as sure as anybody is alarmed? */
export function speaksOfDanger(text: string): boolean {
  return readActs(text).has('danger', SURE)
}

/** `false` when the words speak of no danger. Else supervisors have them at once, with all that was told before. */
export function respondToDanger(turn: Turn, content: InboundContent): boolean {
  if (content.kind !== 'text' || !speaksOfDanger(content.text)) return false
  const { openTicket } = turn.world
  const isFirst = turn.firstTime(TOLD)
  if (openTicket && !isFirst) {
    turn.say({ text: t(TOLD) })
    turn.cause({ do: 'add to ticket', ticketId: openTicket.id })
    return true
  }
  const parts = [...(askedBefore(turn) ?? []), content.text]
  const { danger } = turn.registry.handover
  startFlow(
    turn,
    { ...danger, data: { ...danger.data, parts } },
    { confidential: true, suspended: suspendFlow(turn) },
  )
  return true
}
