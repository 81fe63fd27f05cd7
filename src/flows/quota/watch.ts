import { z } from 'zod'
import { momentIn, MORNING } from '../../model/dates/time-zone.ts'
import type { Office } from '../../model/offices/office.ts'
import { subscriptionEnds } from '../../model/subscriptions.ts'
import type { Effect, Input } from '../engine/conversation.ts'
import { end, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import type { Notice, Reminder } from '../engine/hooks.ts'
import { slot } from '../engine/slot.ts'
import { t } from '../engine/text.ts'
import { officeOf, todayAt } from '../shared/facts.ts'
import { quotaHandle, type QuotaData, type QuotaStep } from './handle.ts'
import { openedText } from './opened.ts'

/** A watch on places: one a person; it ends by itself, and that is said. Nothing comes once the person has stopped it. */

/** The office watched, until a day (`YYYY-MM-DD`). */
export const watchSlot = slot('watch', z.object({ office: z.string(), until: z.string() }), true)

/** The office watched for this chat, while the watch lasts. */
export function watchedOffice(at: StepContext<unknown>): string | undefined {
  const watch = watchSlot.read(at.state)
  return watch && watch.until >= todayAt(at, officeOf(at)) ? watch.office : undefined
}

export function startWatch(at: StepContext<QuotaData>, office: Office): Transition<QuotaData, QuotaStep> {
  const until = subscriptionEnds('quota', todayAt(at, office))
  const effects: Effect[] = [
    { do: 'watch quota', office: office.code, until },
    {
      do: 'remind',
      at: momentIn(office.zone, until, MORNING),
      name: 'quota watch',
      key: 'end',
      data: { office: office.code },
    },
  ]
  const says = [{ text: t('quota.watching') }, { text: t('quota.until', { day: { date: until } }) }]
  return end({ effects, says, slots: watchSlot.set({ office: office.code, until }) })
}

export const STOP_WATCH: Transition<QuotaData, QuotaStep> = end({
  effects: [
    { do: 'stop watching', what: 'quota' },
    { do: 'stop reminding', name: 'quota watch' },
  ],
  says: [{ text: t('quota.stopped') }],
  slots: watchSlot.set(undefined),
})

export function quotaOpenedNotice(
  at: StepContext,
  { office, figures }: Extract<Input, { kind: 'quota opened' }>,
): Notice | null {
  const open = figures.filter((figure) => figure.office === office && figure.left > 0)
  if (watchedOffice(at) !== office || open.length === 0) return null
  const data = { figures: open }
  return { text: openedText({ ...at, data }), target: quotaHandle.at('opened', data) }
}

export function watchEndedNotice(at: StepContext, { data }: Reminder): Notice | null {
  const code = watchSlot.read(at.state)?.office
  if (code === undefined || code !== data['office']) return null
  const office = at.world.offices.find((one) => one.code === code)?.name ?? ''
  return { text: t('quota.endedAt', { office }), target: quotaHandle.at('ended', { watch: code }) }
}
