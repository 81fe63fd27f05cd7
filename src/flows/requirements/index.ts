import type { InboundContent } from '../../model/messages/content.ts'
import { nextQuestion, withAssumptions } from '../../model/requirements/table.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import type { Say } from '../engine/conversation.ts'
import { go, type Flow, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { t } from '../engine/text.ts'
import { readyAnswerTexts } from '../shared/facts.ts'
import { passportCaseIn } from '../shared/passport-case.ts'
import { caseSteps } from './case.ts'
import { doubt, list, next, paper, which } from './checklist.ts'
import { mentionsOtherPerson, NO_FIRST_MESSAGE, withTold } from './first-message.ts'
import { CASE_QUESTIONS, RequirementsData, requirementsHandle, type RequirementsStep } from './handle.ts'
import { introTexts, laneTexts, listCard, listOf, tellsCaseWithList } from './list.ts'
import { startStep } from './new-person.ts'
import { newId, peopleSlot, withPerson } from './people.ts'
import { requirementsPreviews } from './previews.ts'
import { tick } from './tick.ts'
import { caseFollowUp, caseNotes, paperAnswer } from './told.ts'
import { moreStep, personStep, whoseStep, whoStep } from './who.ts'

type At = StepContext<RequirementsData>
type Next = Transition<RequirementsData, RequirementsStep> & { kind: 'go' }

/** Papers to bring: for whom, which way in, the fewest questions of the table, then a list to tick off over days. */
export const requirements: Flow<RequirementsData, RequirementsStep> = {
  name: requirementsHandle.name,
  first: 'start',
  data: RequirementsData,
  isIdle: ({ state }) => ['list', 'next', 'which', 'paper'].includes(state.step),
  hasProgress: () => false,
  slots: [peopleSlot],
  recognise: (_, content) => (namesQueueApp(content) ? requirementsHandle.at('apapo') : null),
  isAboutOther: mentionsOtherPerson,
  notes: caseNotes,
  guess: (at, text) => (isCase(at, text) ? requirementsHandle.start({ words: text }) : null),
  followUp: caseFollowUp,
  directAnswer: paperAnswer,
  previews: requirementsPreviews,
  steps: {
    start: { kind: 'decision', decide: startStep },
    apapo: {
      kind: 'decision',
      decide: (at) => go('start', { says: readyAnswerTexts(at, ['apapo']).map((text) => ({ text })) }),
    },
    whose: whoseStep,
    who: whoStep,
    more: moreStep,
    person: personStep,
    ask: { kind: 'decision', decide: askNext },
    ...caseSteps,
    done: { kind: 'decision', decide: finishCase },
    doubt,
    list,
    tick,
    which,
    paper,
    next,
  },
}

/** Words that tell of a case, and of nothing else that is known ("hilang", "buat ibu saya"). */
function isCase(at: StepContext, text: string): boolean {
  const { bands, answers } = passportCaseIn(at, text)
  return bands.length > 0 || answers['what'] !== undefined || answers['special'] !== undefined
}

/** The queue app of before 2022: people still ask for it. */
const QUEUE_APP = /\bapapo\b/

function namesQueueApp(content: InboundContent): boolean {
  return content.kind === 'text' && QUEUE_APP.test(normalise(content.text))
}

/** Steps that ask a question of the table; one that this program does not know is left out. */
const TABLE_STEPS = ['who', ...CASE_QUESTIONS] as const

/** The next open question that many answer differently; what the words told, or holds for most, is not asked. */
function askNext({ world, data }: At): Next {
  const table = world.library.requirements
  const given = data.answers ?? {}
  const answers = withTold(table, given, data.extracted?.answers ?? {})
  const prefilled = CASE_QUESTIONS.filter((id) => id in answers && !(id in given))
  const question = nextQuestion(table, data.asksAll ? answers : withAssumptions(table, answers))
  const step = TABLE_STEPS.find((id) => id === question?.id) ?? 'done'
  return go(step, { set: { answers }, prefilled })
}

/** The case is decided: remembered, told about once, then the list, or the honest words that there is none. */
function finishCase(at: At): Next {
  const { data } = at
  const { id = newId(at.state), band = 'adult', way, answers = {}, have = [] } = data
  const slots = withPerson(at.state, { id, band, answers, have, ...(way && { way }) })
  const { items, uncertainCases } = listOf(at)
  if (uncertainCases.length > 0) {
    const says = laneTexts(at).map((text) => ({ text }))
    return go('doubt', { slots, says, set: { ...NO_FIRST_MESSAGE, id } })
  }
  return go(items.length > 0 ? 'list' : 'next', {
    slots,
    says: data.introduced ? [] : introduction(at),
    set: {
      ...NO_FIRST_MESSAGE,
      id,
      introduced: true,
      caseTold: data.introduced ? data.caseTold : tellsCaseWithList(at),
    },
  })
}

/** Said with a list when it is first shown: what belongs to it, and the list as a picture. */
function introduction(at: At): readonly Say[] {
  const about = introTexts(at).map((text) => ({ text }))
  if (listOf(at).items.length === 0) return about
  return [...about, { text: t('checklist.keep'), card: listCard(at) }]
}
