import { all, attempt, startFirstAid, describe, exhausted, symptoms, onTroubleText } from './first-aid.ts'
import type { AppHelpData } from './data.ts'
import { guide, savedGuideStep, resume, showGuideStep } from './guide.ts'
import { matchSymptom } from '../../model/understanding/symptom.ts'
import { choiceQuestion } from '../engine/question.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import { readyAnswerQuestion, handOver } from '../shared/ready-answer.ts'
import { end, go, t, type StepContext, type Flow, type Transition } from '../engine/flow.ts'

/** Kinds of trouble as people see them, each with its symptoms in the order of how often they are met. */
export const GROUPS: readonly {
  readonly id: string
  readonly holds: readonly string[]
  readonly words: string
}[] = [
  { id: 'account', holds: ['otp', 'login', 'shared-account'], words: 'akun, kode, account, code' },
  { id: 'data', holds: ['identity', 'upload', 'wrong-data'], words: 'data, isi data, foto, photos' },
  { id: 'places', holds: ['full', 'no-office', 'ghost'], words: 'jadwal, kantor, tempat, places, office' },
  { id: 'payment', holds: ['unsynced', 'expired'], words: 'bayar, uang, pay, payment' },
  { id: 'phone', holds: ['down', 'old-phone', 'iphone'], words: 'hp, aplikasi, phone, app' },
]

/** Ready answers about the app. */
const ANSWERS = ['app-for', 'app-people', 'app-photo', 'app-hours', 'app-qr', 'apapo'] as const

/** Help with M-Paspor: the guide, first aid by symptom, and what else people ask about it. */
export const apphelp: Flow<AppHelpData> = {
  name: 'apphelp',
  first: 'start',
  isIdle: ({ state }) => state.step === 'choice' || state.step === 'other',
  hasProgress: () => false,
  steps: {
    start: { kind: 'decision', decide: begun },
    choice: choiceQuestion<AppHelpData>({
      prompt: () => ({
        text: t('apphelp.ask'),
        options: [
          { id: 'guide', label: t('apphelp.guide'), words: 'panduan, pandu, cara daftar, daftar, guide' },
          ...GROUPS.map(({ id, words }) => ({ id, label: t(`apphelp.groups.${id}`), words })),
          { id: 'other', label: t('apphelp.other'), words: 'lain, lainnya, tanya, other' },
        ],
      }),
      onPick: (at, id) => {
        if (id === 'guide') return savedGuideStep(at) ? go('resume') : showGuideStep(null, at)
        const group = GROUPS.find((one) => one.id === id)
        return group ? go('symptoms', { set: { symptoms: group.holds, step: undefined } }) : go('other')
      },
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
    other: choiceQuestion<AppHelpData>({
      prompt: () => ({
        text: t('apphelp.askOther'),
        options: [
          ...ANSWERS.map((id) => ({ id, label: t(`answer.${id}.title`) })),
          { id: 'person', label: t('apphelp.person'), words: 'petugas, tanya petugas, lain, officer' },
        ],
      }),
      onPick: (_, id) => (id === 'person' ? handOver('apphelp') : go('told', { set: { answer: id } })),
      onText: onTroubleText,
      onMedia: refusePhoto(onTroubleText),
    }),
    told: readyAnswerQuestion<AppHelpData>({
      id: ({ data }) => data.answer ?? '',
      topic: 'apphelp',
      done: () => end({ after: 'menu' }),
    }),
  },
}

/** A trouble already told goes straight to its remedy; a walk begun earlier is offered again. */
function begun(at: StepContext<AppHelpData>): Transition {
  const told = at.data.words ?? at.data.parts?.[0]
  const id = told && matchSymptom(told)
  if (id) return startFirstAid(at, id)
  return go(savedGuideStep(at) ? 'resume' : 'choice')
}
