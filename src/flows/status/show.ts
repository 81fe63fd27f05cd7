import type { ApplicationStatus } from '../../model/applications/status.ts'
import { choiceQuestion } from '../engine/question.ts'
import type { ApplicationView } from '../engine/conversation.ts'
import { lines } from '../shared/lines.ts'
import { todayAt } from '../shared/facts.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import { readyAnswerQuestion } from '../shared/ready-answer.ts'
import { end, go, open, t, type StepContext, type Transition, type Option } from '../engine/flow.ts'
import type { StatusData } from './data.ts'
import { watchApplication } from './watch.ts'
import { lateSince, officeOfApplication, statusText } from './view.ts'

/** What is shown of an application, and what can be done next. */

/** Ready answers that fit a status, by the choice that opens them. */
const ANSWERS: Readonly<Record<string, { readonly id: string; readonly words: string }>> = {
  why: { id: 'refused-why', words: 'kenapa, alasan, why' },
  proxy: { id: 'pickup-proxy', words: 'orang lain, diwakilkan, wakil, keluarga, somebody else' },
  post: { id: 'pickup-post', words: 'pos, kirim, dikirim, post' },
}

const FITTING: Partial<Record<ApplicationStatus, readonly string[]>> = {
  DRAFT: ['app'],
  MENUNGGU_PEMBAYARAN: ['pay'],
  KADALUARSA: ['app'],
  TERJADWAL: ['remind', 'move'],
  DIJADWAL_ULANG: ['remind', 'move'],
  TIDAK_HADIR: ['move'],
  DITOLAK: ['why'],
  DICETAK: ['proxy', 'post'],
  SIAP_DIAMBIL: ['proxy', 'post'],
}

const WORDS: Readonly<Record<string, string>> = {
  watch: 'kabari, kabari saya, ya, beri tahu, tell me, yes',
  late: 'tanyakan, kenapa lama, lapor terlambat, ask',
  move: 'ganti jadwal, ganti tanggal, change date',
  remind: 'ingatkan, ingatkan saya, remind me',
  pay: 'bayar, cara bayar, pay',
  app: 'bantuan, aplikasi, app, help with app',
  enough: 'cukup, sudah, selesai, oke, tidak, enough, ok',
}

export const show = choiceQuestion<StatusData>({
  prompt: (at) => ({
    text: at.data.news
      ? lines(t('status.changed'), statusText(at, foundIn(at)))
      : statusText(at, foundIn(at)),
    options: actions(at).map((id): Option => ({
      id,
      label: t(`status.${id}`),
      words: WORDS[id] ?? ANSWERS[id]?.words ?? '',
    })),
  }),
  onPick: picked,
  onMedia: refusePhoto(),
})

export const readyAnswerStep = readyAnswerQuestion<StatusData>({
  id: ({ data }) => data.answer ?? '',
  office: (at) => officeOfApplication(at, foundIn(at)),
  topic: 'status',
  done: () => go('show'),
})

function actions(at: StepContext<StatusData>): string[] {
  const found = foundIn(at)
  const isFinal = at.world.library.statuses.find(({ code }) => code === found.status)?.final ?? false
  const fitting = (FITTING[found.status] ?? []).filter((id) => id !== 'remind' || isAhead(at, found))
  return [
    ...(lateSince(at, found) ? ['late'] : []),
    ...(isFinal || at.data.news ? [] : ['watch']),
    ...fitting,
    'enough',
  ]
}

function isAhead(at: StepContext<StatusData>, found: ApplicationView): boolean {
  return found.visitDay !== null && found.visitDay >= todayAt(at, officeOfApplication(at, found))
}

function picked(at: StepContext<StatusData>, id: string): Transition {
  const found = foundIn(at)
  const visit = { office: found.office, ...(found.visitDay && { day: found.visitDay }) }
  switch (id) {
    case 'watch':
      return watchApplication(at, found)
    case 'late':
      return askWhy(at, found)
    case 'move':
      return open({ flow: 'reschedule', data: visit })
    case 'remind':
      return open({ flow: 'reschedule', step: 'remind', data: visit })
    case 'pay':
      return open({ flow: 'cost' })
    case 'app':
      return open({ flow: 'apphelp' })
    case 'enough':
      return end({ after: 'menu' })
    default:
      return go('told', { set: { answer: ANSWERS[id]!.id } })
  }
}

/** A complaint with what the conversation knows, but neither number nor name. */
function askWhy({ state, ...at }: StepContext<StatusData>, found: ApplicationView): Transition {
  const day = { date: lateSince({ state, ...at }, found)! }
  const about = t('status.about', { status: { text: t(`status.${found.status}.name`) }, day })
  const known = { office: found.office, group: 'result', category: 'TIM-LATE' }
  return open({ flow: 'complaint', step: 'check', data: { ...known, about, aboutFrom: state.since } })
}

function foundIn({ data }: StepContext<StatusData>): ApplicationView {
  return data.found!
}
