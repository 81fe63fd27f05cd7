import { tokenize } from '../tokenizer.ts'

/** What is weighed of a message: its words, neighbours, pieces of words, its length, and whether it asks. */

/** Say nothing of what a message is about. */
export const FILLING = new Set(
  'kak ya dong yang nya deh sih kok di dari ke dan untuk the a of is to in on for itu saja aja lah kah nih'.split(
    ' ',
  ),
)
/** Letters of a piece of a word. */
const PIECE = 4

/** Features, each once. A longer message has more of them, and each says less. */
export function extractFeatures(text: string): ReadonlySet<string> {
  const tokens = tokenize(text)
  const telling = tokens.filter((token) => !FILLING.has(token))
  const words = telling.length > 0 ? telling : tokens
  const edged = ['^', ...words, '$']
  return new Set([
    ...words,
    ...edged.slice(1).map((word, at) => `${edged[at]}_${word}`),
    ...words.flatMap(pieces),
    lengthFeature(words.length),
    ...(text.includes('?') ? ['?'] : []),
  ])
}

/** The pieces of a word, edges marked. */
export function pieces(word: string): string[] {
  const edged = `<${word}>`
  return Array.from(
    { length: Math.max(0, edged.length - PIECE + 1) },
    (_, at) => `~${edged.slice(at, at + PIECE)}`,
  )
}

/** The length of a message as a feature. */
export function lengthFeature(words: number): string {
  if (words <= 1) return `words:${words}`
  if (words <= 3) return 'words:few'
  return words <= 8 ? 'words:some' : 'words:many'
}
