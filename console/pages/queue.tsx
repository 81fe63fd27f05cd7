import { useRef, useState } from 'preact/hooks'
import { api, Problem } from '../api.ts'
import { useKeys, useRefresh } from '../hooks.ts'
import type { PageProps } from '../page.ts'
import { QueueFilters } from '../queue/filters.tsx'
import { QueueRow } from '../queue/row.tsx'
import type { Queue } from '../types.ts'
import { word } from '../words/words.ts'

const REFRESH = 15_000
const PAGE = 25
/** More than this at once the API does not give; a longer list is refreshed by asking again. */
const MOST = 100

interface Props extends PageProps {
  readonly query: URLSearchParams
}

/** The rows that the filters ask for, kept fresh. */
function useQueue({ query, onProblem }: Pick<Props, 'query' | 'onProblem'>) {
  const [queue, setQueue] = useState<Queue | null>(null)
  const [offline, setOffline] = useState(false)
  const asked = useRef('')
  const key = query.toString()

  async function load(more: Page): Promise<Queue | null> {
    asked.current = key
    try {
      const answer = await api.queue(apiQuery(query, more))
      setOffline(false)
      // an answer to filters that have changed meanwhile is dropped
      return asked.current === key ? answer : null
    } catch (problem) {
      onProblem(problem)
      setOffline(!(problem instanceof Problem && problem.status === 401))
      return null
    }
  }

  async function refresh() {
    const shown = queue?.items.length ?? 0
    if (shown > MOST && asked.current === key) return
    const answer = await load({ limit: asked.current === key ? Math.max(PAGE, shown) : PAGE })
    if (answer) setQueue(answer)
  }

  async function loadMore(cursor: string) {
    const answer = await load({ limit: PAGE, cursor })
    if (answer) setQueue((before) => ({ ...answer, items: [...(before?.items ?? []), ...answer.items] }))
  }

  useRefresh(() => void refresh(), REFRESH, key)
  return { queue, offline, loadMore }
}

interface Page {
  readonly limit: number
  readonly cursor?: string
}

/** What is asked of the API: open tickets unless the address says otherwise. */
function apiQuery(query: URLSearchParams, { limit, cursor }: Page): URLSearchParams {
  const wanted = new URLSearchParams(query)
  if (!wanted.has('state')) wanted.set('state', 'open')
  if (wanted.get('state') === 'all') wanted.delete('state')
  wanted.set('limit', String(limit))
  if (cursor) wanted.set('cursor', cursor)
  return wanted
}

/** The queue as the address says (`#/?state=…`), so that "back" and a reload show the same. */
export function QueuePage({ me, query, onProblem }: Props) {
  const { queue, offline, loadMore } = useQueue({ query, onProblem })
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const cursor = queue?.nextCursor
  const step = (by: number) => {
    const rows = [...(list.current?.querySelectorAll('a') ?? [])]
    const here = rows.findIndex((row) => row === document.activeElement)
    rows[Math.max(0, Math.min(rows.length - 1, here + by))]?.focus()
  }
  useKeys({ '/': () => search.current?.focus(), j: () => step(1), k: () => step(-1) })

  return (
    <section class="queue" aria-busy={queue === null}>
      <h2 class="hidden">{word('page.queue')}</h2>
      <QueueFilters me={me} query={query} search={search} />
      {offline && (
        <p class="wrong" role="status">
          {word('offline')}
        </p>
      )}
      <ul ref={list}>
        {queue?.items.map((item) => (
          <QueueRow key={item.number} item={item} />
        ))}
      </ul>
      {queue?.items.length === 0 && <p class="middle">{word('queue.none')}</p>}
      {cursor && (
        <button type="button" class="wide" onClick={() => void loadMore(cursor)}>
          {word('queue.more')}
        </button>
      )}
    </section>
  )
}
