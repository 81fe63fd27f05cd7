import { wordCount } from '../../model/messages/text.ts'
import { readActs } from '../../model/understanding/acts.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { readYesNo } from '../../model/understanding/answers/yes-no.ts'
import { go, stay, type MediaAnswer, type QuestionStep, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { isOptionText, openQuestion } from '../engine/question.ts'
import { t, type Text } from '../engine/text.ts'
import { wordsForRow } from '../shared/row-words.ts'
import { addFile, addText, hasStory, storyText } from '../shared/story.ts'
import type { ComplaintData, ComplaintStep } from './handle.ts'
import { categorySet, nextQuestion, withSays, type Gathered } from './next.ts'
import { officeAlone, officeInstead } from './office.ts'

/** The story, in the person's own words; who would rather choose gets the list. */

type At = StepContext<ComplaintData>
type Next = Transition<ComplaintData, ComplaintStep>
type Says = NonNullable<Extract<Next, { kind: 'go' }>['says']>

/** Fewer words name a matter; what happened is asked for once more, and once only. */
const STORY_WORDS = 4

export const tell: QuestionStep<ComplaintData, ComplaintStep> = openQuestion<ComplaintData, ComplaintStep>({
  expects: 'story',
  prompt: (at) => ({ text: tellText(at), options: optionsFor(at.data) }),
  onPick: (at, id) => (id === 'list' ? go('group') : nextQuestion(at)),
  onText: told,
  onMedia: shown,
})

const DONE = [{ id: 'done', label: t('story.done'), hears: 'story.done' }] as const
const LIST = [{ id: 'list', label: t('complaint.fromList'), hears: 'complaint.fromList' }] as const

/** Who has told or chosen already needs no list. */
function optionsFor(data: ComplaintData) {
  if (data.startsOver) return []
  if (hasStory(data) || data.about) return DONE
  return data.category ? [] : LIST
}

function told(at: At, text: string): Next {
  const { set: added = {}, says = [] } = addText(at.data, text)
  if (isOnlyFear(text))
    return stay({ says: [{ text: t('complaint.safe') }], set: REASSURED, confidential: true })
  const set: Gathered = { ...added, ...categoryNamed(at, text), last: 'text' }
  const instead = readActs(text).has('correction') ? officeInstead(at, text) : undefined
  if (instead && hasStory(at.data)) return nextQuestion(at, { office: instead })
  const office = officeAlone(at, text)
  if (office) return stay({ says, set: { office, last: 'text' } })
  const short = wordCount(normalise(text)) < STORY_WORDS
  if (short && tellsNothing(text)) {
    const isEmpty = !hasStory(at.data) || at.data.startsOver
    return isEmpty ? stay({ says: [{ text: t('story.empty') }] }) : nextQuestion(at)
  }
  return short && !isKnown(at.data) ? askForMore(at, set, says) : withSays(nextQuestion(at, set), says)
}

/** Asked for more already, or what it is about is known: few words are enough. */
function isKnown({ last, category, about, editing }: ComplaintData): boolean {
  return Boolean(last || category || about || editing)
}

/** "Ada calo": once more, and in confidence where the words name such a matter. */
function askForMore({ state, world }: At, set: Gathered, says: Says): Next {
  const confidential = world.categories.some((one) => one.code === set.category && one.confidential)
  if (!confidential || state.confidential) return stay({ says, set })
  return stay({ says: [...says, { text: t('complaint.safe') }], set: { ...set, ...REASSURED }, confidential })
}

const REASSURED: Gathered = { reassured: true }

/** A picture with "ini struknya" tells nothing yet; a voice does, and so does what another flow has found out. */
export function isEnough({ parts = [], files = [], about, category, group }: ComplaintData): boolean {
  if (about || category || group) return true
  if (files.some(({ mime }) => /^(?:audio|video)\//.test(mime))) return true
  return parts.length + files.length === 0 || wordCount(normalise(parts.join(' '))) >= STORY_WORDS
}

/** A category or a group as it stands in the lists ("petugas kasar"). */
function categoryNamed({ data, world }: At, text: string): Gathered {
  if (data.category) return {}
  const named = (key: `category.${string}`) => isOptionText(text, [wordsForRow(world, key)], world.hears)
  const category = world.categories.find(({ code }) => named(`category.${code}`))
  return category ? categorySet(world, category.code) : {}
}

/** "Ok", "selesai", a number of a list that is gone. */
function tellsNothing(text: string): boolean {
  const acts = readActs(text)
  return readYesNo(text) !== null || /^\W*\d{1,2}\W*$/.test(text) || (acts.isBare && acts.has('done'))
}

/** "Nama saya jangan disebut ya": asks who reads it, and tells nothing yet. */
export function isOnlyFear(text: string): boolean {
  return wordCount(normalise(text)) <= 7 && readActs(text).has('secrecy', 0.7)
}

/** A voice note tells; beside a picture words are asked for. */
function shown(at: At, sent: MediaAnswer): Next {
  const answer = tellsNothing(sent.caption) ? { ...sent, caption: '' } : sent
  const added = addFile(at.data, answer)
  const tells =
    answer.media === 'voice' ||
    answer.media === 'video' ||
    wordCount(answer.caption) >= STORY_WORDS ||
    hasWords(at.data)
  if (!tells || (added.says?.length ?? 0) > 0) return added
  return withSays(nextQuestion(at, added.set ?? {}), [{ text: t(`story.received.${answer.media}`) }])
}

function hasWords({ parts }: ComplaintData): boolean {
  return (parts?.length ?? 0) > 0
}

function tellText({ state, data }: At): Text {
  if (data.startsOver) return t('complaint.retell')
  const isTold = wordCount(normalise(storyText(data))) >= STORY_WORDS
  if ((data.editing && !data.last) || (isTold && data.last === 'text')) return t('complaint.tellAlso')
  if (data.last && data.last !== 'text') return t(`story.more.${data.last}`)
  if (data.last === 'text' || (data.category && !data.reassured)) return t('complaint.tellMore')
  return t(state.confidential ? 'complaint.tellConfidential' : 'complaint.tell')
}
