import type { CaseSaid } from '../../model/understanding-case.ts'
import { choose, matters } from '../engine/question.ts'
import { caseHeard } from '../shared/passport-case.ts'
import { answersTold, factFor, figure } from '../shared/facts.ts'
import { heardIn, mayBeKnown, saysNothing, toldBack } from './first-message.ts'
import type { Papers } from './list.ts'
import { nameOf, newId, peopleOf, type Band, type Person } from './people.ts'
import { go, miss, t, type At, type Data, type Move, type Option } from '../engine/flow.ts'

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

export const whose = choose<Papers>({
  ask: ({ state }) => ({
    text: t('requirements.whose'),
    options: [
      ...peopleOf(state).map((person) => ({ id: person.id, label: personLabel(state, person) })),
      { id: 'new', label: t('requirements.newPerson'), words: 'orang lain, baru, lain, new, other' },
    ],
  }),
  picked: (at, id) => {
    const person = peopleOf(at.state).find((one) => one.id === id)
    if (person) return go('ask', { set: { ...person, ...FORGOTTEN, passed: [], told: true } })
    return someoneNew(at, heardIn(at))
  },
})

export const who = matters<Papers>(
  {
    ask: (at) => ({
      text: t('lane.ask'),
      options: [
        ...(at.data.bands ?? (Object.keys(BANDS) as Band[])).map((band) => bandOption(at, band)),
        at.data.bands ? NOBODY_OF_THESE : OTHER_WAYS,
      ],
    }),
    picked: (at, id) => {
      if (id === 'none') return go('who', { set: { bands: undefined } })
      return id === 'more' ? go('more') : bandChosen(at, id as Band)
    },
    said: (at, text) => {
      const said = caseHeard(at, text, true)
      return saysNothing(said) ? miss : someoneNew(at, said)
    },
  },
  'requirements',
)

export const more = choose<Papers>({
  ask: () => ({
    text: t('lane.askMore'),
    options: [
      ...Object.entries(WAYS).map(([id, { words }]) => ({ id, label: t(`lane.name.${id}`), words })),
      { id: 'bap', label: t('lane.name.bap'), words: 'hilang, rusak, data berubah, lost, damaged' },
      { id: 'none', label: t('lane.other'), words: 'bukan, tidak ada, none, no' },
    ],
  }),
  picked: (at, id) => (id === 'none' ? go('who') : wayChosen(at, id)),
})

function bandOption(at: At<Papers>, band: Band): Option {
  const { words } = BANDS[band]
  if (band === 'elderly' || band === 'toddler')
    return { id: band, label: t(`lane.${band}`, { age: figure(at, `priority.${band}.age`) }), words }
  if (band === 'frail') return { id: band, label: t('lane.frail'), words }
  return { id: band, label: t(`case.who.${band}`, { age: figure(at, 'adult.age') }), words }
}

const OTHER_WAYS: Option = {
  id: 'more',
  label: t('requirements.more'),
  words: 'lain, lainnya, yang lain, more, other',
}
const NOBODY_OF_THESE: Option = { id: 'none', label: t('lane.other'), words: 'bukan, tidak ada, none, no' }

/** Words of one person's case are not used for the next. */
export const FORGOTTEN: Data = { words: undefined, heard: undefined, bands: undefined }

/** With words that name nobody remembered, a new person; else whose papers, or for whom. */
export function begun(at: At<Papers>): Move {
  const heard = heardIn(at)
  const known = peopleOf(at.state).length > 0
  if (known && (!heard || mayBeKnown(at, heard))) return go('whose')
  return someoneNew(at, heard)
}

/** Begins with what the words have told; who it may be is asked among those the words leave open. */
function someoneNew(at: At<Papers>, said: CaseSaid | null): Move {
  if (!said) return go('who', { set: FORGOTTEN })
  const { bands, who, answers, way } = said
  const heard = { answers: { ...at.data.heard?.answers, ...answers }, ...(way && { way }) }
  const now = { ...at, data: { ...at.data, ...FORGOTTEN, heard } }
  const [band] = bands
  if (band && bands.length === 1) return bandChosen(now, band, { who })
  const anything = way !== undefined || Object.keys(heard.answers).length > 0
  return go('who', { set: { ...FORGOTTEN, heard: anything ? heard : undefined, bands: band && bands } })
}

/** A new person begins; `told`: in words, which are told back. Those who may come straight are told so before anything else. */
function bandChosen(at: At<Papers>, band: Band, told?: Pick<CaseSaid, 'who'>): Move {
  const who = BANDS[band].who ?? told?.who
  const { heard } = at.data
  const anything = told !== undefined || Object.keys(heard?.answers ?? {}).length > 0
  const said = anything && toldBack(band, heard?.answers ?? {})
  const set = { ...fresh(at), band, way: heard?.way, answers: who ? { who } : {}, heard }
  return go(who ? 'ask' : 'person', {
    set,
    answered: ['who'],
    says: [
      ...(said ? [t('requirements.heard', { case: { text: said } })] : []),
      ...answersTold(at, WAYS[heard?.way ?? '']?.answers ?? []),
      ...straightIn(at, band),
    ].map((text) => ({ text })),
  })
}

/** Those who may come straight, without the app. */
function straightIn(at: At<Papers>, band: Band) {
  if (!['elderly', 'toddler', 'frail'].includes(band)) return []
  const limits = band === 'frail' || factFor(at, `priority.${band}.age`).sure ? [] : [t('doubt.contested')]
  return [...answersTold(at, ['priority-how', 'priority-places']), ...limits]
}

function wayChosen(at: At<Papers>, way: string): Move {
  const told = answersTold(at, WAYS[way]?.answers ?? [])
  return go('person', {
    set: { ...fresh(at), way: way === 'bap' ? undefined : way },
    says: told.map((text) => ({ text })),
  })
}

function fresh({ state }: At<Papers>) {
  const begun = { band: undefined, way: undefined, answers: {}, have: [], passed: [], told: false }
  return { ...begun, ...FORGOTTEN, id: newId(state) }
}

function personLabel(state: At['state'], person: Person) {
  const who = { text: nameOf(state, person) }
  const what = person.answers['what']
  return what ? t('requirements.person', { who, what: { text: t(`requirements.what.${what}`) } }) : who.text
}
