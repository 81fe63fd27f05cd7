import { useCallback, useEffect, useState } from 'preact/hooks'
import { api, Problem } from './api.ts'
import { Frame } from './frame.tsx'
import { usePlace } from './hooks.ts'
import { ApplicationsPage } from './pages/applications.tsx'
import { ChannelsPage } from './pages/channels.tsx'
import { FactsPage } from './pages/facts.tsx'
import { QueuePage } from './pages/queue.tsx'
import { QuotaPage } from './pages/quota.tsx'
import { SignIn } from './pages/sign-in.tsx'
import { TicketPage } from './pages/ticket.tsx'
import type { Me } from './types.ts'
import { useLanguage } from './words/language.ts'
import { word, type Word } from './words/words.ts'

/** The console: a client of the API and nothing else. */
export function App() {
  const [me, setMe] = useState<Me | null | undefined>()
  const [notice, setNotice] = useState<Word | null>(null)
  const place = usePlace()
  const language = useLanguage()
  useEffect(() => void (document.title = word('documentTitle')), [language])

  const look = useCallback(() => {
    api.me().then(setMe, (problem) => {
      setNotice(isSignedOut(problem) ? null : 'offline')
      setMe(null)
    })
  }, [])
  useEffect(look, [look])

  const onProblem = useCallback((problem: unknown) => {
    if (!isSignedOut(problem)) return
    setNotice('session.signInAgain')
    setMe(null)
  }, [])

  if (me === undefined) return <p class="middle">{word('loading')}</p>
  if (me === null) return <SignIn notice={notice} onDone={look} />
  const [page = '', number] = place.path
  return (
    <Frame me={me} page={page} onLeft={() => setMe(null)}>
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

const isSignedOut = (problem: unknown) => problem instanceof Problem && problem.status === 401
