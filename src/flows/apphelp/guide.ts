import { z } from 'zod'
import { safeNumber } from '../../model/facts/fact.ts'
import type { GuideStep } from '../../model/guide.ts'
import type { CardOf } from '../../model/messages/card.ts'
import type { World } from '../engine/conversation.ts'
import { end, go, notUnderstood, type QuestionStep, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { choiceQuestion } from '../engine/question.ts'
import { slot } from '../engine/slot.ts'
import { t, type Text } from '../engine/text.ts'
import { factNotes, findFact } from '../shared/facts.ts'
import { lines } from '../shared/lines.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import type { AppHelpData, AppHelpStep } from './handle.ts'

/** The walk through M-Paspor, one step a message; where it was left is kept with the chat for as long as it takes. */

type At = StepContext<AppHelpData>
type Next = Transition<AppHelpData, AppHelpStep>

/** Id of the step of the guide that was shown last. */
export const guideSlot = slot('guide', z.string())

/** Steps whose words need a figure of the answer library. */
const FIGURES: Readonly<Record<string, { readonly key: string; readonly as: string }>> = {
  'add-person': { key: 'app.applicants', as: 'people' },
  pay: { key: 'billing.hours', as: 'hours' },
}

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

function currentStep({ world, data }: At): GuideStep {
  return world.library.guide.find(({ id }) => id === data.step) ?? firstStep(world)
}

function firstStep({ library }: World): GuideStep {
  const [first] = library.guide
  if (!first) throw new Error('No guide in the answer library')
  return first
}

function neighbour(at: At, away: 1 | -1): GuideStep | undefined {
  const { position } = currentStep(at)
  return at.world.library.guide.find((step) => step.position === position + away)
}

function guideText(at: At): Text {
  const { id, position } = currentStep(at)
  const progress = t('guide.progress', { step: position, steps: at.world.library.guide.length })
  const figure = FIGURES[id]
  if (!figure) return lines(progress, t(`guide.step.${id}`))
  const fact = findFact(at, figure.key)
  const value = safeNumber(fact)
  if (value === null) return lines(progress, t(`guide.unsure.${id}`))
  return lines(progress, t(`guide.step.${id}`, { [figure.as]: value }), ...factNotes(fact))
}
