import { stay, t, type At, type MediaReply, type Move } from './script.ts'

/**
 * A photo where none is needed: we cannot recognise one, and it may be of an identity card. It becomes part of no ticket;
 * words under it are read as the answer.
 */
export function noPhoto<D>(said?: (at: At<D>, text: string) => Move): (at: At<D>, reply: MediaReply) => Move {
  const refused = { says: [{ text: t('noPhoto') }], effects: [{ do: 'keep apart' }] } as const
  return (at, { caption }) => {
    const move = caption === '' || !said ? stay() : said(at, caption)
    if (move.kind === 'miss') return stay(refused)
    return {
      ...move,
      says: [...refused.says, ...(move.says ?? [])],
      effects: [...refused.effects, ...(move.effects ?? [])],
    }
  }
}
