import { mayReschedule } from '../../model/reschedule.ts'
import { choose } from '../engine/question.ts'
import type { Text } from '../engine/conversation.ts'
import { joined } from '../shared/lines.ts'
import { todayAt, zoneName } from '../shared/facts.ts'
import { noPhoto } from '../shared/refuse-photo.ts'
import { finding, officeNear, townSaid } from '../shared/office-search.ts'
import { toOfficer } from '../shared/ready-answer.ts'
import { day, dayCheck, newDay } from './day.ts'
import { officeOfVisit, visitOf, type Reschedule } from './data.ts'
import { remind, reminded } from './reminders.ts'
import { special, specialTold } from './special.ts'
import { end, go, open, t, type At, type Flow, type Move } from '../engine/flow.ts'

/** Steps of the walk through the app: words under `reschedule.step.<n>`, and what may go wrong there. */
const WALK: readonly (readonly string[])[] = [
  ['login', 'down'],
  ['unsynced', 'down'],
  ['down'],
  ['full', 'ghost'],
  ['down'],
]

/** Change of date: may you still, how, and if not the special way through the office. */
export const reschedule: Flow<Reschedule> = {
  name: 'reschedule',
  first: 'begin',
  light: ({ state }) => state.step === 'reminded',
  holds: () => false,
  steps: {
    begin: { kind: 'pass', move: missing },
    office: choose<Reschedule>({
      ask: (at) => ({
        text: t('reschedule.ask.office'),
        options: [
          { id: 'here', label: { raw: officeOfVisit(at).name }, words: 'ya, iya, benar, sini, yes, here' },
          { id: 'other', label: t('complaint.otherOffice'), words: 'bukan, lain, kantor lain, other, no' },
        ],
      }),
      picked: (_, id) => go(id === 'here' ? 'begin' : 'name', { set: { asked: true } }),
      said: (at, text) => asked(townSaid(at, text)),
      located: (at, place) => asked(officeNear(at, place)),
      shown: noPhoto(),
    }),
    ...finding<Reschedule>(),
    day,
    dayCheck,
    changed: choose<Reschedule>({
      ask: () => ({
        text: t('reschedule.ask.changed'),
        options: [
          { id: 'no', label: t('reschedule.never'), words: 'belum, belum pernah, tidak, no, never' },
          { id: 'yes', label: t('reschedule.once'), words: 'sudah, pernah, sudah pernah, ya, yes' },
        ],
      }),
      picked: (_, id) => go('verdict', { set: { changed: id === 'yes' } }),
      shown: noPhoto(),
    }),
    verdict: { kind: 'pass', move: verdict },
    may: choose<Reschedule>({
      ask: (at) => ({
        text: mayText(at),
        options: [
          {
            id: 'walk',
            label: t('reschedule.walk'),
            words: 'pandu, pandu saya, ya, bagaimana, cara, guide, yes',
          },
          { id: 'remind', label: t('status.remind'), words: 'ingatkan, remind' },
          { id: 'enough', label: t('status.enough'), words: 'cukup, tidak, enough, no' },
        ],
      }),
      picked: (_, id) => {
        if (id === 'enough') return end({ after: 'menu' })
        return id === 'walk' ? go('walk', { set: { at: 0 } }) : go('remind')
      },
      shown: noPhoto(),
    }),
    walk: {
      ...choose<Reschedule>({
        ask: ({ data }) => ({
          text: joined(
            t('guide.progress', { step: stepOf(data) + 1, steps: WALK.length }),
            t(`reschedule.step.${stepOf(data) + 1}`),
          ),
          options: [
            { id: 'next', label: t('guide.next'), words: 'sudah, lanjut, oke, ya, selesai, next, done, yes' },
            { id: 'stuck', label: t('guide.stuck'), words: 'macet, tidak bisa, belum bisa, gagal, stuck' },
          ],
        }),
        picked: ({ data }, id) => {
          if (id === 'stuck') return firstAid(data)
          const then = stepOf(data) + 1
          return then < WALK.length ? go('walk', { set: { at: then } }) : go('newDay')
        },
        shown: noPhoto(),
      }),
      back: ({ data }) => (stepOf(data) > 0 ? go('walk', { set: { at: stepOf(data) - 1 } }) : undefined),
    },
    newDay,
    remind,
    reminded,
    unsure: choose<Reschedule>({
      ask: () => ({
        text: t('reschedule.why.unknown'),
        options: [
          { id: 'ask', label: t('doubt.yes'), words: 'ya, mau, boleh, tanyakan, yes' },
          { id: 'no', label: t('doubt.no'), words: 'tidak, tidak usah, no' },
        ],
      }),
      picked: (_, id) => (id === 'ask' ? toOfficer('reschedule') : end({ after: 'menu' })),
    }),
    special,
    specialTold,
  },
}

/** The next thing that has to be known. */
function missing({ data }: At<Reschedule>): Move {
  if (!data.asked && !data.office) return go('office', { set: { category: 'SCH-RESCHED' } })
  if (!data.day) return go('day')
  return go(data.changed === undefined ? 'changed' : 'verdict')
}

function verdict(at: At<Reschedule>): Move {
  const answer = mayReschedule(visitOf(at), at.world.now, at.world.library.facts)
  if (answer.may) return go('may')
  if (answer.why === 'unknown') return go('unsure')
  return go('special', { set: { why: answer.why } })
}

function mayText(at: At<Reschedule>): Text {
  const answer = mayReschedule(visitOf(at), at.world.now, at.world.library.facts)
  if (!answer.may) return t('reschedule.why.unknown')
  const { zone, ...office } = officeOfVisit(at)
  const vars = {
    day: { date: answer.until.day },
    time: `${answer.until.time.replace(':', '.')} ${zoneName(zone)}`,
  }
  const isToday = answer.until.day === todayAt(at, { zone, ...office })
  return joined(
    t(isToday ? 'reschedule.mayToday' : 'reschedule.may', vars),
    t('reschedule.rules'),
    answer.sure ? null : t('doubt.contested'),
  )
}

function firstAid(data: Reschedule): Move {
  const returns = { flow: 'reschedule', step: 'walk', data }
  return open({ flow: 'apphelp', step: 'symptoms', data: { symptoms: WALK[stepOf(data)], returns } })
}

function asked(move: Move): Move {
  return move.kind === 'miss' ? move : { ...move, set: { ...move.set, asked: true } }
}

function stepOf({ at: index = 0 }: Reschedule): number {
  return Math.min(index, WALK.length - 1)
}
