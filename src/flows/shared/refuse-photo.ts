import { notUnderstood, stay, type MediaAnswer, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { t } from '../engine/text.ts'

/**
 * A photo where none is needed: we cannot recognise one, and it may be of an identity card. It becomes part of no ticket and is
 * removed; words under it are read as the answer. A voice message is left to the engine, which offers it to an officer.
 */
export function refusePhoto<D, S extends string = never>(
  onText?: (at: StepContext<D>, text: string) => Transition<D, S>,
): (at: StepContext<D>, answer: MediaAnswer) => Transition<D, S> {
  return (at, { media, caption, file }) => {
    if (media === 'voice') return notUnderstood
    const says = [{ text: t('noPhoto') }]
    const effects = [{ do: 'mark sensitive' }, { do: 'discard file', fileId: file.id }] as const
    const transition = caption === '' || !onText ? stay<D>() : onText(at, caption)
    if (transition.kind === 'not understood') return stay({ says, effects })
    return {
      ...transition,
      says: [...says, ...(transition.says ?? [])],
      effects: [...effects, ...(transition.effects ?? [])],
    }
  }
}
