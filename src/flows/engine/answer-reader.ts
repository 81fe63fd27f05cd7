import type { InboundContent } from '../../model/messages/content.ts'
import { parseChoiceNumber, parseLeadingNumber } from '../../model/understanding/choice-number.ts'
import { isOptionText } from './question.ts'
import { stepContext, discardFile, say, type TurnContext } from './turn-context.ts'
import { t, type Prompt, type QuestionStep, type Answer } from './flow.ts'

/** The message as an answer; `null` when it cannot be one, after saying kindly what can. */
export function readAnswer(
  turn: TurnContext,
  question: QuestionStep,
  content: InboundContent,
): Answer | null {
  if (content.kind === 'choice') return { kind: 'pick', id: content.id }
  if (content.kind === 'text') return readText(turn, question, content.text)
  if (content.kind === 'media') return readMedia(turn, question, content)
  if (content.kind === 'location' && question.acceptsLocation)
    return { kind: 'place', lat: content.lat, lng: content.lng }
  const what = content.kind === 'location' ? 'location' : content.what
  say(turn, { text: t(`unreadable.${what}`) })
  return null
}

function readText(turn: TurnContext, question: QuestionStep, text: string): Answer {
  const asked = question.prompt(stepContext(turn))
  const picked = question.freeText ? copied(asked, text) : byNumber(asked, parseLeadingNumber(text))
  if (picked) return { kind: 'pick', id: picked }
  if (turn.truncated) say(turn, { text: t('story.cut') })
  return { kind: 'text', text }
}

/** A bare number, or a copied line of the list ("1 Selesai"). */
function copied(asked: Prompt, text: string): string | undefined {
  const bare = parseChoiceNumber(text)
  if (bare !== null) return byNumber(asked, bare)
  const label = /^\s*\d[\s.):]+(.+)$/su.exec(text)?.[1] ?? ''
  return isOptionText(label, asked.options) ? byNumber(asked, parseLeadingNumber(text)) : undefined
}

function byNumber({ options }: Prompt, number: number | null): string | undefined {
  return options.find((option, index) => (option.number ?? index + 1) === number)?.id
}

function readMedia(
  turn: TurnContext,
  question: QuestionStep,
  content: Extract<InboundContent, { kind: 'media' }>,
): Answer | null {
  const { media, caption, file, refused } = content
  if (file && question.acceptsMedia) return { kind: 'media', media, caption, file }
  discardFile(turn, content)
  if (!file) say(turn, { text: t(`file.${refused ?? 'not-fetched'}`) })
  else say(turn, { text: t(caption === '' ? 'ask.noMedia' : 'ask.notKept') })
  return caption === '' ? null : readText(turn, question, caption)
}
