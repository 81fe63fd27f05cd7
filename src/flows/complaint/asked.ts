import { readActs } from '../../model/understanding/acts.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import type { StepContext } from '../engine/context.ts'
import { end, go, notUnderstood, stay, type QuestionStep, type Transition } from '../engine/flow.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { lines } from '../shared/lines.ts'
import { plainPrice } from '../shared/plain-price.ts'
import { onLateText } from './early-story.ts'
import type { ComplaintData, ComplaintStep } from './handle.ts'
import { nextQuestion } from './next.ts'

/** "Diminta 300, wajar tidak?": what is true and what it costs comes first, then whether it is to be reported. */

type Next = Exclude<Transition<ComplaintData, ComplaintStep>, { kind: 'not understood' }>

/** As sure as this somebody asks rather than tells (0–1). */
const ASKS = 0.6
/** "Bener ga", "wajar tdk pak": asked whether it may be, in words after which few write a question mark. */
const IS_IT_RIGHT = /\b(?:benar|betul|wajar|resmi|boleh|normal|sah)\s+(?:tidak|kah|apa tidak)\b|\?\s*$/

export function isOnlyAsked([only = '', ...others]: readonly string[]): boolean {
  if (others.length > 0) return false
  return readActs(only).has('question', ASKS) || IS_IT_RIGHT.test(only) || IS_IT_RIGHT.test(normalise(only))
}

/** Who reads it and what it costs is said here. */
const TOLD = { reassured: true, priced: true } as const

/** What is true and what it costs is said once; asked again, only the question stands there. */
export function askedFirst(at: StepContext<ComplaintData>, parts: readonly string[]): Next {
  const says = [{ text: lines(t('complaint.notOfficial'), plainPrice(at)) }]
  return go('asked', { set: { parts, priced: true }, says })
}

export const asked: QuestionStep<ComplaintData, ComplaintStep> = choiceQuestion<ComplaintData, ComplaintStep>(
  {
    prompt: (at) => ({
      text: t('complaint.shallReport'),
      options: [
        {
          id: 'report',
          means: 'yes',
          label: t('complaint.report'),
          hears: 'complaint.report',
          to: nextQuestion(at, TOLD),
        },
        {
          id: 'no',
          means: 'no',
          label: t('complaint.onlyAsked'),
          hears: 'complaint.onlyAsked',
          to: end({ says: [{ text: t('complaint.notReported') }] }),
        },
      ],
    }),
    onText(at, text) {
      const acts = readActs(text)
      // who is afraid hears who reads it, and is asked again
      if (acts.has('fear', ASKS) || acts.has('secrecy', ASKS))
        return stay({ says: [{ text: t('complaint.safeName') }] })
      // another question is answered, and makes no report of the first
      if (isOnlyAsked([text])) return acts.isBare ? stay({}) : notUnderstood
      const more = onLateText(at, text)
      return more.kind === 'stay' ? nextQuestion(at, { ...more.set, ...TOLD }) : more
    },
  },
)
