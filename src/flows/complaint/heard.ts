import { readActs } from '../../model/understanding/acts.ts'
import { wordCount } from '../../model/messages/text.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { stay, type QuestionStep } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import type { ComplaintData, ComplaintStep } from './handle.ts'

/** What a person may say at any question of a report, before it is read as an answer: who will know of it, and not yet. */

type Question = QuestionStep<ComplaintData, ComplaintStep>

/** As sure as this somebody is afraid to be known (0–1), in so many words at most: more tell something. */
const AFRAID = 0.5
const FEW_WORDS = 12
const NOT_YET =
  /\b(?:jangan|jang|janganlah|ojo|ulah|belum|nanti|tunggu|don t|dont|do not|not yet|wait)\b.*\b(?:kirim\w*|dikirim|lapor\w*|terus\w*|diteruskan|send|submit)\b|^(?:nanti dulu|tunggu dulu|sebentar dulu|wait)\b/

export function heard(question: Question): Question {
  return {
    ...question,
    answer(at, answer) {
      if (answer.kind !== 'text' || wordCount(answer.text) > FEW_WORDS) return question.answer(at, answer)
      if (readActs(answer.text).has('secrecy', AFRAID))
        return stay({
          says: [{ text: t('complaint.safeName') }],
          set: { reassured: true },
          confidential: true,
        })
      if (NOT_YET.test(normalise(answer.text))) return stay({ says: [{ text: t('complaint.notYet') }] })
      return question.answer(at, answer)
    },
  }
}
