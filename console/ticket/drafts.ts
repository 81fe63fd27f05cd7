export const MODES = ['reply', 'note', 'close'] as const
export type Mode = (typeof MODES)[number]

/** What an officer is writing. */
export interface Draft {
  readonly text: string
  /** The ticket's `seq` when the writing began. */
  readonly seen: number
  readonly awaits: boolean
}

const EMPTY: Draft = { text: '', seen: 0, awaits: false }
/**
 * By ticket and by what it is for: an internal note must never slip into an answer.
 * In memory only: people's affairs are not left behind in a browser.
 */
const drafts = new Map<string, Draft>()

export const draftOf = (number: string, mode: Mode): Draft => drafts.get(`${number} ${mode}`) ?? EMPTY

export function keepDraft(number: string, mode: Mode, draft: Draft): void {
  if (draft.text === '') drafts.delete(`${number} ${mode}`)
  else drafts.set(`${number} ${mode}`, draft)
}

/** Whoever signs out leaves nothing for the next at the same counter. */
export const forgetDrafts = () => drafts.clear()
