import type { InboundContent } from '../../../../model/messages/content.ts'
import { isMasked } from '../../../../model/messages/masking.ts'
import { wordCount } from '../../../../model/messages/text.ts'
import { normalise } from '../../../../model/understanding/normalise.ts'
import { askQuestion, hint } from '../../prompt.ts'
import { t, type TextKey } from '../../text.ts'
import type { Turn } from '../../turn.ts'

/** Codes, identity and card numbers that nobody should send: hidden before they came here, and warned of every time. */

const CODE = /\b(?:otp|pin|cvv|cvc|kode|code|password|pasword|sandi)\b/
const MASKED = /[^\s]*•[^\s]*/g
/** So many words beside the number tell nothing more ("nik saya"). */
const FEW_WORDS = 4

/** `true` when the message said nothing else. A question that asks for numbers has its own words for it. */
export function warnOfSecrets(turn: Turn, content: InboundContent): boolean {
  if (content.kind !== 'text' || !isMasked(content.text)) return false
  const rest = normalise(content.text.replaceAll(MASKED, ' '))
  const key: TextKey = CODE.test(rest) ? 'secret.code' : 'secret.number'
  const ownWords = turn.question?.sensitive === true || turn.question?.expects === 'ticket'
  if (ownWords && key === 'secret.number') return false
  turn.say({ text: t(key) })
  if (turn.flow?.collectsStory || wordCount(rest) > FEW_WORDS) return false
  if (turn.isFlowActive && turn.question) askQuestion(turn)
  else hint(turn, t('idle.help'))
  return true
}
