import { parseChoiceNumber } from '../../../../model/understanding/choice-number.ts'
import { readActs } from '../../../../model/understanding/acts.ts'
import type { InboundContent } from '../../../../model/messages/content.ts'
import { askedBefore, suspendFlow } from '../../handover.ts'
import { t, type TextKey } from '../../text.ts'
import { startFlow } from '../../transition.ts'
import type { Turn } from '../../turn.ts'

/** Danger before all: somebody may hurt themselves or others. No question and no menu stands between them and a person. */

/** Less sure than this nobody is alarmed (0–1). */
const SURE = 0.75
/** Remembered for the run of messages: what follows goes to the same ticket. */
const TOLD: TextKey = 'danger.again'

/** Do the words speak of danger, as sure as anybody is alarmed? */
export function speaksOfDanger(text: string): boolean {
  return readActs(text).has('danger', SURE)
}

/** `false` when the words speak of no danger. Else supervisors have them at once, with all that was told before. */
export function respondToDanger(turn: Turn, content: InboundContent): boolean {
  if (content.kind !== 'text') return false
  if (isInDanger(turn) && isSaidToUs(turn, content.text)) return stayWith(turn)
  if (!speaksOfDanger(content.text)) return false
  // no greeting stands before it
  turn.update({ greeted: true })
  turn.firstTime(TOLD)
  const parts = [...(askedBefore(turn) ?? []), content.text]
  const { danger } = turn.registry.handover
  startFlow(
    turn,
    { ...danger, data: { ...danger.data, parts } },
    { confidential: true, suspended: suspendFlow(turn) },
  )
  return true
}

/** Has somebody spoken of danger in this run of messages? Every further word is heard at once, and none is left without an answer. */
function isInDanger(turn: Turn): boolean {
  return turn.world.openTicket !== null && turn.memory.saidOnce?.includes(TOLD) === true
}

/** Thanks, a command or a plain question are what they are. */
function isSaidToUs(turn: Turn, text: string): boolean {
  if (turn.isFlowActive || parseChoiceNumber(text) !== null) return false
  const acts = readActs(text)
  return speaksOfDanger(text) || !(acts.has('thanks') || acts.has('question', ASKS))
}

const ASKS = 0.7

function stayWith(turn: Turn): boolean {
  const { openTicket } = turn.world
  const last = turn.initial.lastSaid[0]?.text
  const again = last && 'key' in last && last.key === TOLD ? 'danger.still' : TOLD
  turn.say({ text: t(again) })
  if (openTicket) turn.cause({ do: 'add to ticket', ticketId: openTicket.id })
  return true
}
