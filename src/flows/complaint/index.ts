import { choiceQuestion, openQuestion } from '../engine/question.ts'
import { findOffices } from '../../model/understanding/office.ts'
import { categoryOptions, groupOptions, isConfidentialGroup, officeName } from './options.ts'
import { check, change, ticketOpened } from './check.ts'
import type { ComplaintData } from './data.ts'
import { onEarlyMedia, onLateMedia, onEarlyText } from './early-story.ts'
import { askCategory, guess, onGroupText } from './category-guess.ts'
import {
  go,
  notUnderstood,
  t,
  type StepContext,
  type FlowData,
  type Flow,
  type Transition,
} from '../engine/flow.ts'
import { storyQuestion, hasStory } from '../shared/story.ts'

/** A complaint: which office, what about, the story, read back, ticket. */
export const complaint: Flow<ComplaintData> = {
  name: 'complaint',
  collectsStory: true,
  first: 'office',
  hasProgress: ({ data }) => data.office !== undefined || hasStory(data),
  steps: {
    office: choiceQuestion<ComplaintData>({
      prompt: (at) => ({
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
      onPick: (at, id) => (id === 'here' ? officeChosen(at, at.world.office) : go('officeName')),
      onText: officeSaid,
      onMedia: onEarlyMedia,
    }),
    officeName: openQuestion<ComplaintData>({
      prompt: () => ({ text: t('complaint.officeName'), options: [] }),
      unclear: () => t('complaint.officeUnclear'),
      rephrase: () => t('complaint.officeExample'),
      onText: officeSaid,
      onMedia: onLateMedia,
    }),
    officePick: choiceQuestion<ComplaintData>({
      prompt: (at) => ({
        text: t('complaint.officePick'),
        options: [
          ...(at.data.offices ?? []).map((code) => ({ id: code, label: { raw: officeName(at, code) } })),
          { id: 'none', label: t('complaint.noneOfThese'), words: 'bukan, tidak ada, none, no' },
        ],
      }),
      onPick: (at, id) => (id === 'none' ? go('officeName') : officeChosen(at, id)),
      onText: officeSaid,
      onMedia: onEarlyMedia,
    }),
    group: choiceQuestion<ComplaintData>({
      prompt: () => ({ text: t('complaint.group'), options: groupOptions() }),
      onPick: (at, group) =>
        go('category', { set: { group, category: undefined }, confidential: sealing(at, group) }),
      onText: onGroupText,
      onMedia: onEarlyMedia,
    }),
    guess,
    category: choiceQuestion<ComplaintData>({
      prompt: (at) => ({
        text: t('complaint.category'),
        options: categoryOptions(at, at.data.group ?? 'other'),
      }),
      onPick: (at, category) => go(at.data.editing ? 'check' : 'tell', { set: { category, editing: false } }),
      onText: onEarlyText,
      onMedia: onEarlyMedia,
    }),
    tell: storyQuestion<ComplaintData>({
      text: (at) => t(tellKey(at)),
      done: () => go('check', { set: { editing: false, startsOver: false } }),
    }),
    check,
    change,
    open: {
      kind: 'query',
      query: (at) => ({ of: 'new ticket', office: at.data.office ?? at.world.office }),
      resolve: (at, answer) => (answer.of === 'new ticket' ? ticketOpened(at, answer) : notUnderstood),
    },
  },
}

/** A typed office; a whole sentence is kept as the beginning of the story, whether it names one or not. */
function officeSaid(at: StepContext<ComplaintData>, text: string): Transition {
  const kept = onEarlyText(at, text)
  const set = kept.kind === 'stay' ? kept.set : undefined
  const found = findOffices(text, at.world.offices).slice(0, 5)
  if (found.length === 0) return kept
  if (found.length === 1) return officeChosen(at, found[0]!.code, set)
  return go('officePick', { set: { ...set, offices: found.map((one) => one.code) } })
}

function officeChosen(at: StepContext<ComplaintData>, office: string, kept?: FlowData): Transition {
  if (at.data.editing) return go('check', { set: { ...kept, office, editing: false } })
  return askCategory(at, { ...kept, office })
}

/** Confidential from the moment the group is chosen; a story told under seal stays confidential whatever is chosen later. */
function sealing({ state, world, data }: StepContext<ComplaintData>, group: string): boolean {
  return isConfidentialGroup(world, group) || (state.confidential && hasStory(data))
}

function officeKey(data: ComplaintData): string {
  if (data.editing) return 'complaint.officeOnly'
  return hasStory(data) ? 'complaint.officeTold' : 'complaint.office'
}

/** What is asked for: the story, more of it (it came with the first message), or a new one; with a safety note if confidential. */
function tellKey({ state, data }: StepContext<ComplaintData>): string {
  if (data.startsOver) return 'complaint.retell'
  return `complaint.${hasStory(data) ? 'tellMore' : 'tell'}${state.confidential && !data.editing ? 'Confidential' : ''}`
}
