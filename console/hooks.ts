import { useCallback, useEffect, useRef, useState } from 'preact/hooks'

/** Where the officer is: `#/path?query`. */
interface Place {
  readonly path: readonly string[]
  readonly query: URLSearchParams
}

function place(): Place {
  const [path = '', query] = location.hash.slice(2).split('?')
  return { path: path.split('/').map(decodeURIComponent), query: new URLSearchParams(query) }
}

export function usePlace(): Place {
  const [now, setNow] = useState(place)
  useEffect(() => {
    const moved = () => setNow(place())
    addEventListener('hashchange', moved)
    return () => removeEventListener('hashchange', moved)
  }, [])
  return now
}

/** Runs `act` at once when `key` changes, and every `ms` while the page is looked at. */
export function useRefresh(act: () => void, ms: number, key: string): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    latest.current()
    const timer = setInterval(() => document.hidden || latest.current(), ms)
    return () => clearInterval(timer)
  }, [ms, key])
}

/** Keys of the whole page, unless the officer is typing. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys)
  latest.current = keys
  const pressed = useCallback((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target instanceof Element && event.target.closest('input, textarea, select')) return
    const act = latest.current[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }, [])
  useEffect(() => {
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [pressed])
}
