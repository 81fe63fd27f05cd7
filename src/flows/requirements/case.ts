import { wordCount } from '../../model/messages/text.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import type { QuestionStep, Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { go, notUnderstood } from '../engine/flow.ts'
import { topicQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { passportCaseIn } from '../shared/passport-case.ts'
import { wordsForRow } from '../shared/row-words.ts'
import { mentionsOtherPerson } from './first-message.ts'
import { figures } from './figures.ts'
import { startNewPerson } from './new-person.ts'
import { madeIn } from './old-passport.ts'
import type { CaseQuestion, RequirementsData, RequirementsStep } from './handle.ts'

/** The questions of the requirements table, one step each, in the table's own words. */

type At = StepContext<RequirementsData>
type Question = QuestionStep<RequirementsData, RequirementsStep>

export const caseSteps: Readonly<Record<CaseQuestion, Question>> = {
  what: caseStep('what'),
  old: caseStep('old'),
  changed: caseStep('changed'),
  special: caseStep('special'),
  dual: caseStep('dual'),
  parents: caseStep('parents'),
  custody: caseStep('custody'),
  trip: caseStep('trip'),
}

function caseStep(id: CaseQuestion): Question {
  const question = topicQuestion<RequirementsData, RequirementsStep>(
    {
      prompt: (at) => ({
        text: t(`case.${id}.ask`),
        options: choicesOf(at, id).map((choice) => ({
          id: choice,
          label: t(`case.${id}.${choice}`, figures(at, id)),
          ...wordsForRow(at.world, `case.${id}.${choice}`),
          // "belum ada" is said of a decision, too
          ...(id === 'custody' && { means: choice === 'none' ? ('no' as const) : ('yes' as const) }),
        })),
      }),
      onPick: ({ data }, choice) => answered(data, id, choice),
      onText(at, text) {
        const told = toldOf(at, id, text)
        return told ? answered(at.data, id, told) : notUnderstood
      },
    },
    'requirements',
  )
  return {
    ...question,
    answer(at, answer) {
      if (answer.kind !== 'text') return question.answer(at, answer)
      if (mentionsOtherPerson(at, answer.text)) return notUnderstood
      const other = otherAge(at, id, answer.text)
      if (other) return other
      // a sentence says more than the one word of it that stands in the list: "dicuri di Bangkok"
      const told = isSentence(answer.text) ? toldOf(at, id, answer.text) : undefined
      return told ? answered(at.data, id, told) : question.answer(at, answer)
    },
  }
}

/** "12 tahun kok balita": the age, said once more, is that of another kind of person; what was told of the case is kept. */
function otherAge(at: At, id: CaseQuestion, text: string): ReturnType<typeof startNewPerson> | null {
  if (!SAYS_AGE.test(text) || !['what', 'old', 'changed', 'special'].includes(id)) return null
  const found = passportCaseIn(at, text, true)
  const { band, answers = {} } = at.data
  const isOther = found.bands.length === 1 && band !== undefined && !found.bands.includes(band)
  if (!isOther || band === 'frail') return null
  const { who: _, ...kept } = answers
  return startNewPerson(at, { ...found, answers: { ...kept, ...found.answers } })
}

const SAYS_AGE = /\d+ ?(?:th|thn|tahun|taun|years?|yo)\b/i

/** Words from which an answer is a sentence and no label. */
const SENTENCE = 3

function isSentence(text: string): boolean {
  return wordCount(normalise(text)) >= SENTENCE
}

/** The choice that the words tell of, in whatever words. */
function toldOf(at: At, id: CaseQuestion, text: string): string | undefined {
  const choice = passportCaseIn(at, text).answers[id] ?? (id === 'old' ? madeIn(at, text) : undefined)
  return choice && choicesOf(at, id).includes(choice) ? choice : undefined
}

/** What is answered now counts, not what the opening words said. */
function answered(
  data: RequirementsData,
  id: CaseQuestion,
  choice: string,
): Transition<RequirementsData, RequirementsStep> {
  const { [id]: _, ...others } = data.extracted?.answers ?? {}
  const extracted = data.extracted && { ...data.extracted, answers: others }
  const answers = { ...answersBefore(data, id), [id]: choice }
  return go('ask', { set: { answers, extracted, introduced: false } })
}

function choicesOf({ world }: At, id: CaseQuestion): readonly string[] {
  return world.library.requirements.questions.find((one) => one.id === id)?.choices ?? []
}

/** Answers given before this question: another answer to it makes those after it void. */
function answersBefore({ answers = {} }: RequirementsData, id: CaseQuestion): Record<string, string> {
  const given = Object.entries(answers)
  const place = given.findIndex(([question]) => question === id)
  return Object.fromEntries(place === -1 ? given : given.slice(0, place))
}
