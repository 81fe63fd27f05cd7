import { choiceQuestion, openQuestion } from '../engine/question.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import { handOver } from '../shared/ready-answer.ts'
import { end, go, notUnderstood, t, type Flow, type Transition, type QuestionStep } from '../engine/flow.ts'
import type { QueryResult } from '../engine/conversation.ts'
import type { StatusData } from './data.ts'
import { onBirthDate, onNumber, fromFirstMessage } from './identification.ts'
import { show, readyAnswerStep } from './show.ts'

/** Steps that only tell something. */
const LIGHT = new Set(['show', 'told', 'unknown', 'locked', 'away', 'later', 'over'])

/** After a source that was away, a reminder to look again (ms). */
const LOOK_AGAIN = 2 * 3_600_000

const ENOUGH = { id: 'enough', label: t('status.enough'), words: 'cukup, tidak, tidak usah, no, enough' }
const PERSON = {
  id: 'person',
  label: t('status.person'),
  words: 'petugas, tanya petugas, officer, ask an officer',
}

/** Where a passport stands: application number and birth date, then plain words with what to do. */
export const status: Flow<StatusData> = {
  name: 'status',
  first: 'start',
  isIdle: ({ state }) => LIGHT.has(state.step),
  hasProgress: () => false,
  steps: {
    start: { kind: 'decision', decide: fromFirstMessage },
    number: {
      sensitive: true,
      ...openQuestion<StatusData>({
        prompt: () => ({
          text: t('status.ask.number'),
          options: [
            {
              id: 'none',
              label: t('status.ask.none'),
              words: 'tidak tahu, tidak ada, tidak punya, lupa, hilang, unknown, no',
            },
          ],
        }),
        onPick: () => ({ kind: 'stay', says: [{ text: t('status.noNumber') }] }),
        onText: onNumber,
        onMedia: refusePhoto(onNumber),
      }),
    },
    birth: {
      sensitive: true,
      ...openQuestion<StatusData>({
        prompt: () => ({ text: t('status.ask.birth'), options: [] }),
        onText: onBirthDate,
        onMedia: refusePhoto(onBirthDate),
      }),
    },
    look: {
      kind: 'query',
      query: ({ data }) => ({ of: 'application', number: data.number ?? '', birth: data.birth ?? '' }),
      resolve: (_, answer) => (answer.of === 'application' ? found(answer.found) : notUnderstood),
    },
    unknown: choiceQuestion<StatusData>({
      prompt: () => ({
        text: t('status.unknown'),
        options: [{ id: 'again', label: t('status.again'), words: 'coba lagi, lagi, ya, again' }, PERSON],
      }),
      onPick: (_, id) => (id === 'again' ? go('number') : handOver('status')),
    }),
    locked: choiceQuestion<StatusData>({
      prompt: () => ({ text: t('status.pause'), options: [PERSON, ENOUGH] }),
      onPick: (_, id) => (id === 'person' ? handOver('status') : end({ after: 'menu' })),
    }),
    away: choiceQuestion<StatusData>({
      prompt: () => ({
        text: t('status.down'),
        options: [
          { id: 'later', label: t('status.later'), words: 'ya, mau, boleh, kabari, ingatkan, yes' },
          PERSON,
          ENOUGH,
        ],
      }),
      onPick: ({ world }, id) => {
        if (id === 'person') return handOver('status')
        if (id === 'enough') return end({ after: 'menu' })
        const remind = { do: 'remind', name: 'status', key: 'again', data: {} } as const
        return end({
          effects: [{ ...remind, at: world.now + LOOK_AGAIN }],
          says: [{ text: t('status.laterSet') }],
        })
      },
    }),
    later: lookOrNot('status.tryAgain'),
    over: lookOrNot('status.over'),
    show,
    told: readyAnswerStep,
  },
}

/** Words that end in a question whether to look once more. */
function lookOrNot(key: string): QuestionStep<StatusData> {
  return choiceQuestion<StatusData>({
    prompt: () => ({
      text: t(key),
      options: [{ id: 'look', label: t('status.look'), words: 'ya, cek, mau, yes' }, ENOUGH],
    }),
    onPick: (_, id) => (id === 'look' ? go('number') : end({ after: 'menu' })),
  })
}

/** Whatever the answer is, number and birth date are no longer needed. */
function found(answer: Extract<QueryResult, { of: 'application' }>['found']): Transition {
  const set = { number: undefined, birth: undefined }
  if (typeof answer === 'object') return go('show', { set: { ...set, found: answer } })
  return go({ unknown: 'unknown', locked: 'locked', away: 'away' }[answer], { set })
}
