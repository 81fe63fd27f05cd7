import type { Status } from '../../model/application.ts'
import { choose } from '../engine/question.ts'
import type { ApplicationView } from '../engine/conversation.ts'
import { joined } from '../shared/lines.ts'
import { todayAt } from '../shared/facts.ts'
import { noPhoto } from '../shared/refuse-photo.ts'
import { ready } from '../shared/ready-answer.ts'
import { end, go, open, t, type At, type Move, type Option } from '../engine/flow.ts'
import type { Passport } from './data.ts'
import { watchIt } from './watch.ts'
import { lateSince, officeOfApplication, statusTold } from './view.ts'

/** What is shown of an application, and what can be done next. */

/** Ready answers that fit a status, by the choice that opens them. */
const ANSWERS: Readonly<Record<string, { readonly id: string; readonly words: string }>> = {
  why: { id: 'refused-why', words: 'kenapa, alasan, why' },
  proxy: { id: 'pickup-proxy', words: 'orang lain, diwakilkan, wakil, keluarga, somebody else' },
  post: { id: 'pickup-post', words: 'pos, kirim, dikirim, post' },
}

const FITTING: Partial<Record<Status, readonly string[]>> = {
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

export const show = choose<Passport>({
  ask: (at) => ({
    text: at.data.news
      ? joined(t('status.changed'), statusTold(at, foundIn(at)))
      : statusTold(at, foundIn(at)),
    options: actions(at).map((id): Option => ({
      id,
      label: t(`status.${id}`),
      words: WORDS[id] ?? ANSWERS[id]?.words ?? '',
    })),
  }),
  picked,
  shown: noPhoto(),
})

export const told = ready<Passport>({
  id: ({ data }) => data.answer ?? '',
  office: (at) => officeOfApplication(at, foundIn(at)),
  topic: 'status',
  done: () => go('show'),
})

function actions(at: At<Passport>): string[] {
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

function isAhead(at: At<Passport>, found: ApplicationView): boolean {
  return found.visitDay !== null && found.visitDay >= todayAt(at, officeOfApplication(at, found))
}

function picked(at: At<Passport>, id: string): Move {
  const found = foundIn(at)
  const visit = { office: found.office, ...(found.visitDay && { day: found.visitDay }) }
  switch (id) {
    case 'watch':
      return watchIt(at, found)
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
function askWhy({ state, ...at }: At<Passport>, found: ApplicationView): Move {
  const day = { date: lateSince({ state, ...at }, found)! }
  const about = t('status.about', { status: { text: t(`status.${found.status}.name`) }, day })
  const known = { office: found.office, group: 'result', category: 'TIM-LATE' }
  return open({ flow: 'complaint', step: 'check', data: { ...known, about, aboutFrom: state.since } })
}

function foundIn({ data }: At<Passport>): ApplicationView {
  return data.found!
}
