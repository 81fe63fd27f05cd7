import { z } from 'zod'
import type { GuideStep } from '../../model/guide.ts'
import type { CardOf } from '../../model/messages/card.ts'
import type { World } from '../engine/conversation.ts'
import { end, go, notUnderstood, type QuestionStep, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { choiceQuestion } from '../engine/question.ts'
import { slot } from '../engine/slot.ts'
import { t, type Text } from '../engine/text.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import { currentStep, firstStep, guideText, neighbour } from './guide-step.ts'
import type { AppHelpData, AppHelpStep } from './handle.ts'

/** The walk through M-Paspor, one step a message; where it was left is kept with the chat for as long as it takes. */

type At = StepContext<AppHelpData>
type Next = Transition<AppHelpData, AppHelpStep>

/** Id of the step of the guide that was shown last. */
export const guideSlot = slot('guide', z.string())

/** The kept step of a walk begun earlier; null when there is none beyond the first. */
export function savedGuideStep({ state, world }: At): GuideStep | null {
  const id = guideSlot.read(state)
  return world.library.guide.find((step) => step.id === id && step.position > 1) ?? null
}

export const resume = choiceQuestion<AppHelpData, AppHelpStep>({
  prompt: (at) => ({
    text: t('guide.resume', {
      step: savedGuideStep(at)?.position ?? 1,
      steps: at.world.library.guide.length,
    }),
    options: [
      { id: 'on', means: 'yes', label: t('guide.on'), hears: 'apphelp.on' },
      { id: 'anew', means: 'no', label: t('guide.anew'), hears: 'apphelp.anew' },
      { id: 'trouble', label: t('guide.trouble'), hears: 'apphelp.trouble', to: go('choice') },
    ],
  }),
  onPick: (at, id) => showGuideStep(id === 'on' ? savedGuideStep(at) : null, at),
  onMedia: refusePhoto(),
})

export const guide: QuestionStep<AppHelpData, AppHelpStep> = {
  ...choiceQuestion<AppHelpData, AppHelpStep>({
    prompt: (at) => ({
      text: guideText(at),
      options: [
        {
          id: 'next',
          means: 'yes',
          label: t(neighbour(at, 1) ? 'guide.next' : 'guide.done'),
          hears: 'apphelp.next',
        },
        {
          id: 'stuck',
          means: 'no',
          label: t('guide.stuck'),
          hears: 'apphelp.stuck',
          to: go('symptoms', { set: { symptoms: currentStep(at).stuck } }),
        },
        ...(currentStep(at).position > 1
          ? [{ id: 'before', label: t('guide.before'), hears: 'apphelp.before' } as const]
          : []),
      ],
    }),
    onPick: (at, id) => (id === 'before' ? (showStepBefore(at) ?? notUnderstood) : showNextStep(at)),
    onMedia: refusePhoto(),
  }),
  back: showStepBefore,
}

/** Goes to a step of the guide (the first if none is given), and keeps it. */
export function showGuideStep(step: GuideStep | null, { world }: At): Next {
  const { id, picture, position } = step ?? firstStep(world)
  const says = picture ? [{ text: t('guide.look'), card: cardOf(position, picture, world) }] : []
  return go('guide', { set: { step: id }, slots: guideSlot.set(id), says })
}

function cardOf(position: number, picture: readonly string[], world: World): CardOf<Text> {
  const lines = picture.map((icon) => ({ icon, text: t(`guide.picture.${icon}`), note: null, have: null }))
  return {
    title: t('guide.progress', { step: position, steps: world.library.guide.length }),
    parts: [{ heading: null, lines }],
  }
}

function showNextStep(at: At): Next {
  const step = neighbour(at, 1)
  if (step) return showGuideStep(step, at)
  return end({ after: 'menu', says: [{ text: t('guide.end') }], slots: guideSlot.set(undefined) })
}

function showStepBefore(at: At): Next | undefined {
  const step = neighbour(at, -1)
  return step ? showGuideStep(step, at) : undefined
}
