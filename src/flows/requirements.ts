import { nextQuestion } from '../model/requirements.ts'
import { choose } from './ask.ts'
import { answersTold, factFor, figure } from './know.ts'
import { doubt, list, next, tick, which } from './requirements-check.ts'
import { caseSteps, CASE_WORDS } from './requirements-case.ts'
import { aboutList, listCard, listOf, wayIn, type Papers } from './requirements-list.ts'
import { nameOf, newId, peopleOf, remembered, type Band, type Person } from './requirements-people.ts'
import type { Say } from './flow.ts'
import { go, t, type At, type Flow, type Move, type Option } from './script.ts'

/** Papers to bring: for whom, which way in, the fewest questions of the table, then a list to tick off over days. */

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

export const requirements: Flow<Papers> = {
  name: 'requirements',
  first: 'start',
  light: ({ state }) => ['list', 'next', 'which'].includes(state.step),
  holds: () => false,
  steps: {
    start: { kind: 'pass', move: ({ state }) => go(peopleOf(state).length > 0 ? 'whose' : 'who') },
    apapo: {
      kind: 'pass',
      move: (at) => go('start', { says: answersTold(at, ['apapo']).map((text) => ({ text })) }),
    },
    whose: choose<Papers>({
      ask: ({ state }) => ({
        text: t('requirements.whose'),
        options: [
          ...peopleOf(state).map((person) => ({ id: person.id, label: personLabel(state, person) })),
          { id: 'new', label: t('requirements.newPerson'), words: 'orang lain, baru, lain, new, other' },
        ],
      }),
      picked: ({ state }, id) => {
        const person = peopleOf(state).find((one) => one.id === id)
        return person ? go('ask', { set: { ...person, passed: [], told: true } }) : go('who')
      },
    }),
    who: choose<Papers>({
      ask: (at) => ({
        text: t('lane.ask'),
        options: [
          ...(Object.keys(BANDS) as Band[]).map((band) => bandOption(at, band)),
          { id: 'more', label: t('requirements.more'), words: 'lain, lainnya, yang lain, more, other' },
        ],
      }),
      picked: (at, id) => (id === 'more' ? go('more') : bandChosen(at, id as Band)),
    }),
    more: choose<Papers>({
      ask: () => ({
        text: t('lane.askMore'),
        options: [
          ...Object.entries(WAYS).map(([id, { words }]) => ({ id, label: t(`lane.name.${id}`), words })),
          { id: 'bap', label: t('lane.name.bap'), words: 'hilang, rusak, data berubah, lost, damaged' },
          { id: 'none', label: t('lane.other'), words: 'bukan, tidak ada, none, no' },
        ],
      }),
      picked: (at, id) => (id === 'none' ? go('who') : wayChosen(at, id)),
    }),
    person: choose<Papers>({
      ask: (at) => ({
        text: t('case.who.ask'),
        options: ['adult', 'child'].map((id) => ({
          id,
          label: t(`case.who.${id}`, { age: figure(at, 'adult.age') }),
          words: CASE_WORDS[id] ?? '',
        })),
      }),
      picked: ({ data }, who) =>
        go('ask', {
          set: { band: data.band === 'frail' ? 'frail' : (who as Band), answers: { who } },
        }),
    }),
    ask: {
      kind: 'pass',
      move: ({ world, data }) =>
        go(nextQuestion(world.library.requirements, data.answers ?? {})?.id ?? 'done'),
    },
    ...caseSteps,
    done: { kind: 'pass', move: done },
    doubt,
    list,
    tick,
    which,
    next,
  },
}

function bandOption(at: At<Papers>, band: Band): Option {
  const { words } = BANDS[band]
  if (band === 'elderly' || band === 'toddler')
    return { id: band, label: t(`lane.${band}`, { age: figure(at, `priority.${band}.age`) }), words }
  if (band === 'frail') return { id: band, label: t('lane.frail'), words }
  return { id: band, label: t(`case.who.${band}`, { age: figure(at, 'adult.age') }), words }
}

/** A new person begins. Those who may come straight are told so before anything else. */
function bandChosen(at: At<Papers>, band: Band): Move {
  const { who } = BANDS[band]
  const straight = ['elderly', 'toddler', 'frail'].includes(band)
  const limits = band === 'frail' || factFor(at, `priority.${band}.age`).sure ? [] : [t('doubt.contested')]
  const told = straight ? [...answersTold(at, ['priority-how', 'priority-places']), ...limits] : []
  const set = { ...fresh(at), band, answers: who ? { who } : {} }
  return go(who ? 'ask' : 'person', { set, says: told.map((text) => ({ text })) })
}

function wayChosen(at: At<Papers>, way: string): Move {
  const told = answersTold(at, WAYS[way]?.answers ?? [])
  return go('person', {
    set: { ...fresh(at), way: way === 'bap' ? undefined : way },
    says: told.map((text) => ({ text })),
  })
}

function fresh({ state }: At<Papers>) {
  return { id: newId(state), band: undefined, way: undefined, answers: {}, have: [], passed: [], told: false }
}

/** The case is decided: remembered, told about once, then the list, or the honest words that there is none. */
function done(at: At<Papers>): Move {
  const { id = newId(at.state), band = 'adult', way, answers = {}, have = [] } = at.data
  const keep = remembered(at.state, { id, band, answers, have, ...(way && { way }) })
  const { items, doubts } = listOf(at)
  if (doubts.length > 0) return go('doubt', { keep, set: { id }, says: wayIn(at).map((text) => ({ text })) })
  const says = at.data.told ? [] : told(at)
  return go(items.length > 0 ? 'list' : 'next', { keep, says, set: { id, told: true } })
}

/** Said with a list when it is first shown: what belongs to it, and the list as a picture. */
function told(at: At<Papers>): readonly Say[] {
  const about = aboutList(at).map((text) => ({ text }))
  if (listOf(at).items.length === 0) return about
  return [...about, { text: t('checklist.keep'), card: listCard(at) }]
}

function personLabel(state: At['state'], person: Person) {
  const who = { text: nameOf(state, person) }
  const what = person.answers['what']
  return what ? t('requirements.person', { who, what: { text: t(`requirements.what.${what}`) } }) : who.text
}
