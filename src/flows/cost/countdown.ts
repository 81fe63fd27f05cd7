import { z } from 'zod'
import { PAYMENT_ALERT_MINUTES } from '../../model/payments/billing.ts'
import type { Effect } from '../engine/conversation.ts'
import type { TransitionOptions } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import type { Notice, Reminder } from '../engine/hooks.ts'
import { slot } from '../engine/slot.ts'
import { t } from '../engine/text.ts'
import { costHandle, type CostData } from './handle.ts'

/** The countdown of a payment code, remembered until it is paid, stopped or over. */

const MINUTE = 60_000

/** ms: the last moment to pay. */
export const payUntilSlot = slot('payUntil', z.number(), true)

/** The last moment to pay (ms) of the countdown that is running; null when none is. */
export function countdownEnd({ state, world }: StepContext<unknown>): number | null {
  const until = payUntilSlot.read(state)
  return until !== undefined && until > world.now ? until : null
}

export function minutesLeft(until: number, now: number): number {
  return Math.max(0, Math.floor((until - now) / MINUTE))
}

const STOP_REMINDING: Effect = { do: 'stop reminding', name: 'pay' }

export const STOP_COUNTDOWN: TransitionOptions<CostData> = {
  effects: [STOP_REMINDING],
  slots: payUntilSlot.set(undefined),
}

/** Wakes the chat before the code lapses; the reminders of an earlier code are forgotten. */
export function countdownReminders(
  alerts: readonly { readonly at: number }[],
  until: number,
): readonly Effect[] {
  const reminders = alerts.map(({ at }, place): Effect => {
    const key = String(PAYMENT_ALERT_MINUTES[PAYMENT_ALERT_MINUTES.length - alerts.length + place])
    return { do: 'remind', at, name: 'pay', key, data: { until } }
  })
  return [STOP_REMINDING, ...reminders]
}

/** What a due reminder has to say; nothing once it was paid or stopped. */
export function countdownNotice(at: StepContext, { data }: Reminder): Notice | null {
  const until = countdownEnd(at)
  if (until === null || until !== data['until']) return null
  return {
    text: t('pay.leftAside', { count: minutesLeft(until, at.world.now) }),
    target: costHandle.at('running'),
  }
}
