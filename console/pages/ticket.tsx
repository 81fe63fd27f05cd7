import { useRef, useState } from 'preact/hooks'
import { api, Problem } from '../api.ts'
import { useRefresh } from '../hooks.ts'
import type { PageProps } from '../page.ts'
import { ReplyBox } from '../ticket/reply-box.tsx'
import { TicketHeader } from '../ticket/header.tsx'
import { Conversation } from '../ticket/conversation.tsx'
import type { Ticket } from '../types.ts'
import { failed } from '../words/problems.ts'
import { word } from '../words/words.ts'

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

  function refused(problem: unknown) {
    onProblem(problem)
    const unknown = problem instanceof Problem && problem.status === 404
    setWrong(unknown ? word('ticket.notFound') : failed(problem))
  }

  useRefresh(() => void api.ticket(number).then(show, refused), REFRESH, number)
  const act = (change: Promise<Ticket>) => void change.then(show, refused)

  return (
    <article class="ticket">
      <p class="back">
        <a href="#/">← {word('ticket.back')}</a>
      </p>
      {wrong && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      {ticket ? (
        <>
          <TicketHeader ticket={ticket} me={me} act={act} />
          <Conversation ticket={ticket} />
          <ReplyBox ticket={ticket} onDone={show} onProblem={onProblem} />
        </>
      ) : (
        !wrong && <p class="middle">{word('loading')}</p>
      )}
    </article>
  )
}
