import { readActs } from '../../../../model/understanding/acts.ts'
import type { InboundContent } from '../../../../model/messages/content.ts'
import { matchesAnyWord } from '../../../../model/understanding/normalise.ts'
import { t, type TextKey } from '../../text.ts'
import type { Turn } from '../../turn.ts'

/** Heart before fact: one line for what happened to somebody, once a conversation; a salam is returned each day. */

const FEELINGS = ['death', 'illness', 'disaster', 'theft', 'missed', 'fear', 'anger'] as const
/** Less sure than this a feeling is not spoken of (0–1): out of place it hurts. */
const SURE = 0.85
const SALAMS = ['islam', 'hindu', 'christian'] as const

export function respondToFeelings(turn: Turn, content: InboundContent): void {
  if (content.kind !== 'text') return
  const acts = readActs(content.text)
  const salam = SALAMS.find((one) => matchesAnyWord(content.text, turn.world.hears[`salam.${one}`]))
  if (salam) sayOnce(turn, `heart.salam.${salam}`)
  const feeling = FEELINGS.find((one) => acts.has(one, SURE))
  if (feeling) sayOnce(turn, `heart.${feeling}`)
}

function sayOnce(turn: Turn, key: TextKey): void {
  if (turn.firstTime(key)) turn.say({ text: t(key) })
}
