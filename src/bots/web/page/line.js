// How answers come in: pushed over an event stream; while that is not open, asked for every few seconds.
const ASK_EVERY = 4000
const STREAM_AGAIN = 15_000

/** `after()` is the number of the newest item on the page; `onItems` gets items, `onState` whether we are connected. */
export function createLine({ after, onItems, onState }) {
  let source = null
  let asking = null

  /** Never rejects: without an answer we are not connected. */
  async function look() {
    try {
      const response = await fetch(`/chat/messages?after=${after()}`, {
        headers: { accept: 'application/json' },
      })
      if (!response.ok) throw new Error(String(response.status))
      onItems((await response.json()).items)
      onState(true)
      return true
    } catch {
      onState(false)
      return false
    }
  }

  function ask(on) {
    clearInterval(asking)
    asking = on ? setInterval(() => void look(), ASK_EVERY) : null
  }

  function open() {
    ask(true)
    if (!window.EventSource) return
    source = new EventSource(`/chat/events?after=${after()}`)
    source.addEventListener('open', () => {
      ask(false)
      onState(true)
    })
    source.addEventListener('message', (event) => onItems([JSON.parse(event.data)]))
    source.addEventListener('error', () => {
      if (!asking) ask(true)
      // refused, not cut: the browser will not come again by itself
      if (source.readyState === EventSource.CLOSED) setTimeout(open, STREAM_AGAIN)
    })
  }

  document.addEventListener('visibilitychange', () => {
    // a phone that slept may hold a dead stream without knowing
    if (source && !document.hidden) void look()
  })

  return {
    /** Asks once; true when there was an answer. */
    look,
    /** Opens the line once; needs a chat, so not before the first message is safe. */
    open: () => source || asking || open(),
  }
}
