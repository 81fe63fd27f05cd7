import { isTellable, lookUpFact, safeList, safeNumber, type Fact } from '../facts/fact.ts'

/** Paying in time: the billing code lapses after some hours, so people are warned while there is still time. Moments are ms. */

const MINUTE = 60_000
/** Minutes before the end at which a person who asked for it is reminded. */
export const PAYMENT_ALERT_MINUTES = [60, 30, 10] as const

interface PaymentDeadline {
  /** The last moment to pay (ms). */
  readonly until: number
  readonly over: boolean
  /** Whole minutes left, 0 when over. */
  readonly minutesLeft: number
  /** Reminders still ahead, soonest first. */
  readonly alerts: readonly { readonly at: number; readonly minutesLeft: number }[]
}

/**
 * Countdown for a billing code received at `from`; null when the library has no safe figure for the hours.
 * The safe reading counts, because paying early never hurts.
 */
export function paymentDeadline(
  from: number,
  now: number,
  facts: readonly Fact[],
  office: string | null,
  day: string,
): PaymentDeadline | null {
  const hours = safeNumber(lookUpFact(facts, 'billing.hours', office, day))
  if (hours === null) return null
  const until = from + hours * 60 * MINUTE
  const alerts = PAYMENT_ALERT_MINUTES.map((minutesLeft) => ({
    at: until - minutesLeft * MINUTE,
    minutesLeft,
  }))
  return {
    until,
    over: now >= until,
    minutesLeft: Math.max(0, Math.floor((until - now) / MINUTE)),
    alerts: alerts.filter(({ at }) => at > now),
  }
}

/** A place or way to pay. */
export interface PaymentChannel {
  /** `bank`, `post`, `minimarket` … with words of its own under `pay.channel.<id>`. */
  readonly id: string
  /** Names people know; empty when none is sure. */
  readonly names: readonly string[]
}

/** Where one can pay, easiest first. Names that may have changed are left out. */
export function paymentChannels(
  facts: readonly Fact[],
  office: string | null,
  day: string,
): readonly PaymentChannel[] {
  return safeList(lookUpFact(facts, 'payment.channels', office, day)).map((id) => {
    const names = lookUpFact(facts, `payment.names.${id}`, office, day)
    return { id, names: isTellable(names) ? safeList(names) : [] }
  })
}
