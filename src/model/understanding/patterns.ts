/** Tables of patterns, each with what it stands for, matched against normalised text. */
export type PatternTable<Name extends string> = readonly (readonly [Name, RegExp])[]

/** All that fit, in the order of the table. */
export function matchAll<Name extends string>(table: PatternTable<Name>, text: string): readonly Name[] {
  return table.filter(([, pattern]) => pattern.test(text)).map(([name]) => name)
}

/** The first that fits: narrow patterns stand before wide ones. */
export function matchFirst<Name extends string>(table: PatternTable<Name>, text: string): Name | null {
  return table.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

/** The one that fits; none where several do. */
export function matchOnly<Name extends string>(table: PatternTable<Name>, text: string): Name | undefined {
  const [name, ...more] = matchAll(table, text)
  return more.length === 0 ? name : undefined
}
