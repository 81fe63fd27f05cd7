import { apphelpHandle } from '../apphelp/handle.ts'
import { go, open, type QuestionStep } from '../engine/flow.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { lines } from '../shared/lines.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import { rescheduleHandle, type RescheduleData, type RescheduleStep } from './handle.ts'

/** The walk through the app, one step a message, with first aid where it gets stuck. */

/** Words of each step, and the symptoms of what may go wrong there. */
const WALK = [
  { key: 'reschedule.step.1', symptoms: ['login', 'down'] },
  { key: 'reschedule.step.2', symptoms: ['unsynced', 'down'] },
  { key: 'reschedule.step.3', symptoms: ['down'] },
  { key: 'reschedule.step.4', symptoms: ['full', 'ghost'] },
  { key: 'reschedule.step.5', symptoms: ['down'] },
] as const

export const walk: QuestionStep<RescheduleData, RescheduleStep> = {
  ...choiceQuestion<RescheduleData, RescheduleStep>({
    prompt: ({ data }) => {
      const index = indexOf(data)
      const { key, symptoms } = WALK[index] ?? WALK[0]
      const next = index + 1
      const returnTo = rescheduleHandle.at('walk', data)
      return {
        text: lines(t('guide.progress', { step: next, steps: WALK.length }), t(key)),
        options: [
          {
            id: 'next',
            means: 'yes',
            label: t('guide.next'),
            hears: 'reschedule.next',
            to: next < WALK.length ? go('walk', { set: { at: next } }) : go('newDay'),
          },
          {
            id: 'stuck',
            means: 'no',
            label: t('guide.stuck'),
            hears: 'reschedule.stuck',
            to: open(apphelpHandle.at('symptoms', { symptoms, returnTo })),
          },
        ],
      }
    },
    onMedia: refusePhoto(),
  }),
  back({ data }) {
    const index = indexOf(data)
    return index > 0 ? go('walk', { set: { at: index - 1 } }) : undefined
  },
}

function indexOf({ at: index = 0 }: RescheduleData): number {
  return Math.min(index, WALK.length - 1)
}
