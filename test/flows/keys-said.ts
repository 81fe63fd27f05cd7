import { mapCard } from '../../src/model/messages/card.ts'
import type { Effect } from '../../src/flows/engine/conversation.ts'
import type { Text, Var } from '../../src/flows/engine/text.ts'

/** Every key a turn's words are made of: texts, labels, and words inside words. */
export function keysSaid(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) =>
    effect.do === 'say'
      ? [effect.text, ...(effect.choices ?? []).map((choice) => choice.label), ...cardTexts(effect)].flatMap(
          keysIn,
        )
      : [],
  )
}

function cardTexts({ card }: Extract<Effect, { do: 'say' }>): Text[] {
  const texts: Text[] = []
  if (card) mapCard(card, (text) => texts.push(text))
  return texts
}

function keysIn(text: Text): string[] {
  if ('raw' in text) return []
  return [text.key, ...Object.values(text.vars ?? {}).flatMap(keysInVar)]
}

function keysInVar(value: Var): string[] {
  if (typeof value !== 'object' || 'date' in value) return []
  return 'text' in value ? keysIn(value.text) : value.list.flatMap(keysIn)
}
