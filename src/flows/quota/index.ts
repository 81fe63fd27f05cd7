import { neighbouringOffices } from '../../model/offices/locations.ts'
import type { Office } from '../../model/offices/office.ts'
import { end, go, notUnderstood, open, type Flow, type Option } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { infoHandle } from '../info/handle.ts'
import { requirementsHandle } from '../requirements/handle.ts'
import { officeOf, readyAnswerText } from '../shared/facts.ts'
import {
  officeInFirstMessage,
  officeSearchSteps,
  onLocation,
  onTownText,
  selectOffice,
} from '../shared/office-search.ts'
import { QuotaData, quotaHandle, type QuotaStep } from './handle.ts'
import { openedOffice, openedText } from './opened.ts'
import { moreText, quotaText } from './view.ts'
import {
  quotaOpenedNotice,
  startWatch,
  STOP_WATCH,
  watchEndedNotice,
  watchedOffice,
  watchSlot,
} from './watch.ts'

/** Places: when they open, what an officer entered last and when, where else there are some, and a fair word when they open. */

const OTHER_OFFICE: Option<QuotaData, QuotaStep> = {
  id: 'name',
  label: t('complaint.otherOffice'),
  hears: 'office.other',
  to: go('name'),
}

const TIPS: Option<QuotaData, QuotaStep> = {
  id: 'tips',
  label: t('quota.tips'),
  hears: 'quota.tips',
  to: go('tips'),
}

export const quota: Flow<QuotaData, QuotaStep> = {
  name: quotaHandle.name,
  first: 'begin',
  data: QuotaData,
  isIdle: ({ state }) => ['show', 'more', 'tips', 'opened', 'ended'].includes(state.step),
  hasProgress: () => false,
  slots: [watchSlot],
  reminders: { 'quota watch': watchEndedNotice },
  news: { 'quota opened': quotaOpenedNotice },
  subscriptions: ['quota'],
  previews: () => [
    { target: quotaHandle.at('show', { figures: [] }) },
    { target: quotaHandle.at('more', { figures: [] }) },
  ],
  steps: {
    begin: {
      kind: 'decision',
      decide: (at) => officeInFirstMessage(at) ?? go('look'),
    },
    look: {
      kind: 'query',
      query: (at) => ({ of: 'quota', offices: officesAround(at) }),
      resolve: (_, result) =>
        result.of === 'quota' ? go('show', { set: { figures: result.figures } }) : notUnderstood,
    },
    show: choiceQuestion<QuotaData, QuotaStep>({
      prompt: (at) => ({
        text: quotaText(at),
        options: [
          watchOption(at),
          OTHER_OFFICE,
          { id: 'more', label: t('quota.more'), hears: 'quota.more', to: go('more') },
        ],
      }),
      onText: onTownText,
      onLocation,
    }),
    more: choiceQuestion<QuotaData, QuotaStep>({
      prompt: (at) => ({
        text: moreText(at),
        options: [
          OTHER_OFFICE,
          TIPS,
          {
            id: 'info',
            label: t('info.ask'),
            hears: 'info.questions',
            to: open(infoHandle.start({ subject: 'schedule' })),
          },
        ],
      }),
      onText: onTownText,
      onLocation,
    }),
    tips: choiceQuestion<QuotaData, QuotaStep>({
      prompt: (at) => ({
        text: readyAnswerText(at, ['quota-tips']),
        options: [
          OTHER_OFFICE,
          {
            id: 'ways',
            label: t('quota.ways'),
            hears: 'quota.ways',
            to: open(requirementsHandle.at('who')),
          },
        ],
      }),
    }),
    opened: choiceQuestion<QuotaData, QuotaStep>({
      prompt: (at) => ({
        text: openedText(at),
        options: [
          {
            id: 'look',
            label: t('quota.see'),
            hears: 'quota.see',
            to: selectOffice(openedOffice(at.data)),
          },
          {
            id: 'stop',
            means: 'done',
            label: t('quota.stop'),
            hears: 'quota.enoughNews',
            to: STOP_WATCH,
          },
          {
            id: 'on',
            means: 'yes',
            label: t('quota.goOn'),
            hears: 'quota.goOn',
            to: end({ says: [{ text: t('quota.watching') }] }),
          },
        ],
      }),
    }),
    ended: choiceQuestion<QuotaData, QuotaStep>({
      prompt: (at) => ({
        text: t('quota.endedAt', { office: officeEnded(at).name }),
        options: [
          {
            id: 'watch',
            means: 'yes',
            label: t('quota.goOn'),
            hears: 'quota.again',
            to: startWatch(at, officeEnded(at)),
          },
          {
            id: 'enough',
            means: 'no',
            label: t('ticket.enough'),
            hears: 'status.enough',
            to: end({ after: 'menu', slots: watchSlot.set(undefined) }),
          },
        ],
      }),
    }),
    ...officeSearchSteps,
  },
}

function watchOption(at: StepContext<QuotaData>): Option<QuotaData, QuotaStep> {
  const office = officeOf(at)
  return watchedOffice(at) === office.code
    ? { id: 'stop', label: t('quota.stop'), hears: 'quota.stop', to: STOP_WATCH }
    : { id: 'watch', means: 'yes', label: t('quota.watch'), hears: 'quota.watch', to: startWatch(at, office) }
}

/** The office and those near it. */
function officesAround(at: StepContext<QuotaData>): readonly string[] {
  const { code } = officeOf(at)
  return [code, ...neighbouringOffices(code, at.world.library.officeDetails).map((near) => near.code)]
}

function officeEnded(at: StepContext<QuotaData>): Office {
  return at.world.offices.find(({ code }) => code === at.data.watch) ?? officeOf(at)
}
