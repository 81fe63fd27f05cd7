import { nextQuestion, type CaseAnswers, type RequirementsTable } from '../../model/requirements/table.ts'
import type { CaseEntities } from '../../model/understanding/case.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import type { PersonBand } from '../../model/understanding/person.ts'
import type { StepContext } from '../engine/context.ts'
import { t, type Text } from '../engine/text.ts'
import { commaList } from '../shared/facts.ts'
import { passportCaseIn } from '../shared/passport-case.ts'
import type { RequirementsData } from './handle.ts'
import { peopleOf } from './people.ts'

/** What the words that opened the conversation have told already, so that it is not asked again. */

/** Words of one person's case are not used for the next. */
export const NO_FIRST_MESSAGE = {
  words: undefined,
  extracted: undefined,
  bands: undefined,
} satisfies RequirementsData

/** Nothing was said that helps: asked from the beginning. */
export function isEmptyCase({ bands, answers, way }: CaseEntities): boolean {
  return bands.length === 0 && Object.keys(answers).length === 0 && way === undefined
}

/** What the opening words say; null when nothing. */
export function caseInFirstMessage(at: StepContext<RequirementsData>): CaseEntities | null {
  const found = at.data.words ? passportCaseIn(at, at.data.words) : null
  return found && !isEmptyCase(found) ? found : null
}

/** Could one of the people remembered be meant? */
export function mayBeKnown(
  { state }: StepContext<RequirementsData>,
  { bands, answers: { what } }: CaseEntities,
): boolean {
  return peopleOf(state).some(
    ({ band, answers }) =>
      (bands.length === 0 || bands.includes(band)) && (what === undefined || what === answers['what']),
  )
}

/** Answers given, and those extracted to the questions that would come next, in the table's order. */
export function prefilledAnswers(
  table: RequirementsTable,
  answers: CaseAnswers,
  extracted: CaseAnswers,
): CaseAnswers {
  const question = nextQuestion(table, answers)
  const choice = question && extracted[question.id]
  if (!question || !choice || !question.choices.includes(choice)) return answers
  return prefilledAnswers(table, { ...answers, [question.id]: choice }, extracted)
}

/** "Anak, hilang di Indonesia": what was understood, told back. */
export function caseSummary(band: PersonBand, answers: CaseAnswers): Text {
  const parts = (['what', 'special'] as const).flatMap((id) =>
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
