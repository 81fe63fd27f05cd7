import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { DrawCard } from '../../desk/ports/channel.ts'
import type { Card } from '../../model/messages/card.ts'
import type { DrawResponse, DrawRequest } from './drawing.ts'

/** Pictures kept: many people are shown the same few lists. About 50 kB each. */
const KEPT = 40
/** As this file is: compiled, or source that is compiled on its way. */
const [DRAWING, LOADER] = import.meta.url.endsWith('.js')
  ? ['./drawing.js', []]
  : ['./drawing.ts', ['--import', 'tsx']]
/** The drawing process is let go after so long without work (ms). */
const IDLE = 60_000

interface Waiting {
  readonly done: (png: Uint8Array) => void
  readonly failed: (error: Error) => void
}

export interface CardRenderer {
  readonly draw: DrawCard
  close(): void
}

/**
 * Draws cards as PNG in a process that lives only while there is something to draw: chats do not wait for it, its memory
 * is given back, and a fault of its native parts takes nothing else along. The same card is drawn once.
 */
export function createCardRenderer(): CardRenderer {
  const kept = new Map<string, Promise<Uint8Array>>()
  const waiting = new Map<number, Waiting>()
  let drawing: ChildProcess | null = null
  let rest: NodeJS.Timeout | undefined
  let last = 0

  function hire(): ChildProcess {
    const child = fork(fileURLToPath(new URL(DRAWING, import.meta.url)), {
      execArgv: LOADER,
      env: {}, // it needs no secret
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.unref()
    child.on('message', (drawn: DrawResponse) => {
      const order = waiting.get(drawn.id)
      waiting.delete(drawn.id)
      if ('png' in drawn) order?.done(drawn.png)
      else order?.failed(new Error(drawn.error))
      if (waiting.size === 0) rest = setTimeout(letGo, IDLE).unref()
    })
    child.on('error', () => fail(child))
    child.on('exit', () => fail(child))
    return child
  }

  /** Whoever waits for this process waits in vain. The next card hires another. */
  function fail(child: ChildProcess): void {
    if (child !== drawing) return
    drawing = null
    for (const { failed } of waiting.values()) failed(new Error('the drawing process ended'))
    waiting.clear()
  }

  function letGo(): void {
    clearTimeout(rest)
    drawing?.kill()
  }

  function order(card: Card): Promise<Uint8Array> {
    clearTimeout(rest)
    const child = (drawing ??= hire())
    const id = ++last
    return new Promise((done, failed) => {
      waiting.set(id, { done, failed })
      child.send({ id, card } satisfies DrawRequest)
    })
  }

  return {
    draw(card) {
      const name = JSON.stringify(card)
      const found = kept.get(name)
      if (found) return found
      const drawn = order(card)
      const [oldest] = kept.keys()
      if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest)
      kept.set(name, drawn)
      drawn.catch(() => kept.delete(name))
      return drawn
    },
    close: letGo,
  }
}
