import { recall, remember } from './kept.js'

// What the person wrote, in order, until the server has it: one at a time, again and again under the same id.
const KEPT = 'tanyapaspor.unsent'
const LONGEST_PAUSE = 30_000
const PATIENCE = { text: 20_000, file: 180_000 }

/** `show(entry, state, reason)` is told of every change: sending, sent, waiting or failed. */
export function createOutbox(show) {
  const queue = load()
  let busy = false
  let hurry = () => {}

  /** Never rejects: what is not sent waits. */
  async function pump() {
    if (busy) return hurry()
    busy = true
    for (let tries = 0; queue.length > 0;) {
      const entry = queue[0]
      if (tries === 0) show(entry, 'sending')
      const outcome = await post(entry)
      if (outcome.again) {
        show(entry, 'waiting', outcome.reason)
        await pause(outcome.seconds * 1000 || Math.min(LONGEST_PAUSE, 1000 * 2 ** tries))
        tries++
        continue
      }
      tries = 0
      queue.shift()
      keep(queue)
      show(entry, outcome.reason ? 'failed' : 'sent', outcome.reason)
    }
    busy = false
  }

  function pause(ms) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      hurry = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  addEventListener('online', () => hurry())
  return {
    waiting: queue,
    pump,
    add(entry) {
      queue.push(entry)
      keep(queue)
      void pump()
    },
  }
}

/** → `{}` when the server has it, `{reason}` when it never will, `{again, reason, seconds}` to try once more. */
async function post({ id, file, text, choice }) {
  const signal = timeout(file ? PATIENCE.file : PATIENCE.text)
  const request = file
    ? [
        'files',
        {
          headers: { 'content-type': file.type || 'application/octet-stream', 'x-client-id': id },
          body: file,
        },
      ]
    : [
        'messages',
        {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(choice ? { id, choice } : { id, text }),
        },
      ]
  try {
    const response = await fetch(`/chat/${request[0]}`, { method: 'POST', signal, ...request[1] })
    if (response.ok) return {}
    const { reason = 'refused' } = await response.json().catch(() => ({}))
    const again = response.status === 429 || response.status >= 500
    return {
      again,
      reason: again || reason === 'too-large' ? reason : 'refused',
      seconds: Number(response.headers.get('retry-after')),
    }
  } catch {
    return { again: true, reason: 'offline', seconds: 0 }
  }
}

function timeout(ms) {
  const controller = new AbortController()
  setTimeout(() => controller.abort(), ms)
  return controller.signal
}

/** Unsent words outlive a reload, not the tab: phones are shared. Files do not. */
function keep(queue) {
  remember('sessionStorage', KEPT, JSON.stringify(queue.filter((entry) => !entry.file)))
}

function load() {
  return JSON.parse(recall('sessionStorage', KEPT) ?? '[]')
}

/** A random UUID (version 4); `crypto.randomUUID` is missing on plain http. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
