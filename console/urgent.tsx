import { useEffect, useState } from 'preact/hooks'
import { api } from './api.ts'
import type { QueueItem } from './types.ts'
import { word } from './words/words.ts'

/** How often it is looked (ms), also while another page is in front: somebody may be in danger. */
const EVERY = 15_000
const SHOWN = 3
const WAITING = new URLSearchParams({ priority: '1', state: 'new', assignee: 'none', limit: String(SHOWN) })

/** What cannot wait and nobody has yet: over every page, and in the title of the window. */
export function Urgent() {
  const [waiting, setWaiting] = useState<readonly QueueItem[]>([])
  useEffect(() => {
    const look = () =>
      void api.queue(WAITING).then(
        ({ items }) => setWaiting(items),
        () => {},
      )
    look()
    const timer = setInterval(look, EVERY)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => {
    const plain = word('documentTitle')
    document.title = waiting.length > 0 ? `(${waiting.length}) ${word('urgent.title')} · ${plain}` : plain
  }, [waiting.length])
  if (waiting.length === 0) return null
  return (
    <p class="urgent" role="alert">
      <strong>{word('urgent.waiting')}</strong>{' '}
      {waiting.map(({ number }) => (
        <a key={number} href={`#/laporan/${number}`}>
          {number}
        </a>
      ))}
    </p>
  )
}
