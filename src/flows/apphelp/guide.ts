import type { GuideStep } from '../../model/guide.ts'
import { safeNumber } from '../../model/facts/fact.ts'
import { choiceQuestion } from '../engine/question.ts'
import type { AppHelpData } from './data.ts'
import type { CardOf } from '../../model/messages/card.ts'
import type { Text, World } from '../engine/conversation.ts'
import { lines } from '../shared/lines.ts'
import { findFact } from '../shared/facts.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import { slotsOf } from '../engine/turn-context.ts'
import { end, go, notUnderstood, t, type StepContext, type Transition } from '../engine/flow.ts'

/** The walk through M-Paspor, one step a message; where it was left is kept with the chat for as long as it takes. */

/** Steps whose words need a figure of the answer library. */
const FIGURES: Readonly<Record<string, { readonly key: string; readonly as: string }>> = {
  'add-person': { key: 'app.applicants', as: 'people' },
  pay: { key: 'billing.hours', as: 'hours' },
}

/** The kept step of a walk begun earlier; null when there is none beyond the first. */
export function savedGuideStep(at: Pick<StepContext, 'state' | 'world'>): GuideStep | null {
  const id = slotsOf(at.state)['guide']
  return at.world.library.guide.find((step) => step.id === id && step.position > 1) ?? null
}

export const resume = choiceQuestion<AppHelpData>({
  prompt: (at) => ({
    text: t('guide.resume', {
      step: savedGuideStep(at)?.position ?? 1,
      steps: at.world.library.guide.length,
    }),
    options: [
      { id: 'on', label: t('guide.on'), words: 'lanjut, lanjutkan, ya, go on, yes' },
      { id: 'anew', label: t('guide.anew'), words: 'dari awal, ulang dari awal, start over' },
      { id: 'trouble', label: t('guide.trouble'), words: 'masalah, ada masalah, error, trouble' },
    ],
  }),
  onPick: (at, id) => {
    if (id === 'trouble') return go('choice')
    return showGuideStep(id === 'on' ? savedGuideStep(at) : null, at)
  },
  onMedia: refusePhoto(),
})

export const guide = {
  ...choiceQuestion<AppHelpData>({
    prompt: (at) => ({
      text: words(at),
      options: [
        {
          id: 'next',
          label: t(isLast(at) ? 'guide.done' : 'guide.next'),
          words: 'sudah, lanjut, lanjutkan, oke, ya, selesai, berikut, berikutnya, next, done, go on, yes',
        },
        {
          id: 'stuck',
          label: t('guide.stuck'),
          words: 'macet, tidak bisa, belum bisa, susah, error, gagal, stuck, help me',
        },
        ...(here(at).position > 1 ? [{ id: 'before', label: t('guide.before'), words: 'sebelumnya' }] : []),
      ],
    }),
    onPick: (at, id) => {
      if (id === 'stuck') return go('symptoms', { set: { symptoms: here(at).stuck } })
      return id === 'before' ? (before(at) ?? notUnderstood) : next(at)
    },
    onMedia: refusePhoto(),
  }),
  back: before,
}

/** Goes to a step of the guide (the first if none is given), and keeps it. */
export function showGuideStep(step: GuideStep | null, { world }: Pick<StepContext, 'world'>): Transition {
  const to = step ?? world.library.guide[0]!
  const says = to.picture ? [{ text: t('guide.look'), card: cardOf(to, to.picture, world) }] : []
  return go('guide', { set: { step: to.id }, slots: { guide: to.id }, says })
}

function cardOf({ position }: GuideStep, picture: readonly string[], world: World): CardOf<Text> {
  const lines = picture.map((icon) => ({ icon, text: t(`guide.picture.${icon}`), note: null, have: null }))
  return {
    title: t('guide.progress', { step: position, steps: world.library.guide.length }),
    parts: [{ heading: null, lines }],
  }
}

function next(at: StepContext<AppHelpData>): Transition {
  const then = beside(at, 1)
  if (then) return showGuideStep(then, at)
  return end({ after: 'menu', says: [{ text: t('guide.end') }], slots: { guide: undefined } })
}

function before(at: StepContext<AppHelpData>): Transition | undefined {
  const then = beside(at, -1)
  return then ? showGuideStep(then, at) : undefined
}

function here({ world, data }: StepContext<AppHelpData>): GuideStep {
  const { guide: steps } = world.library
  return steps.find((step) => step.id === data.step) ?? steps[0]!
}

function beside(at: StepContext<AppHelpData>, away: number): GuideStep | undefined {
  return at.world.library.guide.find((step) => step.position === here(at).position + away)
}

function isLast(at: StepContext<AppHelpData>): boolean {
  return beside(at, 1) === undefined
}

function words(at: StepContext<AppHelpData>): Text {
  const { id, position } = here(at)
  const progress = t('guide.progress', { step: position, steps: at.world.library.guide.length })
  const figure = FIGURES[id]
  if (!figure) return lines(progress, t(`guide.step.${id}`))
  const picked = findFact(at, figure.key)
  const value = safeNumber(picked)
  if (value === null) return lines(progress, t(`guide.unsure.${id}`))
  const doubt = picked.sure ? null : t('doubt.contested')
  return lines(progress, t(`guide.step.${id}`, { [figure.as]: value }), doubt)
}
