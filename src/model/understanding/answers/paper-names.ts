import { similarity } from '../../words/similarity.ts'
import { normalise } from '../normalise.ts'
import { standard } from './plain.ts'

/** Papers found by name in a message. */

/** A paper that is asked about, and what people call it. */
export interface NamedPaper {
  readonly id: string
  readonly names: readonly string[]
}

/** Names this alike are the same ("ijasah", "ijazah"); shorter ones ("ktp") have to be right (letters). */
const ALIKE = 0.8
const SHORT = 5
/** Words of the longest name. */
const LONGEST_NAME = 4

/** Marks that part a message; as words, for they have to outlive the standard form. */
export const COMMA = 'tandakoma'
export const STOP = 'tandatitik'

/** The message in standard words, each paper's name replaced by `#` and its place in the list. */
export function markPapers(text: string, papers: readonly NamedPaper[]): string {
  const marked = text.replace(/[,;+&/]|\bdan\b/gi, ` ${COMMA} `).replace(/[\n]|[.!](?=\s|$)/g, ` ${STOP} `)
  const words = standard(marked)
  const names = namesOf(papers)
  const out: string[] = []
  for (let from = 0; from < words.length;) {
    const found = paperAt(words, from, names)
    out.push(found ? `#${found.at}` : (words[from] ?? ''))
    from += found?.words ?? 1
  }
  return out.join(' ')
}

const lists = new WeakMap<readonly NamedPaper[], readonly JoinedName[]>()

/** Names as they are compared; each list is read once. */
function namesOf(papers: readonly NamedPaper[]): readonly JoinedName[] {
  const known = lists.get(papers)
  if (known) return known
  const names = papers.flatMap((paper, at) =>
    paper.names.map((name) => ({ at, name: joined(normalise(name).split(' ')) })),
  )
  lists.set(papers, names)
  return names
}

interface JoinedName {
  readonly at: number
  readonly name: string
}

/** The paper whose name begins at this word: exactly, the longest first, else the most alike. */
function paperAt(words: readonly string[], from: number, names: readonly JoinedName[]) {
  const spans = Array.from({ length: LONGEST_NAME }, (_, at) => LONGEST_NAME - at)
    .map((length) => ({ words: length, said: joined(words.slice(from, from + length)) }))
    .filter(({ words: length }) => from + length <= words.length)
  for (const span of spans) {
    const exact = names.find(({ name }) => name === span.said || name === withoutOwner(span.said))
    if (exact) return { at: exact.at, words: span.words }
  }
  const near = spans
    .filter(({ said }) => said.length >= SHORT && !said.includes(COMMA) && !said.includes(STOP))
    .flatMap((span) =>
      names.map(({ at, name }) => ({
        at,
        words: span.words,
        alike: likeness(withoutOwner(span.said), name),
      })),
    )
    .filter(({ alike }) => alike >= ALIKE)
  return near.toSorted((a, b) => b.alike - a.alike)[0]
}

/** Far apart in length is far apart: most pairs need no closer look. */
function likeness(said: string, name: string): number {
  return Math.abs(said.length - name.length) > 2 || name.length < SHORT ? 0 : similarity(said, name)
}

function joined(words: readonly string[]): string {
  return words.join('')
}

/** "ktpnya", "ijazahku". */
function withoutOwner(word: string): string {
  return word.replace(/(?:nya|ny|ku|na|e)$/, '')
}
