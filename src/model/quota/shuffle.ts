/** The items in another order, each order as likely as any other (Fisher–Yates). `below(n)` draws a whole number from 0 to n − 1. */
export function shuffled<T>(items: readonly T[], below: (n: number) => number): readonly T[] {
  const mixed = [...items]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = below(at + 1)
    ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
  }
  return mixed
}
