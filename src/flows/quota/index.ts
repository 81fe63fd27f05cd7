import { watchEnds } from '../../model/quota-watch.ts'
import { momentIn } from '../../model/dates-moment.ts'
import { neighbours } from '../../model/places.ts'
import type { Office } from '../../model/office.ts'
import { choose } from '../engine/question.ts'
import type { Effect } from '../engine/conversation.ts'
import { answersJoined, officeOf, todayAt } from '../shared/facts.ts'
import { finding, officeChosen, officeNamed, officeNear, townSaid } from '../shared/office-search.ts'
import { watchedOffice } from './notices.ts'
import { openedAt, openedText, view, type Places } from './view.ts'
import { end, go, miss, open, t, type At, type Flow, type Move } from '../engine/flow.ts'

/** Places: when they open, what an officer entered last and when, where else there are some, and a fair word when they open. */

/** Hour at which a watch that ran out is told. */
const MORNING = '09:00'

const FORGET = { watch: undefined }

export const quota: Flow<Places> = {
  name: 'quota',
  first: 'begin',
  light: ({ state }) => ['show', 'tips', 'opened', 'ended'].includes(state.step),
  holds: () => false,
  steps: {
    begin: {
      kind: 'pass',
      move: (at) => officeNamed(at) ?? go('look'),
    },
    look: {
      kind: 'query',
      ask: (at) => ({ of: 'quota', offices: asked(at) }),
      answered: (_, answer) =>
        answer.of === 'quota' ? go('show', { set: { figures: answer.figures } }) : miss,
    },
    show: choose<Places>({
      ask: (at) => ({
        text: view(at),
        options: [
          watchedOffice(at) === officeOf(at).code
            ? { id: 'stop', label: t('quota.stop'), words: 'stop, berhenti, jangan, jangan kabari' }
            : { id: 'watch', label: t('quota.watch'), words: 'kabari, kabari saya, ya, mau, tell me, yes' },
          { id: 'name', label: t('complaint.otherOffice'), words: 'lain, kantor lain, other, other office' },
          { id: 'tips', label: t('quota.tips'), words: 'tips, cara lain, penuh terus, full' },
          { id: 'info', label: t('info.ask'), words: 'tanya, tanya jawab, questions' },
        ],
      }),
      picked: (at, id) => {
        if (id === 'watch') return watched(at, officeOf(at))
        if (id === 'stop') return stopped()
        return id === 'info' ? open({ flow: 'info', data: { subject: 'schedule' } }) : go(id)
      },
      said: townSaid,
      located: officeNear,
    }),
    tips: choose<Places>({
      ask: (at) => ({
        text: answersJoined(at, ['quota-tips']),
        options: [
          { id: 'name', label: t('complaint.otherOffice'), words: 'lain, kantor lain, other, other office' },
          { id: 'ways', label: t('quota.ways'), words: 'jalur lain, jalur khusus, sehari jadi, lanes' },
        ],
      }),
      picked: (_, id) => (id === 'name' ? go('name') : open({ flow: 'requirements', step: 'who' })),
    }),
    opened: choose<Places>({
      ask: (at) => ({
        text: openedText(at),
        options: [
          { id: 'look', label: t('quota.see'), words: 'lihat, lihat jatah, see' },
          { id: 'stop', label: t('quota.stop'), words: 'stop, berhenti, sudah, sudah dapat, jangan' },
          { id: 'on', label: t('quota.goOn'), words: 'lanjut, kabari terus, go on' },
        ],
      }),
      picked: ({ data }, id) => {
        if (id === 'stop') return stopped()
        return id === 'look' ? officeChosen(openedAt(data)) : end({ says: [{ text: t('quota.watching') }] })
      },
    }),
    ended: choose<Places>({
      ask: (at) => ({
        text: t('quota.endedAt', { office: officeEnded(at).name }),
        options: [
          { id: 'watch', label: t('quota.goOn'), words: 'ya, lanjut, mau, yes, go on' },
          { id: 'enough', label: t('ticket.enough'), words: 'cukup, tidak, tidak usah, no, enough' },
        ],
      }),
      picked: (at, id) =>
        id === 'watch' ? watched(at, officeEnded(at)) : end({ after: 'menu', keep: FORGET }),
    }),
    ...finding<Places>(),
  },
}

/** The office and those near it. */
function asked(at: At<Places>): readonly string[] {
  const { code } = officeOf(at)
  return [code, ...neighbours(code, at.world.library.places).map((near) => near.code)]
}

function officeEnded(at: At<Places>): Office {
  return at.world.offices.find(({ code }) => code === at.data.watch) ?? officeOf(at)
}

/** One watch a person; it ends by itself, and that is said. */
function watched(at: At<Places>, office: Office): Move {
  const until = watchEnds(todayAt(at, office))
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
  return end({ effects, says, keep: { watch: { office: office.code, until } } })
}

function stopped(): Move {
  const effects: Effect[] = [
    { do: 'stop watching', what: 'quota' },
    { do: 'stop reminding', name: 'quota watch' },
  ]
  return end({ effects, says: [{ text: t('quota.stopped') }], keep: FORGET })
}
