import process from 'node:process'
import { TgFakeServer, type User } from '../test/peers/telegram/src/server.ts'

/**
 * The Telegram peer with its people, as a process of its own. Told by its parent over IPC what to do, it drives `chats` people
 * through a script, each waiting for the answer before saying the next thing, and measures from update to reply.
 */

export interface Script {
  /** What a person does next, given the bot's last message; null when through. */
  readonly next: (turn: number, last: Shown | null) => string | { tap: string } | null
}

interface Shown {
  readonly text?: string
  readonly reply_markup?: { inline_keyboard?: { text: string; callback_data?: string }[][] }
}

export interface Order {
  readonly kind: 'drive'
  readonly script: keyof typeof SCRIPTS
  readonly chats: number
  /** Turns a second over all chats; 0 = as fast as answers come. */
  readonly rate: number
  readonly seconds: number
}

export interface Result {
  readonly turns: number
  readonly seconds: number
  readonly latencies: { p50: number; p95: number; p99: number }
  readonly calls: number
}

const COMPLAINT = ['lapor', '1', '1', '1', 'Kode dari email tidak masuk sejak kemarin sore', '1', '1']

export const SCRIPTS: Readonly<Record<string, Script>> = {
  complaint: { next: (turn) => COMPLAINT[turn] ?? null },
  echo: { next: (turn) => (turn < COMPLAINT.length ? `pesan nomor ${turn}` : null) },
  wizard: {
    next: (turn) =>
      ['lapor', '1', '1', '1', 'Kode dari email tidak masuk sejak kemarin sore', '1'][turn] ?? null,
  },
}

if (process.send) {
  const token = process.argv[2]!
  const peer = await TgFakeServer.start({ token })
  process.send({ kind: 'ready', apiRoot: peer.apiRoot })
  process.on('message', (order: Order) => {
    void drive(peer, order).then((result) => process.send!({ kind: 'done', result }))
  })
}

async function drive(peer: TgFakeServer, order: Order): Promise<Result> {
  const script = SCRIPTS[order.script]!
  const latencies: number[] = []
  const end = performance.now() + order.seconds * 1000
  const start = performance.now()
  peer.calls.length = 0
  await Promise.all(
    Array.from({ length: order.chats }, (_, at) => person(peer, script, order, at, end, latencies)),
  )
  const seconds = (performance.now() - start) / 1000
  latencies.sort((a, b) => a - b)
  const at = (share: number) => Math.round(latencies[Math.floor((latencies.length - 1) * share)]! * 10) / 10
  return {
    turns: latencies.length,
    seconds,
    latencies: { p50: at(0.5), p95: at(0.95), p99: at(0.99) },
    calls: peer.calls.length,
  }
}

/** One chat after another, so that each round is a new person with an empty state. */
async function person(
  peer: TgFakeServer,
  script: Script,
  order: Order,
  at: number,
  end: number,
  latencies: number[],
): Promise<void> {
  const gap = order.rate > 0 ? (1000 * order.chats) / order.rate : 0
  if (gap > 0) await sleep((gap * at) / order.chats)
  while (performance.now() < end) {
    const user = peer.addUser('Orang')
    for (let turn = 0; performance.now() < end; turn++) {
      const says = script.next(turn, null)
      if (says === null) break
      const took = await answered(user, says as string)
      latencies.push(took)
      if (gap > took) await sleep(gap - took)
    }
    peer.chats.delete(user.chat.id)
  }
}

/** Says something and waits for the first message that follows; returns how long that took (ms). */
async function answered(user: User, text: string): Promise<number> {
  const since = user.chat.messages.length + 1
  const start = performance.now()
  user.sendText(text)
  await user.chat.waitFor(() => true, { since, timeout: 30_000 })
  return performance.now() - start
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
