import { subscriptionEnds } from '../../model/subscriptions.ts'
import { momentIn } from '../../model/dates/time-zone.ts'
import { neighbouringOffices } from '../../model/offices/locations.ts'
import type { Office } from '../../model/offices/office.ts'
import { choiceQuestion } from '../engine/question.ts'
import type { Effect } from '../engine/conversation.ts'
import { readyAnswerText, officeOf, todayAt } from '../shared/facts.ts'
import {
  officeSearchSteps,
  selectOffice,
  officeInFirstMessage,
  onLocation,
  onTownText,
} from '../shared/office-search.ts'
import { watchedOffice } from './notices.ts'
import { openedOffice, openedText, quotaText, type QuotaData } from './view.ts'
import {
  end,
  go,
  notUnderstood,
  open,
  t,
  type StepContext,
  type Flow,
  type Transition,
} from '../engine/flow.ts'

/** Places: when they open, what an officer entered last and when, where else there are some, and a fair word when they open. */

/** Hour at which a watch that ran out is told. */
const MORNING = '09:00'

const FORGET = { watch: undefined }

export const quota: Flow<QuotaData> = {
  name: 'quota',
  first: 'begin',
  isIdle: ({ state }) => ['show', 'tips', 'opened', 'ended'].includes(state.step),
  hasProgress: () => false,
  steps: {
    begin: {
      kind: 'decision',
      decide: (at) => officeInFirstMessage(at) ?? go('look'),
    },
    look: {
      kind: 'query',
      query: (at) => ({ of: 'quota', offices: asked(at) }),
      resolve: (_, answer) =>
        answer.of === 'quota' ? go('show', { set: { figures: answer.figures } }) : notUnderstood,
    },
    show: choiceQuestion<QuotaData>({
      prompt: (at) => ({
        text: quotaText(at),
        options: [
          watchedOffice(at) === officeOf(at).code
            ? { id: 'stop', label: t('quota.stop'), words: 'stop, berhenti, jangan, jangan kabari' }
            : { id: 'watch', label: t('quota.watch'), words: 'kabari, kabari saya, ya, mau, tell me, yes' },
          { id: 'name', label: t('complaint.otherOffice'), words: 'lain, kantor lain, other, other office' },
          { id: 'tips', label: t('quota.tips'), words: 'tips, cara lain, penuh terus, full' },
          { id: 'info', label: t('info.ask'), words: 'tanya, tanya jawab, questions' },
        ],
      }),
      onPick: (at, id) => {
        if (id === 'watch') return watched(at, officeOf(at))
        if (id === 'stop') return stopped()
        return id === 'info' ? open({ flow: 'info', data: { subject: 'schedule' } }) : go(id)
      },
      onText: onTownText,
      onLocation: onLocation,
    }),
    tips: choiceQuestion<QuotaData>({
      prompt: (at) => ({
        text: readyAnswerText(at, ['quota-tips']),
        options: [
          { id: 'name', label: t('complaint.otherOffice'), words: 'lain, kantor lain, other, other office' },
          { id: 'ways', label: t('quota.ways'), words: 'jalur lain, jalur khusus, sehari jadi, lanes' },
        ],
      }),
      onPick: (_, id) => (id === 'name' ? go('name') : open({ flow: 'requirements', step: 'who' })),
    }),
    opened: choiceQuestion<QuotaData>({
      prompt: (at) => ({
        text: openedText(at),
        options: [
          { id: 'look', label: t('quota.see'), words: 'lihat, lihat jatah, see' },
          { id: 'stop', label: t('quota.stop'), words: 'stop, berhenti, sudah, sudah dapat, jangan' },
          { id: 'on', label: t('quota.goOn'), words: 'lanjut, kabari terus, go on' },
        ],
      }),
      onPick: ({ data }, id) => {
        if (id === 'stop') return stopped()
        return id === 'look'
          ? selectOffice(openedOffice(data))
          : end({ says: [{ text: t('quota.watching') }] })
      },
    }),
    ended: choiceQuestion<QuotaData>({
      prompt: (at) => ({
        text: t('quota.endedAt', { office: officeEnded(at).name }),
        options: [
          { id: 'watch', label: t('quota.goOn'), words: 'ya, lanjut, mau, yes, go on' },
          { id: 'enough', label: t('ticket.enough'), words: 'cukup, tidak, tidak usah, no, enough' },
        ],
      }),
      onPick: (at, id) =>
        id === 'watch' ? watched(at, officeEnded(at)) : end({ after: 'menu', slots: FORGET }),
    }),
    ...officeSearchSteps<QuotaData>(),
  },
}

/** The office and those near it. */
function asked(at: StepContext<QuotaData>): readonly string[] {
  const { code } = officeOf(at)
  return [code, ...neighbouringOffices(code, at.world.library.officeDetails).map((near) => near.code)]
}

function officeEnded(at: StepContext<QuotaData>): Office {
  return at.world.offices.find(({ code }) => code === at.data.watch) ?? officeOf(at)
}

/** One watch a person; it ends by itself, and that is said. */
function watched(at: StepContext<QuotaData>, office: Office): Transition {
  const until = subscriptionEnds('quota', todayAt(at, office))
  const effects: Effect[] = [
    { do: 'watch quota', office: office.code, until },
    {
      do: 'remind',
      at: momentIn(office.zone, until, MORNING),
      name: 'quota watch',
      key: 'end',
      data: { office: office.code },
    },
  ]
  const says = [{ text: t('quota.watching') }, { text: t('quota.until', { day: { date: until } }) }]
  return end({ effects, says, slots: { watch: { office: office.code, until } } })
}

function stopped(): Transition {
  const effects: Effect[] = [
    { do: 'stop watching', what: 'quota' },
    { do: 'stop reminding', name: 'quota watch' },
  ]
  return end({ effects, says: [{ text: t('quota.stopped') }], slots: FORGET })
}
