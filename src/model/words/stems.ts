/** Words of Indonesian chat without what is put before and behind them. */

const SUFFIX = /(?:nya|nyo|ny|na|ku|mu|lah|kah|kan|an|in|i|e|mi|ji|ki|ka)$/
const PREFIX: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:meng|peng|ng)(?=[aiueo])/, ['', 'k']],
  [/^(?:mem|pem|m)(?=[aiueo])/, ['p']],
  [/^(?:men|pen|n)(?=[aiueo])/, ['t']],
  [/^(?:meny|peny|ny)/, ['s']],
  [/^(?:menge|nge)/, ['']],
  [/^(?:meng|mem|men|me|ng|di|ke|ter|ber|ba|ta|se|pe|dipe|memper|diper)/, ['']],
]

/** What may be left of a word without its endings and beginnings, least taken off first. */
export function stemsOf(word: string): string[] {
  if (word.length < 4) return []
  const once = word.replace(/^([a-z]{3,})\1$/, '$1')
  // "kakk", "bangett"
  const single = once.replace(/(.)\1+/g, '$1')
  const bare = [once, single, ...cut(once), ...cut(once).flatMap(cut)]
  return bare
    .flatMap((one) => [
      one,
      ...PREFIX.flatMap(([start, put]) => (start.test(one) ? put.map((by) => one.replace(start, by)) : [])),
    ])
    .filter((one) => one.length > 2)
}

function cut(word: string): string[] {
  const shorter = word.replace(SUFFIX, '')
  return shorter === word || shorter.length < 3 ? [] : [shorter]
}
