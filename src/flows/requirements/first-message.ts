import { nextQuestion, type CaseAnswers, type Requirements } from '../../model/requirements.ts'
import type { CaseSaid } from '../../model/understanding-case.ts'
import type { Text } from '../engine/conversation.ts'
import { normalise } from '../../model/understanding.ts'
import { caseHeard } from '../shared/passport-case.ts'
import { listed } from '../shared/facts.ts'
import type { Papers } from './list.ts'
import { peopleOf, type Band, type Person } from './people.ts'
import { t, type At } from '../engine/flow.ts'

/** What the words that opened the conversation have told already, so that it is not asked again. */

/** What was said of a case besides its person. */
export type Heard = Pick<CaseSaid, 'answers' | 'way'>

/** Nothing was said that helps: asked from the beginning. */
export function saysNothing({ bands, answers, way }: CaseSaid): boolean {
  return bands.length === 0 && Object.keys(answers).length === 0 && way === undefined
}

/** What the opening words say; null when nothing. */
export function heardIn(at: At<Papers>): CaseSaid | null {
  const said = at.data.words ? caseHeard(at, at.data.words) : null
  return said && !saysNothing(said) ? said : null
}

/** Could one of the people remembered be meant? */
export function mayBeKnown({ state }: At<Papers>, { bands, answers }: CaseSaid): boolean {
  const fits = ({ band, answers: theirs }: Person) =>
    (bands.length === 0 || bands.includes(band)) &&
    (answers['what'] === undefined || answers['what'] === theirs['what'])
  return peopleOf(state).some(fits)
}

/** Answers given, and those heard to the questions that would come next, in the table's order. */
export function filledIn(table: Requirements, answers: CaseAnswers, heard: CaseAnswers): CaseAnswers {
  const question = nextQuestion(table, answers)
  const said = question && heard[question.id]
  if (!question || !said || !question.choices.includes(said)) return answers
  return filledIn(table, { ...answers, [question.id]: said }, heard)
}

/** "Anak, hilang di Indonesia": what was heard, told back. */
export function toldBack(band: Band, answers: CaseAnswers): Text {
  const parts = ['what', 'special'].flatMap((id) =>
    answers[id] ? [t(`requirements.${id}.${answers[id]}`)] : [],
  )
  return listed([t(`requirements.band.${band}`), ...parts])
}

/** Does a sentence speak of the passport of somebody else: a grown-up's in a child's case, or the other way round? */
export function speaksOfOther(at: At<Papers>, text: string): boolean {
  const asked = at.data.answers?.['who']
  const { who } = caseHeard(at, text)
  return asked !== undefined && who !== undefined && who !== asked && /\bpaspor/.test(normalise(text))
}
