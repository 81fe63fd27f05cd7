import { PAYMENT_ALERT_MINUTES } from '../../model/payments/billing.ts'
import type { Effect, Input } from '../engine/conversation.ts'
import type { Notice } from '../engine/notice-kinds.ts'
import { slotsOf } from '../engine/turn-context.ts'
import { t, type StepContext, type FlowData } from '../engine/flow.ts'

/** The countdown of a payment code, remembered until it is paid, stopped or over. */

const MINUTE = 60_000

/** The last moment to pay (ms) of the countdown that is running; null when none is. */
export function countdownEnd({ state, world }: StepContext<unknown>): number | null {
  const until = slotsOf(state)['payUntil']
  return typeof until === 'number' && until > world.now ? until : null
}

export function minutesLeft(until: number, now: number): number {
  return Math.max(0, Math.floor((until - now) / MINUTE))
}

export const STOP_COUNTDOWN: { readonly effects: readonly Effect[]; readonly slots: FlowData } = {
  effects: [{ do: 'stop reminding', name: 'pay' }],
  slots: { payUntil: undefined },
}

/** Wakes the chat before the code lapses. */
export function countdownReminders(
  alerts: readonly { readonly at: number }[],
  until: number,
): readonly Effect[] {
  return alerts.map(({ at }, place) => {
    const key = String(PAYMENT_ALERT_MINUTES[PAYMENT_ALERT_MINUTES.length - alerts.length + place])
    return { do: 'remind', at, name: 'pay', key, data: { until } }
  })
}

/** What a due reminder has to say; nothing once it was paid or stopped. */
export function countdownNotice(
  at: StepContext,
  reminder: Extract<Input, { kind: 'reminder' }>,
): Notice | null {
  const until = countdownEnd(at)
  if (until === null || until !== reminder.data['until']) return null
  return {
    text: t('pay.leftAside', { minutes: minutesLeft(until, at.world.now) }),
    target: { flow: 'cost', step: 'running' },
  }
}
