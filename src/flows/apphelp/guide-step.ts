import { safeNumber } from '../../model/facts/fact.ts'
import type { GuideStep } from '../../model/guide.ts'
import type { World } from '../engine/conversation.ts'
import type { StepContext } from '../engine/context.ts'
import { t, type Text } from '../engine/text.ts'
import { factNotes, findFact } from '../shared/facts.ts'
import { lines } from '../shared/lines.ts'
import type { AppHelpData } from './handle.ts'

/** One step of the walk through M-Paspor: which it is, and its words. */

type At = StepContext<AppHelpData>

/** Steps whose words need a figure of the answer library. */
const FIGURES: Readonly<Record<string, { readonly key: string; readonly as: string }>> = {
  'add-person': { key: 'app.applicants', as: 'people' },
  pay: { key: 'billing.hours', as: 'hours' },
}

/** The step that is shown; the first where the kept one is gone. */
export function currentStep({ world, data }: At): GuideStep {
  return world.library.guide.find(({ id }) => id === data.step) ?? firstStep(world)
}

/** Where the walk begins. */
export function firstStep({ library }: World): GuideStep {
  const [first] = library.guide
  if (!first) throw new Error('No guide in the answer library')
  return first
}

/** The step before or after the one shown. */
export function neighbour(at: At, away: 1 | -1): GuideStep | undefined {
  const { position } = currentStep(at)
  return at.world.library.guide.find((step) => step.position === position + away)
}

/** What a step says, with where in the walk it stands. */
export function guideText(at: At): Text {
  const { id, position } = currentStep(at)
  const progress = t('guide.progress', { step: position, steps: at.world.library.guide.length })
  const figure = FIGURES[id]
  if (!figure) return lines(progress, t(`guide.step.${id}`))
  const fact = findFact(at, figure.key)
  const value = safeNumber(fact)
  if (value === null) return lines(progress, t(`guide.unsure.${id}`))
  return lines(progress, t(`guide.step.${id}`, { [figure.as]: value }), ...factNotes(fact))
}
