import { nextQuestion } from '../../model/requirements/table.ts'
import { choiceQuestion } from '../engine/question.ts'
import { readyAnswerTexts, factNumber } from '../shared/facts.ts'
import { caseSteps, CASE_WORDS } from './case.ts'
import type { Say } from '../engine/conversation.ts'
import { doubt, list, next, tick, which } from './checklist.ts'
import { prefilledAnswers } from './first-message.ts'
import { introTexts, listCard, listOf, laneTexts, type RequirementsData } from './list.ts'
import { newId, withPerson } from './people.ts'
import { startStep, NO_FIRST_MESSAGE, moreStep, whoStep, whoseStep } from './who.ts'
import { go, t, type StepContext, type Flow, type Transition } from '../engine/flow.ts'

/** Papers to bring: for whom, which way in, the fewest questions of the table, then a list to tick off over days. */

export const requirements: Flow<RequirementsData> = {
  name: 'requirements',
  first: 'start',
  isIdle: ({ state }) => ['list', 'next', 'which'].includes(state.step),
  hasProgress: () => false,
  steps: {
    start: { kind: 'decision', decide: startStep },
    apapo: {
      kind: 'decision',
      decide: (at) => go('start', { says: readyAnswerTexts(at, ['apapo']).map((text) => ({ text })) }),
    },
    whose: whoseStep,
    who: whoStep,
    more: moreStep,
    person: choiceQuestion<RequirementsData>({
      prompt: (at) => ({
        text: t('case.who.ask'),
        options: ['adult', 'child'].map((id) => ({
          id,
          label: t(`case.who.${id}`, { age: factNumber(at, 'adult.age') }),
          words: CASE_WORDS[id] ?? '',
        })),
      }),
      onPick: ({ data }, who) =>
        go('ask', {
          set: { band: data.band === 'frail' ? 'frail' : who, answers: { who } },
        }),
    }),
    ask: { kind: 'decision', decide: nextAsked },
    ...caseSteps,
    done: { kind: 'decision', decide: done },
    doubt,
    list,
    tick,
    which,
    next,
  },
}

/** The next open question; what was heard answers it without being asked, and `kembali` leads there. */
function nextAsked({ world, data }: StepContext<RequirementsData>): Transition {
  const table = world.library.requirements
  const given = data.answers ?? {}
  const answers = prefilledAnswers(table, given, data.extracted?.answers ?? {})
  const answered = Object.keys(answers).filter((id) => !(id in given))
  return go(nextQuestion(table, answers)?.id ?? 'done', { set: { answers }, prefilled: answered })
}

/** The case is decided: remembered, told about once, then the list, or the honest words that there is none. */
function done(at: StepContext<RequirementsData>): Transition {
  const { id = newId(at.state), band = 'adult', way, answers = {}, have = [] } = at.data
  const keep = withPerson(at.state, { id, band, answers, have, ...(way && { way }) })
  const { items, doubts } = listOf(at)
  if (doubts.length > 0) {
    const says = laneTexts(at).map((text) => ({ text }))
    return go('doubt', { slots: keep, says, set: { ...NO_FIRST_MESSAGE, id } })
  }
  const says = at.data.introduced ? [] : told(at)
  return go(items.length > 0 ? 'list' : 'next', {
    slots: keep,
    says,
    set: { ...NO_FIRST_MESSAGE, id, introduced: true },
  })
}

/** Said with a list when it is first shown: what belongs to it, and the list as a picture. */
function told(at: StepContext<RequirementsData>): readonly Say[] {
  const about = introTexts(at).map((text) => ({ text }))
  if (listOf(at).items.length === 0) return about
  return [...about, { text: t('checklist.keep'), card: listCard(at) }]
}
