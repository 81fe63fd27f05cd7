import type { World } from '../engine/conversation.ts'

/** What people say for a choice that stands for a row of data (a paper, a category, an answer): `hears.<kind>.<id>`. Not every row has words. */
export function wordsForRow(
  { hears }: Pick<World, 'hears'>,
  key: string,
): { readonly phrases?: ReadonlySet<string> } {
  const all: Readonly<Record<string, ReadonlySet<string> | undefined>> = hears
  const phrases = all[key]
  return phrases ? { phrases } : {}
}
