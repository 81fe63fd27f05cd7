import type { Input } from '../engine/conversation.ts'
import type { Notice } from '../engine/notice-kinds.ts'
import { officeOf, todayAt } from '../shared/facts.ts'
import { openedText } from './view.ts'
import { slotsOf } from '../engine/turn-context.ts'
import { t, type StepContext } from '../engine/flow.ts'

/** Words about a watch: places were entered, or it has run out. Nothing once the person has stopped it. */

/** The office watched for this chat, while the watch lasts. */
export function watchedOffice(at: StepContext<unknown>): string | undefined {
  const { office, until } = watchOf(at)
  return until !== undefined && until >= todayAt(at, officeOf(at)) ? office : undefined
}

function watchOf({ state }: StepContext<unknown>): { readonly office?: string; readonly until?: string } {
  return slotsOf(state)['watch'] ?? {}
}

export function quotaOpenedNotice(
  at: StepContext,
  { office, figures }: Extract<Input, { kind: 'quota opened' }>,
): Notice | null {
  const open = figures.filter((figure) => figure.office === office && figure.left > 0)
  if (watchedOffice(at) !== office || open.length === 0) return null
  const data = { figures: open }
  return { text: openedText({ ...at, data }), target: { flow: 'quota', step: 'opened', data } }
}

export function watchEndedNotice(
  at: StepContext,
  { data }: Extract<Input, { kind: 'reminder' }>,
): Notice | null {
  const { office: code } = watchOf(at)
  if (code !== data['office']) return null
  const office = at.world.offices.find((one) => one.code === code)?.name ?? ''
  return {
    text: t('quota.endedAt', { office }),
    target: { flow: 'quota', step: 'ended', data: { watch: code } },
  }
}
