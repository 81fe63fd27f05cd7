import type { Input } from './flow.ts'
import { joined } from './joined.ts'
import type { News } from './news-kinds.ts'
import { t, type At } from './script.ts'
import { statusTold } from './status-words.ts'

/** A watched application has another status. */
export function statusChanged(
  at: At,
  { application }: Extract<Input, { kind: 'application changed' }>,
): News {
  return {
    text: joined(t('status.changed'), statusTold(at, application)),
    opens: { flow: 'status', step: 'show', data: { found: application, news: true, category: 'TIM-UNSURE' } },
  }
}

/** The source was away when it was asked; time to look again. */
export function lookAgain(): News {
  return { text: t('status.tryLater'), opens: { flow: 'status', step: 'later' } }
}
