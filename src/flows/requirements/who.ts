import type { CaseEntities } from '../../model/understanding/case.ts'
import { choiceQuestion, topicQuestion } from '../engine/question.ts'
import { passportCaseIn } from '../shared/passport-case.ts'
import { readyAnswerTexts, findFact, factNumber } from '../shared/facts.ts'
import { caseInFirstMessage, mayBeKnown, isEmptyCase, caseSummary } from './first-message.ts'
import type { RequirementsData } from './list.ts'
import { nameOf, newId, peopleOf, type Band, type Person } from './people.ts'
import {
  go,
  notUnderstood,
  t,
  type StepContext,
  type FlowData,
  type Transition,
  type Option,
} from '../engine/flow.ts'

/** For whom, and how they come: somebody remembered, or a new person with what the words have told already. */

/** Bands with the answer to "who" they stand for; `null`: still to be asked. */
const BANDS: Readonly<Record<Band, { readonly who: string | null; readonly words: string }>> = {
  adult: { who: 'adult', words: 'dewasa, saya, saya sendiri, suami, istri, adult, myself, me' },
  child: { who: 'child', words: 'anak, anak saya, child, my child' },
  elderly: {
    who: 'adult',
    words: 'orang tua, lansia, kakek, nenek, ibu saya, bapak saya, elderly, my mother',
  },
  toddler: { who: 'child', words: 'balita, bayi, anak kecil, toddler, baby' },
  frail: { who: null, words: 'hamil, ibu hamil, difabel, sakit, cacat, pregnant, disabled, ill' },
  group: { who: 'group', words: 'rombongan, banyak orang, group' },
}

/** Other ways in, each with its ready answers and what people type for it. */
const WAYS: Readonly<Record<string, { readonly answers: readonly string[]; readonly words: string }>> = {
  'no-phone': { answers: ['no-phone'], words: 'tidak punya hp, tanpa hp, hp jadul, no phone, no smartphone' },
  express: { answers: ['express', 'express-walk-in'], words: 'buru buru, cepat, sehari jadi, kilat, urgent' },
  weekend: { answers: ['weekend'], words: 'akhir pekan, sabtu, minggu, weekend' },
}

export const whoseStep = choiceQuestion<RequirementsData>({
  prompt: ({ state }) => ({
    text: t('requirements.whose'),
    options: [
      ...peopleOf(state).map((person) => ({ id: person.id, label: personLabel(state, person) })),
      { id: 'new', label: t('requirements.newPerson'), words: 'orang lain, baru, lain, new, other' },
    ],
  }),
  onPick: (at, id) => {
    const person = peopleOf(at.state).find((one) => one.id === id)
    if (person) return go('ask', { set: { ...person, ...NO_FIRST_MESSAGE, passed: [], introduced: true } })
    return someoneNew(at, caseInFirstMessage(at))
  },
})

export const whoStep = topicQuestion<RequirementsData>(
  {
    prompt: (at) => ({
      text: t('lane.ask'),
      options: [
        ...(at.data.bands ?? (Object.keys(BANDS) as Band[])).map((band) => bandOption(at, band)),
        at.data.bands ? NOBODY_OF_THESE : OTHER_WAYS,
      ],
    }),
    onPick: (at, id) => {
      if (id === 'none') return go('who', { set: { bands: undefined } })
      return id === 'more' ? go('more') : bandChosen(at, id as Band)
    },
    onText: (at, text) => {
      const said = passportCaseIn(at, text, true)
      return isEmptyCase(said) ? notUnderstood : someoneNew(at, said)
    },
  },
  'requirements',
)

export const moreStep = choiceQuestion<RequirementsData>({
  prompt: () => ({
    text: t('lane.askMore'),
    options: [
      ...Object.entries(WAYS).map(([id, { words }]) => ({ id, label: t(`lane.name.${id}`), words })),
      { id: 'bap', label: t('lane.name.bap'), words: 'hilang, rusak, data berubah, lost, damaged' },
      { id: 'none', label: t('lane.other'), words: 'bukan, tidak ada, none, no' },
    ],
  }),
  onPick: (at, id) => (id === 'none' ? go('who') : wayChosen(at, id)),
})

function bandOption(at: StepContext<RequirementsData>, band: Band): Option {
  const { words } = BANDS[band]
  if (band === 'elderly' || band === 'toddler')
    return { id: band, label: t(`lane.${band}`, { age: factNumber(at, `priority.${band}.age`) }), words }
  if (band === 'frail') return { id: band, label: t('lane.frail'), words }
  return { id: band, label: t(`case.who.${band}`, { age: factNumber(at, 'adult.age') }), words }
}

const OTHER_WAYS: Option = {
  id: 'more',
  label: t('requirements.more'),
  words: 'lain, lainnya, yang lain, more, other',
}
const NOBODY_OF_THESE: Option = { id: 'none', label: t('lane.other'), words: 'bukan, tidak ada, none, no' }

/** Words of one person's case are not used for the next. */
export const NO_FIRST_MESSAGE: FlowData = { words: undefined, extracted: undefined, bands: undefined }

/** With words that name nobody remembered, a new person; else whose papers, or for whom. */
export function startStep(at: StepContext<RequirementsData>): Transition {
  const heard = caseInFirstMessage(at)
  const known = peopleOf(at.state).length > 0
  if (known && (!heard || mayBeKnown(at, heard))) return go('whose')
  return someoneNew(at, heard)
}

/** Begins with what the words have told; who it may be is asked among those the words leave open. */
function someoneNew(at: StepContext<RequirementsData>, said: CaseEntities | null): Transition {
  if (!said) return go('who', { set: NO_FIRST_MESSAGE })
  const { bands, who, answers, way } = said
  const extracted = { answers: { ...at.data.extracted?.answers, ...answers }, ...(way && { way }) }
  const now = { ...at, data: { ...at.data, ...NO_FIRST_MESSAGE, extracted } }
  const [band] = bands
  if (band && bands.length === 1) return bandChosen(now, band, { who })
  const anything = way !== undefined || Object.keys(extracted.answers).length > 0
  return go('who', {
    set: { ...NO_FIRST_MESSAGE, extracted: anything ? extracted : undefined, bands: band && bands },
  })
}

/** A new person begins; `told`: in words, which are told back. Those who may come straight are told so before anything else. */
function bandChosen(
  at: StepContext<RequirementsData>,
  band: Band,
  told?: Pick<CaseEntities, 'who'>,
): Transition {
  const who = BANDS[band].who ?? told?.who
  const { extracted } = at.data
  const anything = told !== undefined || Object.keys(extracted?.answers ?? {}).length > 0
  const said = anything && caseSummary(band, extracted?.answers ?? {})
  const set = { ...fresh(at), band, way: extracted?.way, answers: who ? { who } : {}, extracted }
  return go(who ? 'ask' : 'person', {
    set,
    prefilled: ['who'],
    says: [
      ...(said ? [t('requirements.heard', { case: { text: said } })] : []),
      ...readyAnswerTexts(at, WAYS[extracted?.way ?? '']?.answers ?? []),
      ...straightIn(at, band),
    ].map((text) => ({ text })),
  })
}

/** Those who may come straight, without the app. */
function straightIn(at: StepContext<RequirementsData>, band: Band) {
  if (!['elderly', 'toddler', 'frail'].includes(band)) return []
  const limits = band === 'frail' || findFact(at, `priority.${band}.age`).sure ? [] : [t('doubt.contested')]
  return [...readyAnswerTexts(at, ['priority-how', 'priority-places']), ...limits]
}

function wayChosen(at: StepContext<RequirementsData>, way: string): Transition {
  const told = readyAnswerTexts(at, WAYS[way]?.answers ?? [])
  return go('person', {
    set: { ...fresh(at), way: way === 'bap' ? undefined : way },
    says: told.map((text) => ({ text })),
  })
}

function fresh({ state }: StepContext<RequirementsData>) {
  const begun = { band: undefined, way: undefined, answers: {}, have: [], passed: [], introduced: false }
  return { ...begun, ...NO_FIRST_MESSAGE, id: newId(state) }
}

function personLabel(state: StepContext['state'], person: Person) {
  const who = { text: nameOf(state, person) }
  const what = person.answers['what']
  return what ? t('requirements.person', { who, what: { text: t(`requirements.what.${what}`) } }) : who.text
}
