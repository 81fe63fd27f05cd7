import type { OutboundContent } from '../model/messages/content.ts'

/** A question for channels without buttons: the text, an empty line, then one numbered line a choice. */
export function withNumberedChoices({ text, choices }: OutboundContent): string {
  if (choices.length === 0) return text
  const lines = choices.map(({ label, number }, at) => `${number ?? at + 1}. ${label}`)
  return `${text}\n\n${lines.join('\n')}`
}

/**
 * Pieces of at most `max` characters (code points, so that no letter or emoji of two units is cut in half),
 * broken at a line's end where there is one in the piece's second half, else at a space, else where it must be.
 */
export function splitText(text: string, max: number): string[] {
  const pieces: string[] = []
  let rest = [...text]
  while (rest.length > max) {
    const end = breakAt(rest, max)
    pieces.push(rest.slice(0, end).join('').trimEnd())
    rest = [...rest.slice(end).join('').trimStart()]
  }
  pieces.push(rest.join(''))
  return pieces.filter((piece) => piece !== '')
}

/** Where the first piece ends. The character after a full piece counts too: a break there loses nothing. */
function breakAt(chars: readonly string[], max: number): number {
  for (const mark of ['\n', ' ']) {
    const at = chars.lastIndexOf(mark, max)
    if (at > max / 2) return at
  }
  return max
}
