import type { CaseAnswers, RequirementsTable } from '../../model/requirements/table.ts'
import type { CaseEntities } from '../../model/understanding/case.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import type { PersonBand } from '../../model/understanding/person.ts'
import type { StepContext } from '../engine/context.ts'
import { t, type Text } from '../engine/text.ts'
import { commaList } from '../shared/facts.ts'
import { passportCaseIn } from '../shared/passport-case.ts'
import type { RequirementsData } from './handle.ts'
import { madeIn } from './old-passport.ts'
import { peopleOf } from './people.ts'

/** What the words that opened the conversation have told already, so that it is not asked again. */

/** Words of one person's case are not used for the next. */
export const NO_FIRST_MESSAGE = {
  before: undefined,
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
  const { words } = at.data
  const found = words
    ? withEarlier(passportCaseIn(at, words), passportCaseIn(at, (at.data.before ?? []).join('. ')))
    : null
  if (!words || !found || isEmptyCase(found)) return null
  const old =
    found.answers['what'] === 'replace' && SAYS_WHEN.test(normalise(words)) ? madeIn(at, words) : undefined
  return old ? { ...found, answers: { old, ...found.answers } } : found
}

/** What was told before counts where the words now say nothing of it. */
function withEarlier(now: CaseEntities, before: CaseEntities): CaseEntities {
  const way = now.way ?? before.way
  const person = now.bands.length > 0 && !isFrailOf(before, now) ? now : before
  return { ...now, ...personOf(person), answers: { ...before.answers, ...now.answers }, ...(way && { way }) }
}

/** "Bapak saya" after "bapak stroke" is the same person, who comes by another lane. */
function isFrailOf(before: CaseEntities, now: CaseEntities): boolean {
  return before.bands.includes('frail') && now.bands.every((band) => band === 'adult' || band === 'elderly')
}

function personOf({ bands, who }: CaseEntities): Pick<CaseEntities, 'bands' | 'who'> {
  return { bands, ...(who && { who }) }
}

/** A year beside these is that of the old passport. */
const SAYS_WHEN = /\b(?:terbit|diterbitkan|dibuat|bikin|buat|keluaran|dikeluarkan|issued|made)\w*\b/

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

/** Answers given, and what was told of questions that have not been asked; what is no question of the table is kept as well. */
export function withTold(table: RequirementsTable, answers: CaseAnswers, told: CaseAnswers): CaseAnswers {
  const fitting = Object.entries(told).filter(([id, choice]) => {
    const question = table.questions.find((one) => one.id === id)
    return answers[id] === undefined && (!question || question.choices.includes(choice))
  })
  return { ...answers, ...Object.fromEntries(fitting) }
}

/** "Anak, hilang di Indonesia": what was understood, told back. */
export function caseSummary(band: PersonBand, answers: CaseAnswers): Text {
  return commaList([t(`requirements.band.${band}`), ...answerTexts(answers)])
}

/** Questions whose answers are told back in words of their own. */
const TOLD_BACK = ['what', 'special', 'old', 'changed', 'dual', 'parents', 'trip', 'absent'] as const
/** Answers that say nothing particular. */
const ORDINARY = new Set(['no', 'none', 'together', 'unknown', 'parents', 'dual'])

export function answerTexts(answers: CaseAnswers): readonly Text[] {
  const told = TOLD_BACK.flatMap((id) =>
    answers[id] && !ORDINARY.has(answers[id]) ? [[id, answers[id]] as const] : [],
  )
  return told.map(([id, choice]) => t(`requirements.told.${id}.${choice}`))
}

/** Does a sentence speak of the passport of somebody else: a grown-up's in a child's case, or the other way round? */
export function mentionsOtherPerson(at: StepContext<RequirementsData>, text: string): boolean {
  const asked = at.data.answers?.['who']
  const { who } = passportCaseIn(at, text)
  return asked !== undefined && who !== undefined && who !== asked && /\bpaspor/.test(normalise(text))
}
