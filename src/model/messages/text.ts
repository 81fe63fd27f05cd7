/** Cleaning and cutting of what people type, before it is stored or understood. */

// NUL and other controls (not tab, line feed), zero-width and bidirectional marks, and the byte order mark:
// invisible to the person, but they break searches, sort orders and the direction of an officer's screen.
const INVISIBLE =
  /[^\P{Cc}\t\n]|[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu

/** Text without invisible characters and lone surrogates, in NFC, with runs of blanks and blank lines made one. */
export function sanitizeText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .toWellFormed()
    .replaceAll('\uFFFD', '')
    .replaceAll('\u2028', '\n')
    .replaceAll('\u2029', '\n')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Words between blanks. */
export function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}

/** First `max` characters (code points), never half of one. */
export function truncateText(text: string, max: number): string {
  if (text.length <= max) return text
  const points = [...text]
  return points.length <= max ? text : points.slice(0, max).join('')
}

/** A short piece for reading back: one line, cut at a word where possible, with an ellipsis. */
export function excerpt(text: string, max: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if ([...line].length <= max) return line
  const space = truncateText(line, max).lastIndexOf(' ')
  return `${space > max / 2 ? line.slice(0, space) : truncateText(line, max - 1)}…`
}
