import { LRUCache } from 'lru-cache'

/** Longer messages are seldom asked about twice (characters). */
const KEPT = 300

/** The same function, which looks at a text once where several rooms ask about it one after another; it keeps the last `most`. */
export function remembered<Read extends string | object>(
  read: (text: string) => Read,
  most = 200,
): (text: string) => Read {
  const lately = new LRUCache<string, Read>({ max: most })
  return (text) => {
    if (text.length > KEPT) return read(text)
    const known = lately.get(text)
    if (known !== undefined) return known
    const found = read(text)
    lately.set(text, found)
    return found
  }
}
