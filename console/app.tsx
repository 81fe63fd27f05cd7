import type { ComponentChildren } from 'preact'
import { useCallback, useEffect, useState } from 'preact/hooks'
import { api, Problem } from './api.ts'
import { ApplicationsPage } from './pages/applications.tsx'
import { ChannelsPage } from './pages/channels.tsx'
import { FactsPage } from './pages/facts.tsx'
import { forgetDrafts } from './ticket/drafts.ts'
import { usePlace } from './hooks.ts'
import { QuotaPage } from './pages/quota.tsx'
import { QueuePage } from './pages/queue.tsx'
import { SignIn } from './pages/sign-in.tsx'
import { TicketPage } from './pages/ticket.tsx'
import type { Me } from './types.ts'
import { name, word, type Word } from './words/words.ts'

/** The console: a client of the API and nothing else. */
export function App() {
  const [me, setMe] = useState<Me | null | undefined>()
  const [notice, setNotice] = useState<Word | null>(null)
  const place = usePlace()

  const look = useCallback(() => {
    api.me().then(setMe, (problem: Problem) => {
      setNotice(problem.status === 401 ? null : 'offline')
      setMe(null)
    })
  }, [])
  useEffect(look, [look])

  const onProblem = useCallback((problem: unknown) => {
    if (!(problem instanceof Problem) || problem.status !== 401) return
    setNotice('signInAgain')
    setMe(null)
  }, [])

  if (me === undefined) return <p class="middle">{word('loading')}</p>
  if (me === null) return <SignIn notice={notice} onDone={look} />
  const [page, number] = place.path
  return (
    <Frame me={me} page={page ?? ''} onLeft={() => setMe(null)}>
      {page === 'laporan' && number ? (
        <TicketPage key={number} number={number} me={me} onProblem={onProblem} />
      ) : page === 'jawaban' ? (
        <FactsPage me={me} query={place.query} onProblem={onProblem} />
      ) : page === 'kuota' ? (
        <QuotaPage me={me} onProblem={onProblem} />
      ) : page === 'permohonan' ? (
        <ApplicationsPage me={me} onProblem={onProblem} />
      ) : page === 'saluran' ? (
        <ChannelsPage me={me} onProblem={onProblem} />
      ) : (
        <QueuePage me={me} query={place.query} onProblem={onProblem} />
      )}
    </Frame>
  )
}

interface FrameProps {
  readonly me: Me
  readonly page: string
  readonly onLeft: () => void
  readonly children: ComponentChildren
}

function Frame({ me, page, onLeft, children }: FrameProps) {
  const leave = () => {
    forgetDrafts()
    api.signOut().then(onLeft, onLeft)
  }
  return (
    <>
      <header class="top">
        <h1>{word('title')}</h1>
        <nav aria-label={word('title')}>
          <a href="#/" aria-current={page === '' ? 'page' : undefined}>
            {word('queue')}
          </a>
          <a href="#/jawaban" aria-current={page === 'jawaban' ? 'page' : undefined}>
            {word('facts')}
          </a>
          <a href="#/kuota" aria-current={page === 'kuota' ? 'page' : undefined}>
            {word('quota')}
          </a>
          <a href="#/permohonan" aria-current={page === 'permohonan' ? 'page' : undefined}>
            {word('applications')}
          </a>
          {me.role === 'admin' && (
            <a href="#/saluran" aria-current={page === 'saluran' ? 'page' : undefined}>
              {word('channels')}
            </a>
          )}
        </nav>
        <p class="me">
          {me.name}
          <small>
            {name('role', me.role)}
            {me.office ? ` · ${me.office}` : ''}
          </small>
        </p>
        <button type="button" class="quiet" onClick={leave}>
          {word('signOut')}
        </button>
      </header>
      <main>{children}</main>
    </>
  )
}
