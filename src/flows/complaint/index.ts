import { choose, tell } from '../engine/question.ts'
import { findOffices } from '../../model/understanding-office.ts'
import { categoryOptions, groupOptions, isSealed, officeName } from './options.ts'
import { check, change, opened } from './check.ts'
import type { Complaint } from './data.ts'
import { shownEarly, shownLate, toldEarly } from './early-story.ts'
import { askSubject, guess, toldAtGroup } from './category-guess.ts'
import { go, miss, t, type At, type Data, type Flow, type Move } from '../engine/flow.ts'
import { collect, isTold } from '../shared/story.ts'

/** A complaint: which office, what about, the story, read back, ticket. */
export const complaint: Flow<Complaint> = {
  name: 'complaint',
  takesStory: true,
  first: 'office',
  holds: ({ data }) => data.office !== undefined || isTold(data),
  steps: {
    office: choose<Complaint>({
      ask: (at) => ({
        text: t(officeKey(at.data)),
        options: [
          {
            id: 'here',
            label: { raw: officeName(at, at.world.office) },
            words: 'ya, iya, benar, sini, yes, here',
          },
          {
            id: 'other',
            label: t('complaint.otherOffice'),
            words: 'bukan, tidak, lain, kantor lain, other, other office, no',
          },
        ],
      }),
      picked: (at, id) => (id === 'here' ? officeChosen(at, at.world.office) : go('officeName')),
      said: officeSaid,
      shown: shownEarly,
    }),
    officeName: tell<Complaint>({
      ask: () => ({ text: t('complaint.officeName'), options: [] }),
      unclear: () => t('complaint.officeUnclear'),
      simpler: () => t('complaint.officeExample'),
      told: officeSaid,
      shown: shownLate,
    }),
    officePick: choose<Complaint>({
      ask: (at) => ({
        text: t('complaint.officePick'),
        options: [
          ...(at.data.offices ?? []).map((code) => ({ id: code, label: { raw: officeName(at, code) } })),
          { id: 'none', label: t('complaint.noneOfThese'), words: 'bukan, tidak ada, none, no' },
        ],
      }),
      picked: (at, id) => (id === 'none' ? go('officeName') : officeChosen(at, id)),
      said: officeSaid,
      shown: shownEarly,
    }),
    group: choose<Complaint>({
      ask: () => ({ text: t('complaint.group'), options: groupOptions() }),
      picked: (at, group) =>
        go('category', { set: { group, category: undefined }, sealed: sealing(at, group) }),
      said: toldAtGroup,
      shown: shownEarly,
    }),
    guess,
    category: choose<Complaint>({
      ask: (at) => ({
        text: t('complaint.category'),
        options: categoryOptions(at, at.data.group ?? 'other'),
      }),
      picked: (at, category) => go(at.data.editing ? 'check' : 'tell', { set: { category, editing: false } }),
      said: toldEarly,
      shown: shownEarly,
    }),
    tell: collect<Complaint>({
      text: (at) => t(tellKey(at)),
      done: () => go('check', { set: { editing: false, afresh: false } }),
    }),
    check,
    change,
    open: {
      kind: 'query',
      ask: (at) => ({ of: 'new ticket', office: at.data.office ?? at.world.office }),
      answered: (at, answer) => (answer.of === 'new ticket' ? opened(at, answer) : miss),
    },
  },
}

/** A typed office; a whole sentence is kept as the beginning of the story, whether it names one or not. */
function officeSaid(at: At<Complaint>, text: string): Move {
  const kept = toldEarly(at, text)
  const set = kept.kind === 'stay' ? kept.set : undefined
  const found = findOffices(text, at.world.offices).slice(0, 5)
  if (found.length === 0) return kept
  if (found.length === 1) return officeChosen(at, found[0]!.code, set)
  return go('officePick', { set: { ...set, offices: found.map((one) => one.code) } })
}

function officeChosen(at: At<Complaint>, office: string, kept?: Data): Move {
  if (at.data.editing) return go('check', { set: { ...kept, office, editing: false } })
  return askSubject(at, { ...kept, office })
}

/** Sealed from the moment the group is chosen; a story told under seal stays sealed whatever is chosen later. */
function sealing({ state, world, data }: At<Complaint>, group: string): boolean {
  return isSealed(world, group) || (state.sealed && isTold(data))
}

function officeKey(data: Complaint): string {
  if (data.editing) return 'complaint.officeOnly'
  return isTold(data) ? 'complaint.officeTold' : 'complaint.office'
}

/** What is asked for: the story, more of it (it came with the first message), or a new one; with a safety note if sealed. */
function tellKey({ state, data }: At<Complaint>): string {
  if (data.afresh) return 'complaint.retell'
  return `complaint.${isTold(data) ? 'tellMore' : 'tell'}${state.sealed && !data.editing ? 'Sealed' : ''}`
}
