import type { InboundContent } from '../../../model/messages/content.ts'
import { parseChoiceNumber, parseLeadingNumber } from '../../../model/understanding/choice-number.ts'
import type { Answer, Option, QuestionStep } from '../flow.ts'
import { isOptionText } from '../question.ts'
import { t } from '../text.ts'
import type { Turn } from '../turn.ts'

/** The message as an answer; `null` when it cannot be one, after saying kindly what can. */
export function readAnswer(turn: Turn, question: QuestionStep, content: InboundContent): Answer | null {
  if (content.kind === 'choice') return { kind: 'pick', id: content.id }
  if (content.kind === 'text') return readText(turn, question, content.text)
  if (content.kind === 'media') return readMedia(turn, question, content)
  if (content.kind === 'location' && question.acceptsLocation)
    return { kind: 'place', lat: content.lat, lng: content.lng }
  const what = content.kind === 'location' ? 'location' : content.what
  turn.say({ text: t(`unreadable.${what}`) })
  return null
}

function readText(turn: Turn, question: QuestionStep, text: string): Answer {
  const { options } = question.prompt(turn.context)
  const picked = question.freeText
    ? pickedInFreeText(turn, options, text)
    : optionByNumber(options, parseLeadingNumber(text))
  if (picked !== undefined) return { kind: 'pick', id: picked }
  if (turn.truncated) turn.say({ text: t('story.cut') })
  return { kind: 'text', text }
}

/** A bare number, or a copied line of the list ("1 Selesai"). */
function pickedInFreeText(turn: Turn, options: readonly Option[], text: string): string | undefined {
  const bare = parseChoiceNumber(text)
  if (bare !== null) return optionByNumber(options, bare)
  const label = /^\s*\d[\s.):]+(.+)$/su.exec(text)?.[1] ?? ''
  return isOptionText(label, options, turn.world.hears)
    ? optionByNumber(options, parseLeadingNumber(text))
    : undefined
}

function optionByNumber(options: readonly Option[], number: number | null): string | undefined {
  return options.find((option, index) => (option.number ?? index + 1) === number)?.id
}

function readMedia(
  turn: Turn,
  question: QuestionStep,
  content: Extract<InboundContent, { kind: 'media' }>,
): Answer | null {
  const { media, caption, file, refused } = content
  // a voice is nobody's answer here, but somebody may listen to it
  if (file && (question.acceptsMedia || media === 'voice')) return { kind: 'media', media, caption, file }
  turn.discardFile(content)
  if (!file) turn.say({ text: t(`file.${refused ?? 'not-fetched'}`) })
  else turn.say({ text: t(caption === '' ? 'ask.noMedia' : 'ask.notKept') })
  return caption === '' ? null : readText(turn, question, caption)
}
