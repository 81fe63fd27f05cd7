/** Answers kept for a short while, the oldest given up first. `now` is a monotonic clock (ms). */
export function createTtlCache<Value>(now: () => number, lifeMs: number, most: number) {
  const kept = new Map<string, { readonly value: Value; readonly until: number }>()
  return {
    get(key: string): Value | undefined {
      const entry = kept.get(key)
      return entry && now() < entry.until ? entry.value : undefined
    },
    set(key: string, value: Value): void {
      kept.delete(key)
      kept.set(key, { value, until: now() + lifeMs })
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    },
  }
}
