import { all, attempt, beginAid, describe, exhausted, symptoms, troubleSaid } from './first-aid.ts'
import type { AppHelp } from './data.ts'
import { guide, leftAt, resume, walkTo } from './guide.ts'
import { symptomIn } from '../../model/understanding-symptom.ts'
import { choose } from '../engine/question.ts'
import { noPhoto } from '../shared/refuse-photo.ts'
import { ready, toOfficer } from '../shared/ready-answer.ts'
import { end, go, t, type At, type Flow, type Move } from '../engine/flow.ts'

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
export const apphelp: Flow<AppHelp> = {
  name: 'apphelp',
  first: 'start',
  light: ({ state }) => state.step === 'choice' || state.step === 'other',
  holds: () => false,
  steps: {
    start: { kind: 'pass', move: begun },
    choice: choose<AppHelp>({
      ask: () => ({
        text: t('apphelp.ask'),
        options: [
          { id: 'guide', label: t('apphelp.guide'), words: 'panduan, pandu, cara daftar, daftar, guide' },
          ...GROUPS.map(({ id, words }) => ({ id, label: t(`apphelp.groups.${id}`), words })),
          { id: 'other', label: t('apphelp.other'), words: 'lain, lainnya, tanya, other' },
        ],
      }),
      picked: (at, id) => {
        if (id === 'guide') return leftAt(at) ? go('resume') : walkTo(null, at)
        const group = GROUPS.find((one) => one.id === id)
        return group ? go('symptoms', { set: { symptoms: group.holds, step: undefined } }) : go('other')
      },
      said: troubleSaid,
      shown: noPhoto(troubleSaid),
    }),
    resume,
    guide,
    symptoms,
    describe,
    attempt,
    all,
    exhausted,
    other: choose<AppHelp>({
      ask: () => ({
        text: t('apphelp.askOther'),
        options: [
          ...ANSWERS.map((id) => ({ id, label: t(`answer.${id}.title`) })),
          { id: 'person', label: t('apphelp.person'), words: 'petugas, tanya petugas, lain, officer' },
        ],
      }),
      picked: (_, id) => (id === 'person' ? toOfficer('apphelp') : go('told', { set: { answer: id } })),
      said: troubleSaid,
      shown: noPhoto(troubleSaid),
    }),
    told: ready<AppHelp>({
      id: ({ data }) => data.answer ?? '',
      topic: 'apphelp',
      done: () => end({ after: 'menu' }),
    }),
  },
}

/** A trouble already told goes straight to its remedy; a walk begun earlier is offered again. */
function begun(at: At<AppHelp>): Move {
  const told = at.data.words ?? at.data.parts?.[0]
  const id = told && symptomIn(told)
  if (id) return beginAid(at, id)
  return go(leftAt(at) ? 'resume' : 'choice')
}
