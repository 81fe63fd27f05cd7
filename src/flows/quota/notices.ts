import type { Input } from '../engine/conversation.ts'
import type { News } from '../engine/notice-kinds.ts'
import { officeOf, todayAt } from '../shared/facts.ts'
import { openedText } from './view.ts'
import { keptOf } from '../engine/turn-context.ts'
import { t, type At } from '../engine/flow.ts'

/** Words about a watch: places were entered, or it has run out. Nothing once the person has stopped it. */

/** The office watched for this chat, while the watch lasts. */
export function watchedOffice(at: At<unknown>): string | undefined {
  const { office, until } = watchOf(at)
  return until !== undefined && until >= todayAt(at, officeOf(at)) ? office : undefined
}

function watchOf({ state }: At<unknown>): { readonly office?: string; readonly until?: string } {
  return keptOf(state)['watch'] ?? {}
}

export function quotaOpened(
  at: At,
  { office, figures }: Extract<Input, { kind: 'quota opened' }>,
): News | null {
  const open = figures.filter((figure) => figure.office === office && figure.left > 0)
  if (watchedOffice(at) !== office || open.length === 0) return null
  const data = { figures: open }
  return { text: openedText({ ...at, data }), opens: { flow: 'quota', step: 'opened', data } }
}

export function watchEnded(at: At, { data }: Extract<Input, { kind: 'reminder' }>): News | null {
  const { office: code } = watchOf(at)
  if (code !== data['office']) return null
  const office = at.world.offices.find((one) => one.code === code)?.name ?? ''
  return {
    text: t('quota.endedAt', { office }),
    opens: { flow: 'quota', step: 'ended', data: { watch: code } },
  }
}
