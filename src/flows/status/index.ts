import { choose, tell } from '../engine/question.ts'
import { noPhoto } from '../shared/refuse-photo.ts'
import { toOfficer } from '../shared/ready-answer.ts'
import { end, go, miss, t, type Flow, type Move, type Question } from '../engine/flow.ts'
import type { Answer } from '../engine/conversation.ts'
import type { Passport } from './data.ts'
import { birthTold, numberTold, saidBefore } from './identification.ts'
import { show, told } from './show.ts'

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
export const status: Flow<Passport> = {
  name: 'status',
  first: 'start',
  light: ({ state }) => LIGHT.has(state.step),
  holds: () => false,
  steps: {
    start: { kind: 'pass', move: saidBefore },
    number: {
      apart: true,
      ...tell<Passport>({
        ask: () => ({
          text: t('status.ask.number'),
          options: [
            {
              id: 'none',
              label: t('status.ask.none'),
              words: 'tidak tahu, tidak ada, tidak punya, lupa, hilang, unknown, no',
            },
          ],
        }),
        picked: () => ({ kind: 'stay', says: [{ text: t('status.noNumber') }] }),
        told: numberTold,
        shown: noPhoto(numberTold),
      }),
    },
    birth: {
      apart: true,
      ...tell<Passport>({
        ask: () => ({ text: t('status.ask.birth'), options: [] }),
        told: birthTold,
        shown: noPhoto(birthTold),
      }),
    },
    look: {
      kind: 'query',
      ask: ({ data }) => ({ of: 'application', number: data.number ?? '', birth: data.birth ?? '' }),
      answered: (_, answer) => (answer.of === 'application' ? found(answer.found) : miss),
    },
    unknown: choose<Passport>({
      ask: () => ({
        text: t('status.unknown'),
        options: [{ id: 'again', label: t('status.again'), words: 'coba lagi, lagi, ya, again' }, PERSON],
      }),
      picked: (_, id) => (id === 'again' ? go('number') : toOfficer('status')),
    }),
    locked: choose<Passport>({
      ask: () => ({ text: t('status.pause'), options: [PERSON, ENOUGH] }),
      picked: (_, id) => (id === 'person' ? toOfficer('status') : end({ after: 'menu' })),
    }),
    away: choose<Passport>({
      ask: () => ({
        text: t('status.down'),
        options: [
          { id: 'later', label: t('status.later'), words: 'ya, mau, boleh, kabari, ingatkan, yes' },
          PERSON,
          ENOUGH,
        ],
      }),
      picked: ({ world }, id) => {
        if (id === 'person') return toOfficer('status')
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
    told,
  },
}

/** Words that end in a question whether to look once more. */
function lookOrNot(key: string): Question<Passport> {
  return choose<Passport>({
    ask: () => ({
      text: t(key),
      options: [{ id: 'look', label: t('status.look'), words: 'ya, cek, mau, yes' }, ENOUGH],
    }),
    picked: (_, id) => (id === 'look' ? go('number') : end({ after: 'menu' })),
  })
}

/** Whatever the answer is, number and birth date are no longer needed. */
function found(answer: Extract<Answer, { of: 'application' }>['found']): Move {
  const set = { number: undefined, birth: undefined }
  if (typeof answer === 'object') return go('show', { set: { ...set, found: answer } })
  return go({ unknown: 'unknown', locked: 'locked', away: 'away' }[answer], { set })
}
