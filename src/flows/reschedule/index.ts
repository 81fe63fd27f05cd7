import { rescheduleEligibility } from '../../model/applications/reschedule.ts'
import { choiceQuestion } from '../engine/question.ts'
import type { Text } from '../engine/conversation.ts'
import { lines } from '../shared/lines.ts'
import { todayAt, zoneName } from '../shared/facts.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import { officeSearchSteps, onLocation, onTownText } from '../shared/office-search.ts'
import { handOver } from '../shared/ready-answer.ts'
import { day, dayCheck, newDay } from './day.ts'
import { officeOfVisit, visitOf, type RescheduleData } from './data.ts'
import { remind, reminded } from './reminders.ts'
import { special, specialTold } from './special.ts'
import { end, go, open, t, type StepContext, type Flow, type Transition } from '../engine/flow.ts'

/** Steps of the walk through the app: words under `reschedule.step.<n>`, and what may go wrong there. */
const WALK: readonly (readonly string[])[] = [
  ['login', 'down'],
  ['unsynced', 'down'],
  ['down'],
  ['full', 'ghost'],
  ['down'],
]

/** Change of date: may you still, how, and if not the special way through the office. */
export const reschedule: Flow<RescheduleData> = {
  name: 'reschedule',
  first: 'begin',
  isIdle: ({ state }) => state.step === 'reminded',
  hasProgress: () => false,
  steps: {
    begin: { kind: 'decision', decide: missing },
    office: choiceQuestion<RescheduleData>({
      prompt: (at) => ({
        text: t('reschedule.ask.office'),
        options: [
          { id: 'here', label: { raw: officeOfVisit(at).name }, words: 'ya, iya, benar, sini, yes, here' },
          { id: 'other', label: t('complaint.otherOffice'), words: 'bukan, lain, kantor lain, other, no' },
        ],
      }),
      onPick: (_, id) => go(id === 'here' ? 'begin' : 'name', { set: { asked: true } }),
      onText: (at, text) => asked(onTownText(at, text)),
      onLocation: (at, place) => asked(onLocation(at, place)),
      onMedia: refusePhoto(),
    }),
    ...officeSearchSteps<RescheduleData>(),
    day,
    dayCheck,
    changed: choiceQuestion<RescheduleData>({
      prompt: () => ({
        text: t('reschedule.ask.changed'),
        options: [
          { id: 'no', label: t('reschedule.never'), words: 'belum, belum pernah, tidak, no, never' },
          { id: 'yes', label: t('reschedule.once'), words: 'sudah, pernah, sudah pernah, ya, yes' },
        ],
      }),
      onPick: (_, id) => go('verdict', { set: { changed: id === 'yes' } }),
      onMedia: refusePhoto(),
    }),
    verdict: { kind: 'decision', decide: verdict },
    may: choiceQuestion<RescheduleData>({
      prompt: (at) => ({
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
      onPick: (_, id) => {
        if (id === 'enough') return end({ after: 'menu' })
        return id === 'walk' ? go('walk', { set: { at: 0 } }) : go('remind')
      },
      onMedia: refusePhoto(),
    }),
    walk: {
      ...choiceQuestion<RescheduleData>({
        prompt: ({ data }) => ({
          text: lines(
            t('guide.progress', { step: stepOf(data) + 1, steps: WALK.length }),
            t(`reschedule.step.${stepOf(data) + 1}`),
          ),
          options: [
            { id: 'next', label: t('guide.next'), words: 'sudah, lanjut, oke, ya, selesai, next, done, yes' },
            { id: 'stuck', label: t('guide.stuck'), words: 'macet, tidak bisa, belum bisa, gagal, stuck' },
          ],
        }),
        onPick: ({ data }, id) => {
          if (id === 'stuck') return firstAid(data)
          const then = stepOf(data) + 1
          return then < WALK.length ? go('walk', { set: { at: then } }) : go('newDay')
        },
        onMedia: refusePhoto(),
      }),
      back: ({ data }) => (stepOf(data) > 0 ? go('walk', { set: { at: stepOf(data) - 1 } }) : undefined),
    },
    newDay,
    remind,
    reminded,
    unsure: choiceQuestion<RescheduleData>({
      prompt: () => ({
        text: t('reschedule.why.unknown'),
        options: [
          { id: 'ask', label: t('doubt.yes'), words: 'ya, mau, boleh, tanyakan, yes' },
          { id: 'no', label: t('doubt.no'), words: 'tidak, tidak usah, no' },
        ],
      }),
      onPick: (_, id) => (id === 'ask' ? handOver('reschedule') : end({ after: 'menu' })),
    }),
    special,
    specialTold,
  },
}

/** The next thing that has to be known. */
function missing({ data }: StepContext<RescheduleData>): Transition {
  if (!data.asked && !data.office) return go('office', { set: { category: 'SCH-RESCHED' } })
  if (!data.day) return go('day')
  return go(data.changed === undefined ? 'changed' : 'verdict')
}

function verdict(at: StepContext<RescheduleData>): Transition {
  const answer = rescheduleEligibility(visitOf(at), at.world.now, at.world.library.facts)
  if (answer.allowed) return go('may')
  if (answer.reason === 'unknown') return go('unsure')
  return go('special', { set: { why: answer.reason } })
}

function mayText(at: StepContext<RescheduleData>): Text {
  const answer = rescheduleEligibility(visitOf(at), at.world.now, at.world.library.facts)
  if (!answer.allowed) return t('reschedule.why.unknown')
  const { zone, ...office } = officeOfVisit(at)
  const vars = {
    day: { date: answer.until.day },
    time: `${answer.until.time.replace(':', '.')} ${zoneName(zone)}`,
  }
  const isToday = answer.until.day === todayAt(at, { zone, ...office })
  return lines(
    t(isToday ? 'reschedule.mayToday' : 'reschedule.may', vars),
    t('reschedule.rules'),
    answer.sure ? null : t('doubt.contested'),
  )
}

function firstAid(data: RescheduleData): Transition {
  const returnTo = { flow: 'reschedule', step: 'walk', data }
  return open({ flow: 'apphelp', step: 'symptoms', data: { symptoms: WALK[stepOf(data)], returnTo } })
}

function asked(move: Transition): Transition {
  return move.kind === 'not understood' ? move : { ...move, set: { ...move.set, asked: true } }
}

function stepOf({ at: index = 0 }: RescheduleData): number {
  return Math.min(index, WALK.length - 1)
}
