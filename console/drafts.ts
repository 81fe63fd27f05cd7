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
/** By ticket number, in memory only: people's affairs are not left behind in a browser. */
const drafts = new Map<string, Draft>()

export const draftOf = (number: string): Draft => drafts.get(number) ?? EMPTY

export function keepDraft(number: string, draft: Draft): void {
  if (draft.text === '') drafts.delete(number)
  else drafts.set(number, draft)
}
