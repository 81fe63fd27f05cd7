import { useRef, useState } from 'preact/hooks'
import { api, Problem } from './api.ts'
import type { PageProps } from './app.tsx'
import { useRefresh } from './hooks.ts'
import { Desk } from './ticket-desk.tsx'
import { Head } from './ticket-head.tsx'
import { Story } from './story.tsx'
import type { Ticket } from './types.ts'
import { name, word } from './words.ts'

const REFRESH = 15_000

/** One ticket: what it is, everything that was said and done, and what the officer may do now. */
export function TicketPage({ number, me, onProblem }: PageProps & { readonly number: string }) {
  const [ticket, setTicket] = useState<Ticket | null>(null)
  const [wrong, setWrong] = useState('')
  const newest = useRef(0)

  function show(next: Ticket) {
    // two answers may overtake each other: the older one is dropped
    if (next.seq < newest.current) return
    newest.current = next.seq
    setTicket(next)
    setWrong('')
  }

  function failed(problem: unknown) {
    onProblem(problem)
    const { status, message } = problem as Problem
    setWrong(status === 404 ? word('notFound') : word('failed', { why: name('problem', message) }))
  }

  useRefresh(() => void api.ticket(number).then(show, failed), REFRESH, number)
  const act = (deed: Promise<Ticket>) => void deed.then(show, failed)

  return (
    <article class="ticket">
      <p class="back">
        <a href="#/">← {word('back')}</a>
      </p>
      {wrong && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      {ticket ? (
        <>
          <Head ticket={ticket} me={me} act={act} />
          <Story ticket={ticket} />
          <Desk ticket={ticket} onDone={show} onProblem={onProblem} />
        </>
      ) : (
        !wrong && <p class="middle">{word('loading')}</p>
      )}
    </article>
  )
}
