import { normalise } from '../../model/understanding/normalise.ts'
import { mentionsMisconduct } from '../../model/understanding/intent.ts'
import { classifyComplaint } from '../../model/understanding/complaint.ts'
import { tokenize } from '../../model/understanding/tokenizer.ts'
import { choiceQuestion } from '../engine/question.ts'
import type { ComplaintData } from './data.ts'
import { onLateMedia, onEarlyText, onLateText } from './early-story.ts'
import { go, t, type StepContext, type FlowData, type Transition } from '../engine/flow.ts'
import { storyText } from '../shared/story.ts'

/** A story told at once says what it is about: the category that fits is offered before groups and lists are asked for. */

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
function guessed({ world, state }: StepContext<ComplaintData>, data: ComplaintData): Transition | null {
  const story = storyText(data)
  if (normalise(story).split(' ').length < WORDS) return null
  const { category: label, confidence } = classifyComplaint(story)
  if (label === 'other' || confidence < SURE) return null
  const fitting = world.categories.filter((one) => one.label === label)
  const words = new Set(tokenize(story))
  const apart = Object.keys(TOLD_APART).filter((code) => fitting.some((one) => one.code === code))
  const told = apart.find((code) => TOLD_APART[code]!.split(' ').some((one) => words.has(one)))
  const best = fitting.find(({ code }) => code === told) ?? fitting[0]
  if (!best || (data.group && data.group !== best.group)) return null
  const confidential = state.confidential || best.confidential
  if (apart.length > 0 && !told)
    return go('category', { set: { group: best.group }, confidential: confidential })
  return go('guess', { set: { group: best.group, category: best.code }, confidential: confidential })
}

/** "Is it about …?" Who says no chooses from the lists. */
export const guess = choiceQuestion<ComplaintData>({
  prompt: ({ data }) => ({
    text: t('complaint.guess', { category: { text: t(`category.${data.category ?? 'OTH'}`) } }),
    options: [
      { id: 'right', label: t('complaint.guessRight'), words: 'betul, benar, ya, iya, yes, right, correct' },
      { id: 'wrong', label: t('complaint.guessWrong'), words: 'bukan, tidak, salah, lain, no, wrong' },
    ],
  }),
  onPick({ data }, id) {
    if (id === 'right') return go('tell')
    const known = { category: undefined }
    if (mentionsMisconduct(storyText(data))) return go('category', { set: known })
    // what was confidential by this guess alone is open again
    return go('group', { set: { ...known, group: undefined }, confidential: false })
  },
  onText: onLateText,
  onMedia: onLateMedia,
})

/** What it is about is asked for, unless the story has said it. */
export function askCategory(at: StepContext<ComplaintData>, set: FlowData): Transition {
  const data: ComplaintData = { ...at.data, ...set }
  return withGuess(at, set, go(data.group ? 'category' : 'group', { set }))
}

/** A story told where a group was asked for. */
export function onGroupText(at: StepContext<ComplaintData>, text: string): Transition {
  const kept = onEarlyText(at, text)
  return kept.kind === 'stay' ? withGuess(at, kept.set ?? {}, kept) : kept
}

function withGuess(at: StepContext<ComplaintData>, set: FlowData, otherwise: Transition): Transition {
  const move = guessed(at, { ...at.data, ...set })
  return move?.kind === 'go' ? { ...move, set: { ...set, ...move.set } } : otherwise
}
