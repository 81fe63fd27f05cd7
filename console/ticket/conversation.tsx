import { useEffect, useRef } from 'preact/hooks'
import type { ConversationItem, Ticket, TicketEvent } from '../types.ts'
import { at } from '../words/format.ts'
import { name, nameOr, word } from '../words/words.ts'
import { AttachmentView } from './attachment.tsx'

/** What is said stands in the conversation; of the events only what nobody said is shown between. */
const SHOWN_AS_MESSAGES = new Set(['message', 'reply'])

type Entry = { readonly at: string } & (
  | { readonly item: ConversationItem; readonly event?: never }
  | { readonly item?: never; readonly event: TicketEvent }
)

function timelineOf({ conversation, events }: Ticket): Entry[] {
  const messages: Entry[] = conversation.map((item) => ({ at: item.at, item }))
  const others: Entry[] = events
    .filter(({ kind }) => !SHOWN_AS_MESSAGES.has(kind))
    .map((event) => ({ at: event.at, event }))
  return [...messages, ...others].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** Conversation and events in one scroll, oldest first; it opens at its end. */
export function Conversation({ ticket }: { readonly ticket: Ticket }) {
  const list = useRef<HTMLOListElement>(null)
  const atEnd = useRef(true)
  const entries = timelineOf(ticket)
  // who reads the newest stays with it; who reads further up is left there
  useEffect(() => {
    if (atEnd.current && list.current) list.current.scrollTop = list.current.scrollHeight
  }, [entries.length])
  const onScroll = ({
    currentTarget: { scrollHeight, scrollTop, clientHeight },
  }: {
    currentTarget: Element
  }) => {
    atEnd.current = scrollHeight - scrollTop - clientHeight < 60
  }
  return (
    <ol ref={list} class="story" tabIndex={0} aria-label={word('conversation.title')} onScroll={onScroll}>
      {entries.map(({ item, event }) =>
        item ? (
          <Message key={`c${item.seq}`} item={item} number={ticket.number} />
        ) : (
          <EventLine key={`e${event.seq}`} event={event} />
        ),
      )}
    </ol>
  )
}

function Message({ item, number }: { readonly item: ConversationItem; readonly number: string }) {
  const who = item.from === 'officer' ? (item.officer?.name ?? '') : word(`conversation.from.${item.from}`)
  const failed = item.delivery?.state === 'failed'
  return (
    <li class={`said ${item.from} ${failed ? 'undelivered' : ''}`}>
      <p class="who">
        {who} · <time dateTime={item.at}>{at(item.at)}</time>
      </p>
      {item.text && <p class="text">{item.text}</p>}
      {item.unreadable && <p class="facts">{nameOr('unreadable', item.unreadable)}</p>}
      {item.attachment && <AttachmentView file={item.attachment} number={number} />}
      {item.choices.length > 0 && (
        <p class="facts">
          {word('conversation.offered')} {item.choices.join(' · ')}
        </p>
      )}
      {item.delivery?.state === 'pending' && <p class="facts">{word('conversation.pending')}</p>}
      {failed && (
        <p class="why">
          {word('conversation.undelivered', { why: nameOr('failure', item.delivery?.failure ?? '') })}
        </p>
      )}
    </li>
  )
}

function EventLine({ event }: { readonly event: TicketEvent }) {
  const values = {
    by: event.officer?.name ?? '',
    name: String(event.data?.['name'] ?? event.officer?.name ?? ''),
    score: String(event.data?.['score'] ?? ''),
  }
  return (
    <li class={`done ${event.kind}`}>
      <p class="who">
        {name('event', event.kind, values)} · <time dateTime={event.at}>{at(event.at)}</time>
      </p>
      {event.kind === 'note' && <p class="text">{event.text}</p>}
      {event.kind === 'undeliverable' && event.text && <p class="text">{event.text}</p>}
    </li>
  )
}
