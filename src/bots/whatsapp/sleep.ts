/** Waits `ms` (for ever when infinite), or until `over`. Never rejects. */
export function sleep(ms: number, over?: AbortSignal): Promise<void> {
  if (ms <= 0 || over?.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = ms === Infinity ? undefined : setTimeout(done, ms)
    over?.addEventListener('abort', done, { once: true })
    function done(): void {
      clearTimeout(timer)
      over?.removeEventListener('abort', done)
      resolve()
    }
  })
}

/** Waits for `work`, at most `ms`; its outcome is somebody else's. */
export async function waitAtMost(ms: number, work: Promise<unknown>): Promise<void> {
  const over = new AbortController()
  await Promise.race([work, sleep(ms, over.signal)])
  over.abort()
}
