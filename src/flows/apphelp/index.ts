import { matchSymptom } from '../../model/understanding/symptom.ts'
import { end, go, handOver, type Flow, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { readyAnswerQuestion } from '../shared/ready-answer.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import { wordsForRow } from '../shared/row-words.ts'
import { all, attempt, describe, exhausted, symptoms } from './first-aid.ts'
import { guide, guideSlot, resume, savedGuideStep, showGuideStep } from './guide.ts'
import { AppHelpData, apphelpHandle, type AppHelpStep } from './handle.ts'
import { onTroubleText, startFirstAid } from './remedies.ts'

/** Kinds of trouble as people see them, each with its symptoms in the order of how often they are met. */
export const GROUPS = [
  { id: 'account', holds: ['otp', 'login', 'shared-account'] },
  { id: 'data', holds: ['identity', 'upload', 'wrong-data'] },
  { id: 'places', holds: ['full', 'no-office', 'ghost'] },
  { id: 'payment', holds: ['unsynced', 'expired'] },
  { id: 'phone', holds: ['down', 'old-phone', 'iphone'] },
] as const satisfies readonly { readonly id: string; readonly holds: readonly string[] }[]

/** Ready answers about the app. */
const ANSWERS = ['app-for', 'app-people', 'app-photo', 'app-hours', 'app-qr', 'apapo'] as const

/** Help with M-Paspor: the guide, first aid by symptom, and what else people ask about it. */
export const apphelp: Flow<AppHelpData, AppHelpStep> = {
  name: apphelpHandle.name,
  first: 'start',
  data: AppHelpData,
  isIdle: ({ state }) => state.step === 'choice' || state.step === 'other',
  hasProgress: () => false,
  slots: [guideSlot],
  previews: (library) => library.guide.map(({ id }) => ({ target: apphelpHandle.at('guide', { step: id }) })),
  steps: {
    start: { kind: 'decision', decide: startStep },
    choice: choiceQuestion<AppHelpData, AppHelpStep>({
      prompt: () => ({
        text: t('apphelp.ask'),
        options: [
          { id: 'guide', label: t('apphelp.guide'), hears: 'apphelp.guide' },
          ...GROUPS.map(({ id, holds }) => ({
            id,
            label: t(`apphelp.groups.${id}`),
            hears: `apphelp.groups.${id}` as const,
            to: go('symptoms', { set: { symptoms: holds, step: undefined } }),
          })),
          {
            id: 'other',
            means: 'none',
            label: t('apphelp.other'),
            hears: 'apphelp.other',
            to: go('other'),
          },
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
    other: choiceQuestion<AppHelpData, AppHelpStep>({
      prompt: ({ world }) => ({
        text: t('apphelp.askOther'),
        options: [
          ...ANSWERS.map((id) => ({
            id,
            label: t(`answer.${id}.title`),
            ...wordsForRow(world, `answer.${id}`),
            to: go('told', { set: { answer: id } }),
          })),
          {
            id: 'person',
            means: 'none',
            label: t('apphelp.person'),
            hears: 'apphelp.person',
            to: handOver('apphelp'),
          },
        ],
      }),
      onText: onTroubleText,
      onMedia: refusePhoto(onTroubleText),
    }),
    told: readyAnswerQuestion<AppHelpData, AppHelpStep>({
      id: ({ data }) => data.answer ?? '',
      topic: 'apphelp',
      done: end({ after: 'menu' }),
    }),
  },
}

/** A trouble told in the opening words goes straight to its remedy; a walk begun earlier is offered again. */
function startStep(at: StepContext<AppHelpData>): Transition<AppHelpData, AppHelpStep> & { kind: 'go' } {
  const text = at.data.words ?? at.data.parts?.[0]
  const symptom = text && matchSymptom(text)
  if (symptom) return startFirstAid(at, symptom)
  return go(savedGuideStep(at) ? 'resume' : 'choice')
}
