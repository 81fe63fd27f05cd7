import { stay, t, type StepContext, type MediaAnswer, type Transition } from '../engine/flow.ts'

/**
 * A photo where none is needed: we cannot recognise one, and it may be of an identity card. It becomes part of no ticket and is
 * removed; words under it are read as the answer. A voice message is kept: an officer called now can hear it.
 */
export function refusePhoto<D>(
  said?: (at: StepContext<D>, text: string) => Transition,
): (at: StepContext<D>, reply: MediaAnswer) => Transition {
  return (at, { media, caption, file }) => {
    if (media === 'voice') return stay({ says: [{ text: t('noVoice') }] })
    const effects = [{ do: 'mark sensitive' }, { do: 'discard file', fileId: file.id }] as const
    const refused = { says: [{ text: t('noPhoto') }], effects }
    const move = caption === '' || !said ? stay() : said(at, caption)
    if (move.kind === 'not understood') return stay(refused)
    return {
      ...move,
      says: [...refused.says, ...(move.says ?? [])],
      effects: [...refused.effects, ...(move.effects ?? [])],
    }
  }
}
