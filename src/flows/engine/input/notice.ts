import type { Flow } from '../flow.ts'
import type { News, Notice, Reminder } from '../hooks.ts'
import { currentPrompt, reprompt } from '../prompt.ts'
import { startFlow } from '../transition.ts'
import type { Turn } from '../turn.ts'

/** What comes without having been asked for: reminders, places that opened, a status that changed, a ticket that was closed. */

/** Tells it. A flow under way goes on: its question is put again; nobody is led away from what they were doing. */
export function deliverNews(turn: Turn, news: News | Reminder): void {
  for (const flow of turn.registry.flows.values()) {
    const notice = noticeOf(flow, turn, news)
    if (notice) return deliver(turn, notice)
  }
}

function noticeOf(flow: Flow, turn: Turn, news: News | Reminder): Notice | null | undefined {
  switch (news.kind) {
    case 'reminder':
      return flow.reminders?.[news.name]?.(turn.context, news)
    case 'quota opened':
      return flow.news?.['quota opened']?.(turn.context, news)
    case 'application changed':
      return flow.news?.['application changed']?.(turn.context, news)
    case 'ticket changed':
      return flow.news?.['ticket changed']?.(turn.context, news)
  }
}

function deliver(turn: Turn, { text, key = '', target, slots }: Notice): void {
  if (slots) turn.keepSlots(slots)
  if (!turn.isFlowActive && !turn.flow?.holdsNotices) return startFlow(turn, target)
  if (!text) {
    const waiting = turn.memory.waiting ?? []
    turn.remember({ waiting: [...waiting.filter((one) => one.key !== key), { key, target }] })
    return
  }
  turn.say({ text })
  if (currentPrompt(turn)) reprompt(turn)
}
