import { PAY_ALERTS } from '../../model/payment.ts'
import type { Effect, Input } from '../engine/conversation.ts'
import type { News } from '../engine/notice-kinds.ts'
import { keptOf } from '../engine/turn-context.ts'
import { t, type At, type Data } from '../engine/flow.ts'

/** The countdown of a payment code, remembered until it is paid, stopped or over. */

const MINUTE = 60_000

/** The last moment to pay (ms) of the countdown that is running; null when none is. */
export function runningUntil({ state, world }: At<unknown>): number | null {
  const until = keptOf(state)['payUntil']
  return typeof until === 'number' && until > world.now ? until : null
}

export function minutesLeft(until: number, now: number): number {
  return Math.max(0, Math.floor((until - now) / MINUTE))
}

export const STOP: { readonly effects: readonly Effect[]; readonly keep: Data } = {
  effects: [{ do: 'stop reminding', name: 'pay' }],
  keep: { payUntil: undefined },
}

/** Wakes the chat before the code lapses. */
export function remindOf(alerts: readonly { readonly at: number }[], until: number): readonly Effect[] {
  return alerts.map(({ at }, place) => {
    const key = String(PAY_ALERTS[PAY_ALERTS.length - alerts.length + place])
    return { do: 'remind', at, name: 'pay', key, data: { until } }
  })
}

/** What a due reminder has to say; nothing once it was paid or stopped. */
export function payReminder(at: At, reminder: Extract<Input, { kind: 'reminder' }>): News | null {
  const until = runningUntil(at)
  if (until === null || until !== reminder.data['until']) return null
  return {
    text: t('pay.leftAside', { minutes: minutesLeft(until, at.world.now) }),
    opens: { flow: 'cost', step: 'running' },
  }
}
