import { stay, t, type At, type MediaReply, type Move } from '../engine/flow.ts'

/**
 * A photo where none is needed: we cannot recognise one, and it may be of an identity card. It becomes part of no ticket and is
 * removed; words under it are read as the answer. A voice message is kept: an officer called now can hear it.
 */
export function noPhoto<D>(said?: (at: At<D>, text: string) => Move): (at: At<D>, reply: MediaReply) => Move {
  return (at, { media, caption, file }) => {
    if (media === 'voice') return stay({ says: [{ text: t('noVoice') }] })
    const effects = [{ do: 'keep apart' }, { do: 'discard file', fileId: file.id }] as const
    const refused = { says: [{ text: t('noPhoto') }], effects }
    const move = caption === '' || !said ? stay() : said(at, caption)
    if (move.kind === 'miss') return stay(refused)
    return {
      ...move,
      says: [...refused.says, ...(move.says ?? [])],
      effects: [...refused.effects, ...(move.effects ?? [])],
    }
  }
}
