import type { QueueItem } from '../types.ts'
import { categoryName } from '../words/applicants.ts'
import { at, day } from '../words/format.ts'
import { name, word } from '../words/words.ts'

/** One ticket of the queue at a glance: what, where it stands, who has it, when it is promised. */
export function QueueRow({ item }: { readonly item: QueueItem }) {
  return (
    <li class={item.overdue ? 'row overdue' : 'row'}>
      <a href={`#/laporan/${item.number}`}>
        <span class="number">{item.number}</span>
        <span class={`state ${item.state}`}>{name('state', item.state)}</span>
        {item.confidential && <span class="badge confidential">{word('ticket.confidential')}</span>}
        {item.priority === 1 && <span class="badge">{word('queue.urgent')}</span>}
        {item.overdue && <span class="badge late">{word('ticket.overdue')}</span>}
        <span class="what">
          {item.kind === 'human' ? name('kind', 'human') : categoryName(item.category)}
        </span>
        <span class="excerpt">{item.excerpt}</span>
        <span class="facts">
          {name('channel', item.channel)} · {item.office} · {at(item.openedAt)} · {word('ticket.due')}{' '}
          {day(item.due)} · {item.assignee?.name ?? word('ticket.unassigned')}
        </span>
      </a>
    </li>
  )
}
