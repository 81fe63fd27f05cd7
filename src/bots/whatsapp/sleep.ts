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
