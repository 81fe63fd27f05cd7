import { wordCount } from '../../model/messages/text.ts'
import { classifyComplaint } from '../../model/understanding/complaint.ts'
import { mentionsMisconduct } from '../../model/understanding/intent.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { tokenize } from '../../model/understanding/tokenizer.ts'
import { go, type Transition, type TransitionOptions } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { storyText } from '../shared/story.ts'
import { onEarlyText, onLateMedia, onLateText } from './early-story.ts'
import type { ComplaintData, ComplaintStep } from './handle.ts'

/** A story told at once says what it is about: the category that fits is offered before groups and lists are asked for. */

type Next = Transition<ComplaintData, ComplaintStep>
type Gathered = TransitionOptions<ComplaintData>['set']

/** Less likely than this is a guess. */
const SURE = 0.5
/** Fewer words are a request, not a story. */
const WORDS = 3

/** Word families that tell categories of one label apart, the narrower first; without one of them the list of the group is shown. */
const TOLD_APART: Readonly<Record<string, string>> = {
  'PAY-FORFEIT': 'hangus refund kembali',
  'PAY-EXPIRED': 'kedaluwarsa',
  'PAY-UNSYNC': 'sudah terpotong transfer',
  'PAY-PRICE': 'mahal biaya',
  'ACC-FAR': 'jauh',
  'ACC-DISABILITY': 'lansia',
  'FAC-ROOM': 'toilet ruang parkir kotor panas',
  'PRC-APPONLY': 'hp online',
  'DOC-EXTRA': 'syarat fotokopi',
  'INF-CONFLICT': 'beda informasi katanya petugas',
  'INT-SCAM': 'penipuan',
  'INT-PUNGLI': 'pungli uang bayar',
  'INT-CALO': 'calo',
}

/** Where a told story leads: to the category it speaks of, or to the list of its group; null when it is not clear. */
function guessed({ world, state }: StepContext<ComplaintData>, data: ComplaintData) {
  const story = storyText(data)
  if (wordCount(normalise(story)) < WORDS) return null
  const { category: label, confidence } = classifyComplaint(story)
  if (label === 'other' || confidence < SURE) return null
  const fitting = world.categories.filter((one) => one.label === label)
  const words = new Set(tokenize(story))
  const apart = Object.entries(TOLD_APART).filter(([code]) => fitting.some((one) => one.code === code))
  const [named] = apart.find(([, families]) => families.split(' ').some((one) => words.has(one))) ?? []
  const best = fitting.find(({ code }) => code === named) ?? fitting[0]
  if (!best || (data.group && data.group !== best.group)) return null
  const { code: category, group } = best
  const confidential = state.confidential || best.confidential
  if (apart.length > 0 && !named)
    return go<ComplaintData, ComplaintStep>('category', { set: { group }, confidential })
  return go<ComplaintData, ComplaintStep>('guess', { set: { group, category }, confidential })
}

/** "Is it about …?" Who says no chooses from the lists. */
export const guess = choiceQuestion<ComplaintData, ComplaintStep>({
  prompt: ({ data }) => ({
    text: t('complaint.guess', { category: { text: t(`category.${data.category ?? 'OTH'}`) } }),
    options: [
      {
        id: 'right',
        means: 'yes',
        label: t('complaint.guessRight'),
        hears: 'complaint.guessRight',
        to: go('tell'),
      },
      {
        id: 'wrong',
        means: 'no',
        label: t('complaint.guessWrong'),
        hears: 'complaint.guessWrong',
        to: withoutGuess(data),
      },
    ],
  }),
  onText: onLateText,
  onMedia: onLateMedia,
})

function withoutGuess(data: ComplaintData): Next {
  const set = { category: undefined }
  if (mentionsMisconduct(storyText(data))) return go('category', { set })
  // what was confidential by this guess alone is open again
  return go('group', { set: { ...set, group: undefined }, confidential: false })
}

/** What it is about is asked for, unless the story has said it. */
export function askCategory(at: StepContext<ComplaintData>, set: Gathered): Next {
  const { group }: ComplaintData = { ...at.data, ...set }
  return withGuess(at, set, go(group ? 'category' : 'group', { set }))
}

/** A story told where a group was asked for. */
export function onGroupText(at: StepContext<ComplaintData>, text: string): Next {
  const kept = onEarlyText(at, text)
  return kept.kind === 'stay' ? withGuess(at, kept.set, kept) : kept
}

function withGuess(at: StepContext<ComplaintData>, set: Gathered, otherwise: Next): Next {
  const move = guessed(at, { ...at.data, ...set })
  return move ? { ...move, set: { ...set, ...move.set } } : otherwise
}
