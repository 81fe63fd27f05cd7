import { useEffect, useRef } from 'preact/hooks'
import { Problem } from '../api.ts'
import type { TicketEvent } from '../types.ts'
import { at } from '../words/format.ts'
import { name, word } from '../words/words.ts'

/** What happened since the officer looked, and the `seq` that takes it as seen. */
export interface Conflicting {
  readonly events: readonly TicketEvent[]
  readonly seq: number
}

/** Reads a 409 "answered since"; null for any other problem. */
export function conflictOf(problem: unknown): Conflicting | null {
  if (!(problem instanceof Problem) || problem.status !== 409) return null
  const { events, seq } = problem.details
  return events && seq !== undefined ? { events, seq } : null
}

interface Props {
  readonly conflict: Conflicting
  readonly onSend: () => void
  readonly onDrop: () => void
}

/** Another officer was first: their words, and the choice. */
export function Conflict({ conflict, onSend, onDrop }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [conflict])
  return (
    <div ref={box} class="conflict" role="alert">
      <p>
        <strong>{word('conflict.someoneFirst')}</strong> {word('conflict.readFirst')}
      </p>
      {conflict.events
        .filter((event) => event.text)
        .map((event) => (
          <blockquote key={event.seq}>
            <p class="who">
              {name('event', event.kind, { by: event.officer?.name ?? '' })} · {at(event.at)}
            </p>
            <p class="text">{event.text}</p>
          </blockquote>
        ))}
      <p class="actions">
        <button type="button" onClick={onDrop}>
          {word('conflict.dropMine')}
        </button>
        <button type="button" onClick={onSend}>
          {word('conflict.sendAnyway')}
        </button>
      </p>
    </div>
  )
}
