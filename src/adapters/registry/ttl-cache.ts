import { LRUCache } from 'lru-cache'

/**
 * Answers kept for a short while, the least asked for given up first. `now` is a monotonic clock (ms).
 * The library's own time to live takes a life of 0, and a clock at 0, for ever.
 */
export function createTtlCache<Value>(now: () => number, lifeMs: number, most: number) {
  const kept = new LRUCache<string, { readonly value: Value; readonly until: number }>({ max: most })
  return {
    get(key: string): Value | undefined {
      const entry = kept.get(key)
      return entry && now() < entry.until ? entry.value : undefined
    },
    set(key: string, value: Value): void {
      kept.set(key, { value, until: now() + lifeMs })
    },
  }
}
