import { setTimeout as sleep } from 'node:timers/promises'

/** Waits for answers: there is no word from the desk that it has said all, so silence is taken for the end. */
interface SilenceDetector {
  /** Something was said. */
  messageShown(): void
  /** Resolves `gap` ms after the last thing said since `from`, at the latest `most` ms after `from`. */
  waitForSilence(from: number, gap: number, most: number): Promise<void>
}

const LOOK_EVERY = 20

/** `now` in ms, of a clock that only goes forward. */
export function createSilenceDetector(now: () => number): SilenceDetector {
  let last = -Infinity
  return {
    messageShown() {
      last = now()
    },
    async waitForSilence(from, gap, most) {
      while (now() < from + most) {
        if (last >= from && now() >= last + gap) return
        await sleep(LOOK_EVERY)
      }
    },
  }
}
