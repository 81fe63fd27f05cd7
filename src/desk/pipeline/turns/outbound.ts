import type { Effect, Lang } from '../../../flows/engine/conversation.ts'
import { mapCard } from '../../../model/messages/card.ts'
import type { OutboundContent } from '../../../model/messages/content.ts'
import type { Texts } from '../../ports/texts.ts'

type SayEffect = Extract<Effect, { do: 'say' }>

/** Longest message that several says are joined into (characters): beyond it each keeps its own bubble. */
const JOINED = 400

/**
 * What a turn says, in final words. Statements before a question travel in the same message when that stays short:
 * one bubble is easier to read than three, and one send is cheaper than three.
 */
export function outboundContents(says: readonly SayEffect[], lang: Lang, texts: Texts): OutboundContent[] {
  const out: OutboundContent[] = []
  for (const say of says) {
    const words = inWords(say, lang, texts)
    const last = out.at(-1)
    if (last && joins(last) && !words.card && last.text.length + words.text.length < JOINED)
      out[out.length - 1] = { ...words, text: `${last.text}\n\n${words.text}` }
    else out.push(words)
  }
  return out
}

/** May more words follow in this message? */
function joins({ choices, card }: OutboundContent): boolean {
  return choices.length === 0 && !card
}

function inWords(say: SayEffect, lang: Lang, texts: Texts): OutboundContent {
  const choices = (say.choices ?? []).map((choice, at) => ({
    id: choice.id,
    label: texts.render(lang, choice.label),
    number: choice.number ?? at + 1,
  }))
  const card = say.card && mapCard(say.card, (text) => texts.render(lang, text))
  const question = choices.length > 0 ? say.question : 0
  return { text: texts.render(lang, say.text), choices, question, ...(card && { card }) }
}
