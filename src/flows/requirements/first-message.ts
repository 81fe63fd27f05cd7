import { nextQuestion, type CaseAnswers, type RequirementsTable } from '../../model/requirements/table.ts'
import type { CaseEntities } from '../../model/understanding/case.ts'
import type { Text } from '../engine/conversation.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { passportCaseIn } from '../shared/passport-case.ts'
import { commaList } from '../shared/facts.ts'
import type { RequirementsData } from './list.ts'
import { peopleOf, type Band, type Person } from './people.ts'
import { t, type StepContext } from '../engine/flow.ts'

/** What the words that opened the conversation have told already, so that it is not asked again. */

/** What was said of a case besides its person. */
export type ExtractedCase = Pick<CaseEntities, 'answers' | 'way'>

/** Nothing was said that helps: asked from the beginning. */
export function isEmptyCase({ bands, answers, way }: CaseEntities): boolean {
  return bands.length === 0 && Object.keys(answers).length === 0 && way === undefined
}

/** What the opening words say; null when nothing. */
export function caseInFirstMessage(at: StepContext<RequirementsData>): CaseEntities | null {
  const said = at.data.words ? passportCaseIn(at, at.data.words) : null
  return said && !isEmptyCase(said) ? said : null
}

/** Could one of the people remembered be meant? */
export function mayBeKnown(
  { state }: StepContext<RequirementsData>,
  { bands, answers }: CaseEntities,
): boolean {
  const fits = ({ band, answers: theirs }: Person) =>
    (bands.length === 0 || bands.includes(band)) &&
    (answers['what'] === undefined || answers['what'] === theirs['what'])
  return peopleOf(state).some(fits)
}

/** Answers given, and those heard to the questions that would come next, in the table's order. */
export function prefilledAnswers(
  table: RequirementsTable,
  answers: CaseAnswers,
  heard: CaseAnswers,
): CaseAnswers {
  const question = nextQuestion(table, answers)
  const said = question && heard[question.id]
  if (!question || !said || !question.choices.includes(said)) return answers
  return prefilledAnswers(table, { ...answers, [question.id]: said }, heard)
}

/** "Anak, hilang di Indonesia": what was heard, told back. */
export function caseSummary(band: Band, answers: CaseAnswers): Text {
  const parts = ['what', 'special'].flatMap((id) =>
    answers[id] ? [t(`requirements.${id}.${answers[id]}`)] : [],
  )
  return commaList([t(`requirements.band.${band}`), ...parts])
}

/** Does a sentence speak of the passport of somebody else: a grown-up's in a child's case, or the other way round? */
export function mentionsOtherPerson(at: StepContext<RequirementsData>, text: string): boolean {
  const asked = at.data.answers?.['who']
  const { who } = passportCaseIn(at, text)
  return asked !== undefined && who !== undefined && who !== asked && /\bpaspor/.test(normalise(text))
}
