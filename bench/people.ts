import process from 'node:process'
import { TgFakeServer, type User } from '../test/peers/telegram/src/server.ts'

/**
 * The Telegram peer with its people, as a process of its own. Told by its parent over IPC what to do, it drives `chats` people
 * through a script, each waiting for the answer before saying the next thing, and measures from update to reply.
 */

/** What a person says, and what the answer to it looks like. */
type Script = readonly { readonly says: string; readonly hears: RegExp }[]

export interface Order {
  readonly kind: 'drive'
  readonly script: string
  readonly chats: number
  /** Turns a second over all chats; 0 = as fast as answers come. */
  readonly rate: number
  readonly seconds: number
}

export interface Result {
  readonly turns: number
  readonly seconds: number
  /** ms from update to reply */
  readonly latencies: { readonly p50: number; readonly p95: number; readonly p99: number }
  /** Calls of the Bot API by method. */
  readonly calls: Readonly<Record<string, number>>
}

const STORY = 'Antre dari jam 6 pagi di loket, tidak dipanggil'

const SCRIPTS: Readonly<Record<string, Script>> = {
  complaint: [
    { says: 'lapor', hears: /Ceritakan saja/ },
    { says: STORY, hears: /catat\. Ini di kantor mana/ },
    { says: '1', hears: /Kirim sekarang/ },
    { says: '1', hears: /Nomor laporan/ },
  ],
  echo: Array.from({ length: 4 }, (_, at) => ({
    says: `pesan nomor ${at}`,
    hears: new RegExp(`^pesan nomor ${at}$`),
  })),
  wizard: [
    { says: 'lapor', hears: /Ceritakan/ },
    { says: STORY, hears: /Kantor mana/ },
    { says: '1', hears: /Kirim sekarang/ },
    { says: '1', hears: /Nomor laporan/ },
  ],
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
  const latencies: number[] = []
  peer.calls.length = 0
  const start = performance.now()
  await Promise.all(Array.from({ length: order.chats }, (_, at) => person(peer, order, at, latencies)))
  const seconds = (performance.now() - start) / 1000
  latencies.sort((a, b) => a - b)
  const at = (share: number) => Math.round(latencies[Math.floor((latencies.length - 1) * share)]! * 10) / 10
  const calls: Record<string, number> = {}
  for (const { method } of peer.calls) calls[method] = (calls[method] ?? 0) + 1
  return {
    turns: latencies.length,
    seconds,
    latencies: { p50: at(0.5), p95: at(0.95), p99: at(0.99) },
    calls,
  }
}

/** One new person after another, each with an empty state. */
async function person(peer: TgFakeServer, order: Order, at: number, latencies: number[]): Promise<void> {
  const end = performance.now() + order.seconds * 1000
  const gap = order.rate > 0 ? (1000 * order.chats) / order.rate : 0
  if (gap > 0) await sleep((gap * at) / order.chats)
  while (performance.now() < end) {
    const user = peer.addUser('Orang')
    for (const line of SCRIPTS[order.script]!) {
      if (performance.now() >= end) break
      const took = await answered(user, line)
      latencies.push(took)
      if (gap > took) await sleep(gap - took)
    }
  }
}

/** Says something and waits for its answer; returns how long that took (ms). */
async function answered(user: User, { says, hears }: Script[number]): Promise<number> {
  const since = user.chat.messages.length
  const start = performance.now()
  user.sendText(says)
  await user.chat.waitFor(hears, { since, timeout: 30_000 })
  return performance.now() - start
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
