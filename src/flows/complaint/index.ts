import { go, notUnderstood, type Flow, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { choiceQuestion, openQuestion } from '../engine/question.ts'
import { t, type TextKey } from '../engine/text.ts'
import { hasStory, storyQuestion } from '../shared/story.ts'
import { guess, onGroupText } from './category-guess.ts'
import { change, check, ticketOpened } from './check.ts'
import { onEarlyMedia, onEarlyText, onLateMedia } from './early-story.ts'
import { ComplaintData, complaintHandle, type ComplaintStep } from './handle.ts'
import { officeChosen, officeKey, onOfficeText } from './office.ts'
import { categoryOptions, groupOptions, isConfidentialGroup, officeName } from './options.ts'

type Next = Transition<ComplaintData, ComplaintStep>

const storyTold: Next = go('check', { set: { editing: false, startsOver: false } })

/** A complaint: which office, what about, the story, read back, ticket. */
export const complaint: Flow<ComplaintData, ComplaintStep> = {
  name: complaintHandle.name,
  first: 'office',
  data: ComplaintData,
  collectsStory: true,
  hasProgress: ({ data }) => data.office !== undefined || hasStory(data),
  steps: {
    office: choiceQuestion<ComplaintData, ComplaintStep>({
      prompt: (at) => ({
        text: t(officeKey(at.data)),
        options: [
          {
            id: 'here',
            means: 'yes',
            label: { raw: officeName(at, at.world.office) },
            hears: 'complaint.here',
          },
          {
            id: 'other',
            means: 'no',
            label: t('complaint.otherOffice'),
            hears: 'complaint.otherOffice',
            to: go('officeName'),
          },
        ],
      }),
      onPick: (at) => officeChosen(at, at.world.office),
      onText: onOfficeText,
      onMedia: onEarlyMedia,
    }),
    officeName: openQuestion<ComplaintData, ComplaintStep>({
      expects: 'office',
      prompt: () => ({ text: t('complaint.officeName'), options: [] }),
      unclear: () => t('complaint.officeUnclear'),
      onText: onOfficeText,
      onMedia: onLateMedia,
    }),
    officePick: choiceQuestion<ComplaintData, ComplaintStep>({
      prompt: (at) => ({
        text: t('complaint.officePick'),
        options: [
          ...(at.data.offices ?? []).map((code) => ({ id: code, label: { raw: officeName(at, code) } })),
          { id: 'none', label: t('complaint.noneOfThese'), hears: 'office.none', to: go('officeName') },
        ],
      }),
      onPick: (at, code) => officeChosen(at, code),
      onText: onOfficeText,
      onMedia: onEarlyMedia,
    }),
    group: choiceQuestion<ComplaintData, ComplaintStep>({
      prompt: () => ({ text: t('complaint.group'), options: groupOptions() }),
      onPick: (at, group) =>
        go('category', { set: { group, category: undefined }, confidential: isConfidentialWith(at, group) }),
      onText: onGroupText,
      onMedia: onEarlyMedia,
    }),
    guess,
    category: choiceQuestion<ComplaintData, ComplaintStep>({
      prompt: (at) => ({
        text: t('complaint.category'),
        options: categoryOptions(at, at.data.group ?? 'other'),
      }),
      onPick: (at, category) => go(at.data.editing ? 'check' : 'tell', { set: { category, editing: false } }),
      onText: onEarlyText,
      onMedia: onEarlyMedia,
    }),
    tell: storyQuestion<ComplaintStep>({ text: (at) => t(tellKey(at)), done: storyTold }),
    check,
    change,
    open: {
      kind: 'query',
      query: (at) => ({ of: 'new ticket', office: at.data.office ?? at.world.office }),
      resolve: (at, result) => (result.of === 'new ticket' ? ticketOpened(at, result) : notUnderstood),
    },
  },
}

/** Confidential from the moment the group is chosen; a story told in confidence stays so whatever is chosen later. */
function isConfidentialWith({ state, world, data }: StepContext<ComplaintData>, group: string): boolean {
  return isConfidentialGroup(world, group) || (state.confidential && hasStory(data))
}

/** What is asked for: the story, more of it (it came with the first message), or a new one; with a safety note if confidential. */
function tellKey({ state, data }: StepContext<ComplaintData>): TextKey {
  if (data.startsOver) return 'complaint.retell'
  const withNote = state.confidential && !data.editing
  if (hasStory(data)) return withNote ? 'complaint.tellMoreConfidential' : 'complaint.tellMore'
  return withNote ? 'complaint.tellConfidential' : 'complaint.tell'
}
