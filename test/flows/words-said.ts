import type { Effect, Text, Var } from '../../src/flows/flow.ts'

/** Every key a turn's words are made of: texts, labels, and words inside words. */
export function keysSaid(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) =>
    effect.do === 'say'
      ? [effect.text, ...(effect.choices ?? []).map((choice) => choice.label)].flatMap(keysIn)
      : [],
  )
}

function keysIn(text: Text): string[] {
  if ('raw' in text) return []
  return [text.key, ...Object.values(text.vars ?? {}).flatMap(keysInVar)]
}

function keysInVar(value: Var): string[] {
  return typeof value === 'object' && 'text' in value ? keysIn(value.text) : []
}
