import { payReminder } from '../cost/countdown.ts'
import type { Input } from './conversation.ts'
import { begin } from './transition.ts'
import type { News } from './notice-kinds.ts'
import { askedNow, putAgain } from './prompt.ts'
import { quotaOpened, watchEnded } from '../quota/notices.ts'
import { at, keptOf, remember, say, underWay, type Scene } from './turn-context.ts'
import type { At } from './flow.ts'
import { visitReminder } from '../reschedule/reminders.ts'
import { lookAgain, statusChanged, watchOver } from '../status/notices.ts'

/** What comes without having been asked for: reminders, places that opened, a status that changed. */

type Happening = Exclude<Input, { kind: 'message' | 'answer' | 'ticket changed' }>
type Reminder = Extract<Input, { kind: 'reminder' }>

/** Reminders by their name: a flow that sets one adds its line here. `null`: there is nothing left to tell. */
const REMINDERS: Readonly<Record<string, (at: At, reminder: Reminder) => News | null>> = {
  pay: payReminder,
  'quota watch': watchEnded,
  status: lookAgain,
  'status watch': watchOver,
  visit: visitReminder,
}

/** Tells it. A flow under way goes on: its question is put again; nobody is led away from what they were doing. */
export function hearNews(scene: Scene, what: Happening): void {
  const news = newsOf(at(scene), what)
  if (!news) return
  if (news.keep) remember(scene, { kept: { ...keptOf(scene.state), ...news.keep } })
  if (!underWay(scene) && scene.state.flow !== 'rating') return begin(scene, news.opens)
  say(scene, { text: news.text })
  if (askedNow(scene)) putAgain(scene)
}

function newsOf(at: At, what: Happening): News | null {
  switch (what.kind) {
    case 'reminder':
      return REMINDERS[what.name]?.(at, what) ?? null
    case 'quota opened':
      return quotaOpened(at, what)
    case 'application changed':
      return statusChanged(at, what)
  }
}
