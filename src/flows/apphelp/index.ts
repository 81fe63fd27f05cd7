import { matchSymptom } from '../../model/understanding/symptom.ts'
import { go, type Flow, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t, type HearsKey } from '../engine/text.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import { all, attempt, describe, exhausted, symptoms } from './first-aid.ts'
import { guide, guideSlot, resume, savedGuideStep, showGuideStep } from './guide.ts'
import { AppHelpData, apphelpHandle, type AppHelpStep } from './handle.ts'
import { onTroubleText, startFirstAid } from './remedies.ts'

/** Kinds of trouble as people see them, each with its symptoms in the order of how often they are met. */
export const GROUPS = [
  { id: 'account', holds: ['otp', 'login', 'shared-account'], hears: ['apphelp.groups.account'] },
  { id: 'data', holds: ['identity', 'upload', 'wrong-data'], hears: ['apphelp.groups.data'] },
  {
    id: 'places',
    holds: ['full', 'no-office', 'ghost', 'unsynced', 'expired'],
    hears: ['apphelp.groups.places', 'apphelp.groups.payment'],
  },
  { id: 'phone', holds: ['down', 'old-phone', 'iphone'], hears: ['apphelp.groups.phone'] },
] as const satisfies readonly Group[]

interface Group {
  readonly id: string
  readonly holds: readonly string[]
  readonly hears: readonly HearsKey[]
}

/** Help with M-Paspor: the guide, and first aid by symptom. */
export const apphelp: Flow<AppHelpData, AppHelpStep> = {
  name: apphelpHandle.name,
  first: 'start',
  data: AppHelpData,
  isIdle: ({ state }) => state.step === 'choice',
  hasProgress: () => false,
  slots: [guideSlot],
  previews: (library) => library.guide.map(({ id }) => ({ target: apphelpHandle.at('guide', { step: id }) })),
  steps: {
    start: { kind: 'decision', decide: startStep },
    choice: choiceQuestion<AppHelpData, AppHelpStep>({
      prompt: ({ world }) => ({
        text: t('apphelp.ask'),
        options: [
          { id: 'guide', label: t('apphelp.guide'), hears: 'apphelp.guide' },
          ...GROUPS.map(({ id, holds, hears }) => ({
            id,
            label: t(`apphelp.groups.${id}`),
            phrases: new Set(hears.flatMap((key) => [...world.hears[key]])),
            to: go('symptoms', { set: { symptoms: holds, step: undefined } }),
          })),
        ],
      }),
      onPick: (at) => (savedGuideStep(at) ? go('resume') : showGuideStep(null, at)),
      onText: onTroubleText,
      onMedia: refusePhoto(onTroubleText),
    }),
    resume,
    guide,
    symptoms,
    describe,
    attempt,
    all,
    exhausted,
  },
}

/** A trouble told in the opening words goes straight to its remedy; a walk begun earlier is offered again. */
function startStep(at: StepContext<AppHelpData>): Transition<AppHelpData, AppHelpStep> & { kind: 'go' } {
  const text = at.data.words ?? at.data.parts?.[0]
  const symptom = text && matchSymptom(text)
  if (symptom) return startFirstAid(at, symptom)
  return go(savedGuideStep(at) ? 'resume' : 'choice')
}
