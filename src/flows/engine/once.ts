import type { Text, TextKey } from './text.ts'

/** Notes that are said once a conversation: caveats that are true of many answers and tire who hears them each time. */

/** The text without the notes that were heard; null where nothing is left of it. */
export function withoutHeard(
  text: Text,
  heard: ReadonlySet<string>,
  notes: ReadonlySet<TextKey>,
): Text | null {
  if ('raw' in text) return text
  if (notes.has(text.key)) return heard.has(text.key) ? null : text
  const { above, below } = text.vars ?? {}
  if (text.key !== 'joined' || !isText(above) || !isText(below)) return text
  const [first, second] = [above, below].map((part) => withoutHeard(part.text, heard, notes))
  if (!first || !second) return first ?? second ?? null
  return { key: 'joined', vars: { above: { text: first }, below: { text: second } } }
}

/** Is the note part of the text? */
export function mentionsKey(text: Text, key: TextKey): boolean {
  if ('raw' in text) return false
  const { above, below } = text.vars ?? {}
  const parts = text.key === 'joined' ? [above, below] : []
  return text.key === key || parts.some((part) => isText(part) && mentionsKey(part.text, key))
}

function isText(value: unknown): value is { readonly text: Text } {
  return typeof value === 'object' && value !== null && 'text' in value
}
