import type { CaseEntities } from '../../model/understanding/case.ts'
import type { PersonBand } from '../../model/understanding/person.ts'
import { go, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { t, type Text } from '../engine/text.ts'
import { factNotes, findFact, readyAnswerTexts } from '../shared/facts.ts'
import { hasReadyAnswer } from '../shared/ready-answer.ts'
import { caseInFirstMessage, caseSummary, mayBeKnown, NO_FIRST_MESSAGE } from './first-message.ts'
import type { RequirementsData, RequirementsStep } from './handle.ts'
import { comesStraight, newId, peopleOf } from './people.ts'

/** A new person's list begins: with what the words, the band or the way in have told already. */

type At = StepContext<RequirementsData>
type Next = Transition<RequirementsData, RequirementsStep>

/** The answer to "who" that a band stands for; frail people may be of any age: it is asked. */
const WHO: Readonly<Partial<Record<PersonBand, string>>> = {
  adult: 'adult',
  child: 'child',
  elderly: 'adult',
  toddler: 'child',
  group: 'group',
}

/** Ready answers for other ways in. */
const WAY_ANSWERS: Readonly<Record<string, readonly string[]>> = {
  'no-phone': ['no-phone'],
  express: ['express', 'express-walk-in'],
  weekend: ['weekend'],
}

/** With words that name nobody remembered, a new person; the only one there is without asking; else whose papers, or for whom. */
export function startStep(at: At): Next & { kind: 'go' } {
  const found = caseInFirstMessage(at)
  const [only, ...others] = peopleOf(at.state)
  if (only && others.length === 0 && !found)
    return go('ask', { set: { ...only, ...NO_FIRST_MESSAGE, passed: [], introduced: true } })
  if (only && (!found || mayBeKnown(at, found))) return go('whose')
  return startNewPerson(at, found)
}

/** Begins with what the words have told; who it may be is asked among those the words leave open. */
export function startNewPerson(at: At, found: CaseEntities | null): Next & { kind: 'go' } {
  if (!found) return go('who', { set: NO_FIRST_MESSAGE })
  const { bands, who, answers, way } = found
  const extracted = { answers: { ...at.data.extracted?.answers, ...answers }, ...(way && { way }) }
  const now = { ...at, data: { ...at.data, ...NO_FIRST_MESSAGE, extracted } }
  const [band] = bands
  if (found.several) return go('who', { set: NO_FIRST_MESSAGE, says: [{ text: t('requirements.several') }] })
  if (band && bands.length === 1) return startWithBand(now, band, { who })
  const anything = way !== undefined || Object.keys(extracted.answers).length > 0
  return go('who', {
    set: { ...NO_FIRST_MESSAGE, extracted: anything ? extracted : undefined, bands: band && bands },
  })
}

/** `inWords`: the band was told in words, which are told back. Those who may come straight are told so before anything else. */
export function startWithBand(
  at: At,
  band: PersonBand,
  inWords?: { readonly who: string | undefined },
): Next & { kind: 'go' } {
  const who = WHO[band] ?? inWords?.who
  const { extracted } = at.data
  const answers = extracted?.answers ?? {}
  const isToldBack = inWords !== undefined || Object.keys(answers).length > 0
  const summary = isToldBack ? [t('requirements.heard', { case: { text: caseSummary(band, answers) } })] : []
  const texts = [...summary, ...wayTexts(at, extracted?.way), ...priorityTexts(at, band)]
  return go(who ? 'ask' : 'person', {
    set: { ...freshPerson(at), band, way: extracted?.way, answers: who ? { who } : {}, extracted },
    prefilled: ['who'],
    says: texts.map((text) => ({ text })),
  })
}

export function startWithWay(at: At, way: string): Next {
  return go('person', {
    set: { ...freshPerson(at), way: way === 'bap' ? undefined : way },
    says: wayTexts(at, way).map((text) => ({ text })),
  })
}

function wayTexts(at: At, way = ''): readonly Text[] {
  return readyAnswerTexts(at, WAY_ANSWERS[way] ?? [])
}

/** Those who may come straight, without the app. */
function priorityTexts(at: At, band: PersonBand): readonly Text[] {
  if (!comesStraight(band)) return []
  const limits = band === 'frail' ? [] : factNotes(findFact(at, `priority.${band}.age`))
  return hasReadyAnswer(at, 'priority-how') ? [t('lane.told.priority'), ...limits] : limits
}

function freshPerson({ state }: At): RequirementsData {
  const empty = { band: undefined, way: undefined, answers: {}, have: [], passed: [], introduced: false }
  const asks = { asksAll: undefined, page: 0 }
  return { ...empty, ...asks, ...NO_FIRST_MESSAGE, id: newId(state) }
}
