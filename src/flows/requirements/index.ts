import { nextQuestion } from '../../model/requirements.ts'
import { choose } from '../engine/question.ts'
import { answersTold, figure } from '../shared/facts.ts'
import { caseSteps, CASE_WORDS } from './case.ts'
import type { Say } from '../engine/conversation.ts'
import { doubt, list, next, tick, which } from './checklist.ts'
import { filledIn } from './first-message.ts'
import { aboutList, listCard, listOf, wayIn, type Papers } from './list.ts'
import { newId, remembered, type Band } from './people.ts'
import { begun, FORGOTTEN, more, who, whose } from './who.ts'
import { go, t, type At, type Flow, type Move } from '../engine/flow.ts'

/** Papers to bring: for whom, which way in, the fewest questions of the table, then a list to tick off over days. */

export const requirements: Flow<Papers> = {
  name: 'requirements',
  first: 'start',
  light: ({ state }) => ['list', 'next', 'which'].includes(state.step),
  holds: () => false,
  steps: {
    start: { kind: 'pass', move: begun },
    apapo: {
      kind: 'pass',
      move: (at) => go('start', { says: answersTold(at, ['apapo']).map((text) => ({ text })) }),
    },
    whose,
    who,
    more,
    person: choose<Papers>({
      ask: (at) => ({
        text: t('case.who.ask'),
        options: ['adult', 'child'].map((id) => ({
          id,
          label: t(`case.who.${id}`, { age: figure(at, 'adult.age') }),
          words: CASE_WORDS[id] ?? '',
        })),
      }),
      picked: ({ data }, who) =>
        go('ask', {
          set: { band: data.band === 'frail' ? 'frail' : (who as Band), answers: { who } },
        }),
    }),
    ask: { kind: 'pass', move: nextAsked },
    ...caseSteps,
    done: { kind: 'pass', move: done },
    doubt,
    list,
    tick,
    which,
    next,
  },
}

/** The next open question; what was heard answers it without being asked, and `kembali` leads there. */
function nextAsked({ world, data }: At<Papers>): Move {
  const table = world.library.requirements
  const given = data.answers ?? {}
  const answers = filledIn(table, given, data.heard?.answers ?? {})
  const answered = Object.keys(answers).filter((id) => !(id in given))
  return go(nextQuestion(table, answers)?.id ?? 'done', { set: { answers }, answered })
}

/** The case is decided: remembered, told about once, then the list, or the honest words that there is none. */
function done(at: At<Papers>): Move {
  const { id = newId(at.state), band = 'adult', way, answers = {}, have = [] } = at.data
  const keep = remembered(at.state, { id, band, answers, have, ...(way && { way }) })
  const { items, doubts } = listOf(at)
  if (doubts.length > 0) {
    const says = wayIn(at).map((text) => ({ text }))
    return go('doubt', { keep, says, set: { ...FORGOTTEN, id } })
  }
  const says = at.data.told ? [] : told(at)
  return go(items.length > 0 ? 'list' : 'next', { keep, says, set: { ...FORGOTTEN, id, told: true } })
}

/** Said with a list when it is first shown: what belongs to it, and the list as a picture. */
function told(at: At<Papers>): readonly Say[] {
  const about = aboutList(at).map((text) => ({ text }))
  if (listOf(at).items.length === 0) return about
  return [...about, { text: t('checklist.keep'), card: listCard(at) }]
}
