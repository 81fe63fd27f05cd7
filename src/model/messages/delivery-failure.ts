/** Why something sent to a platform did not arrive. A closed list that knows what to do about itself. */
export type DeliveryFailureKind =
  | 'throttled' // the platform asks us to wait (429)
  | 'unreachable' // no answer, cut, 5xx
  | 'blocked' // the person blocked the bot or left
  | 'unknown-address' // no such chat
  | 'refused' // the platform refuses this message (400, 463)
  | 'too-old' // kept trying for days
  | 'not-drawn' // a picture of ours could not be made
  | 'not-linked' // our own account is not connected at the moment

interface Behaviour {
  /** May the same message be tried again? */
  readonly retry: boolean
  /** Should the operator be told? */
  readonly log: boolean
  /** Is the person gone, so that nothing more is sent until they write again? */
  readonly gone: boolean
}

/** What each failure asks of us. */
export const DELIVERY_FAILURES: Readonly<Record<DeliveryFailureKind, Behaviour>> = {
  throttled: { retry: true, log: false, gone: false },
  unreachable: { retry: true, log: true, gone: false },
  blocked: { retry: false, log: false, gone: true },
  'unknown-address': { retry: false, log: true, gone: true },
  refused: { retry: false, log: true, gone: false },
  'too-old': { retry: false, log: true, gone: false },
  'not-drawn': { retry: false, log: true, gone: false },
  'not-linked': { retry: true, log: false, gone: false },
}

/** A failed send. `afterMs` is the wait the platform asked for, when it did. `detail` never holds a person's words. */
export interface DeliveryFailure {
  readonly kind: DeliveryFailureKind
  readonly retryAfterMs?: number
  readonly detail?: string
}

/** How long to wait before try number `attempts + 1` (ms): the platform's own wish, else doubling from 1 s to 5 min. */
export function retryDelay(failure: DeliveryFailure, attempts: number): number {
  return failure.retryAfterMs ?? Math.min(300_000, 1000 * 2 ** Math.min(attempts, 10))
}
