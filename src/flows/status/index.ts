import { looksLikeApplicationNumber } from '../../model/applications/number.ts'
import type { QueryResult } from '../engine/conversation.ts'
import {
  end,
  go,
  notUnderstood,
  stay,
  type Flow,
  type QuestionStep,
  type Transition,
} from '../engine/flow.ts'
import { choiceQuestion, openQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import { StatusData, statusHandle, type StatusStep } from './handle.ts'
import { fromFirstMessage, onBirthDate, onNumber } from './identification.ts'
import { collect, collectNotice } from './collect.ts'
import { AGAIN, ENOUGH, PERSON } from './options.ts'
import { interview, ready, readyFollowUp, whenReady } from './ready.ts'
import { readyAnswerStep, show } from './show.ts'
import { lookAgainNotice, statusChangedNotice, watchEndedNotice, watchedSlot } from './watch.ts'

/** Where a passport stands: application number and birth date, then plain words with what to do. */

/** Steps that only tell something. */
const LIGHT = new Set(['show', 'told', 'unknown', 'locked', 'away', 'later', 'over', 'ready', 'collect'])

/** After a source that was away, a reminder to look again (ms). */
const LOOK_AGAIN = 2 * 3_600_000

export const status: Flow<StatusData, StatusStep> = {
  name: statusHandle.name,
  first: 'start',
  data: StatusData,
  isIdle: ({ state }) => LIGHT.has(state.step),
  hasProgress: () => false,
  slots: [watchedSlot],
  reminders: { status: lookAgainNotice, 'status watch': watchEndedNotice, pickup: collectNotice },
  news: { 'application changed': statusChangedNotice },
  subscriptions: ['applications'],
  // kept out of every story, unless an officer may have asked for it
  guess: (_, text) => (looksLikeApplicationNumber(text) ? statusHandle.start({ parts: [text] }) : null),
  directAnswer: whenReady,
  followUp: readyFollowUp,
  steps: {
    start: { kind: 'decision', decide: fromFirstMessage },
    number: {
      sensitive: true,
      ...openQuestion<StatusData, StatusStep>({
        expects: 'application',
        prompt: () => ({
          text: t('status.ask.number'),
          options: [
            {
              id: 'none',
              means: 'unknown',
              label: t('status.ask.none'),
              hears: 'status.noNumber',
              to: stay({ says: [{ text: t('status.noNumber') }] }),
            },
            {
              id: 'interview',
              label: t('status.byInterview'),
              hears: 'status.byInterview',
              to: go('interview'),
            },
          ],
        }),
        onText: onNumber,
        onMedia: refusePhoto(onNumber),
      }),
    },
    birth: {
      sensitive: true,
      ...openQuestion<StatusData, StatusStep>({
        expects: 'birth',
        prompt: () => ({ text: t('status.ask.birth'), options: [] }),
        onText: onBirthDate,
        onMedia: refusePhoto(onBirthDate),
      }),
    },
    look: {
      kind: 'query',
      query: ({ data }) => ({ of: 'application', number: data.number ?? '', birth: data.birth ?? '' }),
      resolve: (_, result) => (result.of === 'application' ? onFound(result.found) : notUnderstood),
    },
    unknown: choiceQuestion<StatusData, StatusStep>({
      prompt: () => ({ text: t('status.unknown'), options: [AGAIN, PERSON] }),
    }),
    locked: choiceQuestion<StatusData, StatusStep>({
      prompt: () => ({ text: t('status.pause'), options: [PERSON, ENOUGH] }),
    }),
    away: choiceQuestion<StatusData, StatusStep>({
      prompt: ({ world }) => ({
        text: t('status.down'),
        options: [
          {
            id: 'later',
            means: 'yes',
            label: t('status.later'),
            hears: 'status.later',
            to: remindLater(world.now + LOOK_AGAIN),
          },
          PERSON,
          { ...ENOUGH, means: 'no' },
        ],
      }),
    }),
    later: lookOrNot('status.tryAgain'),
    over: lookOrNot('status.over'),
    show,
    told: readyAnswerStep,
    interview,
    ready,
    collect,
  },
}

function remindLater(at: number): Transition<StatusData, StatusStep> {
  return end({
    effects: [{ do: 'remind', at, name: 'status', key: 'again', data: {} }],
    says: [{ text: t('status.laterSet') }],
  })
}

/** Words that end in a question whether to look once more. */
function lookOrNot(key: 'status.tryAgain' | 'status.over'): QuestionStep<StatusData, StatusStep> {
  return choiceQuestion<StatusData, StatusStep>({
    prompt: () => ({
      text: t(key),
      options: [
        { id: 'look', means: 'yes', label: t('status.look'), hears: 'status.look', to: go('number') },
        { ...ENOUGH, means: 'no' },
      ],
    }),
  })
}

/** Whatever the answer is, number and birth date are no longer needed. */
function onFound(
  found: Extract<QueryResult, { of: 'application' }>['found'],
): Transition<StatusData, StatusStep> {
  const set = { number: undefined, birth: undefined }
  return typeof found === 'object' ? go('show', { set: { ...set, found } }) : go(found, { set })
}
