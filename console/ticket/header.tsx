import { api } from '../api.ts'
import type { Me, Ticket } from '../types.ts'
import { categoryName } from '../words/applicants.ts'
import { at, day, languageName } from '../words/format.ts'
import { name, word } from '../words/words.ts'
import { AssignSelect } from './assign-select.tsx'

interface Props {
  readonly ticket: Ticket
  readonly me: Me
  readonly act: (change: Promise<Ticket>) => void
}

/** Who, what, when, until when, and whose. */
export function TicketHeader({ ticket, me, act }: Props) {
  const { number, may } = ticket
  const mine = ticket.assignee?.id === me.id
  return (
    <header class="head">
      <h2>
        <span class="number">{number}</span>{' '}
        <span class={`state ${ticket.state}`}>{name('state', ticket.state)}</span>
        {ticket.confidential && <span class="badge confidential">{word('ticket.confidential')}</span>}
        {ticket.overdue && <span class="badge late">{word('ticket.overdue')}</span>}
      </h2>
      <p class="what">
        {name('kind', ticket.kind)}: {categoryName(ticket.category)}
      </p>
      <dl>
        <Fact label={word('ticket.from')}>
          {ticket.applicant.name ?? word('ticket.nameless')} · {name('channel', ticket.channel)}
        </Fact>
        <Fact label={word('office')}>{ticket.office}</Fact>
        <Fact label={word('ticket.opened')}>{at(ticket.openedAt)}</Fact>
        <Fact label={word('ticket.due')}>{day(ticket.due)}</Fact>
        <Fact label={word('ticket.language')}>{languageName(ticket.lang)}</Fact>
        <Fact label={word('ticket.assignee')}>{ticket.assignee?.name ?? word('ticket.unassigned')}</Fact>
        {ticket.rating !== null && <Fact label={word('ticket.rating')}>{`${ticket.rating} / 4`}</Fact>}
      </dl>
      <p class="text told-story">{ticket.story}</p>
      {!ticket.applicant.reachable && <p class="wrong">{word('ticket.unreachable')}</p>}
      <p class="actions">
        {may.includes('assign') && !mine && (
          <button type="button" onClick={() => act(api.assign(number))}>
            {word('ticket.claim')}
          </button>
        )}
        {may.includes('release') && (
          <button type="button" onClick={() => act(api.release(number))}>
            {word('ticket.release')}
          </button>
        )}
        {may.includes('reopen') && (
          <button type="button" onClick={() => act(api.reopen(number))}>
            {word('ticket.reopen')}
          </button>
        )}
        {may.includes('assign') && me.role === 'supervisor' && (
          <AssignSelect has={ticket.assignee?.id} onChoose={(officer) => act(api.assign(number, officer))} />
        )}
      </p>
    </header>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
