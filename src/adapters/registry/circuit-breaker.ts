/** Failures in a row after which the other side is left alone. */
const FAILURES = 5
/** How long it is left alone before one call tries again (ms). */
const PAUSE = 30_000

interface CircuitBreaker {
  /** Runs the call, or refuses at once (`BreakerOpen`) while the other side is left alone. */
  run<T>(call: () => Promise<T>): Promise<T>
}

class CircuitOpenError extends Error {
  override readonly name = 'BreakerOpen'
}

/**
 * A circuit breaker: after some failures in a row nobody waits for a time-out any more. When the pause is over, one call goes
 * through; its success closes the circuit, its failure begins the pause anew. `now` is a monotonic clock (ms).
 */
export function createCircuitBreaker(
  now: () => number,
  { failures = FAILURES, pause = PAUSE }: { failures?: number; pause?: number } = {},
): CircuitBreaker {
  let failed = 0
  let openUntil = 0
  let probing = false
  return {
    async run(call) {
      const broken = failed >= failures
      if (broken && (probing || now() < openUntil)) throw new CircuitOpenError('left alone for a while')
      probing = broken
      try {
        const result = await call()
        failed = 0
        return result
      } catch (error) {
        failed++
        openUntil = now() + pause
        throw error
      } finally {
        if (broken) probing = false
      }
    },
  }
}
