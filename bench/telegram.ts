import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '../src/adapters/postgres/embedded.ts'
import { child, familyCpuMs, message, usage, watchMemory } from './measure.ts'
import type { Order, Result } from './people.ts'

const TOKEN = '123456:bench-token'

interface Settings {
  readonly chats: number
  readonly seconds: number
  readonly rate: number
  readonly baseline: boolean
}

interface Subject {
  readonly name: string
  readonly script: string
  /** Starts it against this peer and database; resolves with its pid when it takes updates. */
  readonly start: (apiRoot: string, databaseUrl: string) => Promise<{ pid: number; stop: () => void }>
}

/** Runs the subjects one after the other against one peer and one database server each, and compares them. */
export async function telegram(settings: Settings): Promise<Record<string, unknown>> {
  const ours = await measure(OURS, settings)
  if (!settings.baseline) return { settings, ours }
  const wizard = await measure(WIZARD, settings)
  const echo = await measure(ECHO, settings)
  const ratio = (other: Measured) => Math.round((ours.turnsPerSecond / other.turnsPerSecond) * 100) / 100
  return {
    settings,
    ours,
    wizard,
    echo,
    ratios: { toOrdinaryWizard: ratio(wizard), toBareEcho: ratio(echo) },
  }
}

interface Measured {
  readonly turnsPerSecond: number
  readonly [key: string]: unknown
}

async function measure(subject: Subject, settings: Settings): Promise<Measured> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'tanyapaspor-bench-'))
  chmodSync(dir, 0o755) // run as root, PostgreSQL is another user
  const postgres = await startEmbeddedPostgres(path.join(dir, 'pg'), {
    shared_preload_libraries: 'pg_stat_statements',
  })
  const peer = child('bench/people.ts', [TOKEN])
  const { apiRoot } = await message<{ apiRoot: string }>(peer, 'ready')
  const running = await subject.start(apiRoot, postgres.url)
  const order: Order = {
    kind: 'drive',
    script: subject.script,
    chats: settings.chats,
    rate: settings.rate,
    seconds: settings.seconds,
  }
  await drive(peer, { ...order, seconds: 3, rate: 0 }) // warm: compiled code, prepared statements, full caches
  const idleRss = usage(running.pid).rssMb
  const statements = await counter(postgres.url)
  const peakRss = watchMemory(running.pid)
  const before = usage(running.pid).cpuMs
  const databaseBefore = familyCpuMs(postgres.pid)
  const result = await drive(peer, order)
  const cpu = usage(running.pid).cpuMs - before
  const databaseCpu = familyCpuMs(postgres.pid) - databaseBefore
  const counted = await statements()
  const peak = peakRss()
  running.stop()
  peer.kill()
  await postgres.stop()
  rmSync(dir, { recursive: true, force: true })
  const round = (value: number) => Math.round(value * 100) / 100
  return {
    turnsPerSecond: round(result.turns / result.seconds),
    messagesInPerSecond: round(result.turns / result.seconds),
    messagesOutPerSecond: round((result.calls.sendMessage ?? 0) / result.seconds),
    callsPerTurn: Object.fromEntries(
      Object.entries(result.calls).map(([method, count]) => [method, round(count / result.turns)]),
    ),
    latencyMs: result.latencies,
    cpuMsPerTurn: round(cpu / result.turns),
    databaseCpuMsPerTurn: round(databaseCpu / result.turns),
    statementsPerTurn: round(counted / result.turns),
    rssMb: { afterWarmUp: idleRss, peak },
    turns: result.turns,
  }
}

function drive(peer: ReturnType<typeof child>, order: Order): Promise<Result> {
  const done = new Promise<Result>((resolve) => {
    const hear = (said: { kind: string; result: Result }) => {
      if (said.kind !== 'done') return
      peer.off('message', hear)
      resolve(said.result)
    }
    peer.on('message', hear)
  })
  peer.send(order)
  return done
}

/** Statements the database has run since; calls of this counter itself left out. */
async function counter(url: string): Promise<() => Promise<number>> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements')
  await client.query('SELECT pg_stat_statements_reset()')
  return async () => {
    const { rows } = await client.query(
      'SELECT coalesce(sum(calls), 0)::int AS calls FROM pg_stat_statements',
    )
    await client.end()
    return rows[0].calls
  }
}

function subjectFile(name: string, script: string, file: string): Subject {
  return {
    name,
    script,
    start: async (apiRoot, databaseUrl) => {
      const running = child(file, [TOKEN, apiRoot, databaseUrl])
      await message(running, 'ready')
      return { pid: running.pid!, stop: () => running.kill('SIGKILL') }
    },
  }
}

const ECHO = subjectFile('bare telegraf echo', 'echo', 'bench/subjects/echo.ts')
const WIZARD = subjectFile(
  'telegraf wizard with its session and ticket in PostgreSQL',
  'wizard',
  'bench/subjects/wizard.ts',
)

/** The product itself, as `npm start` runs it; only the outgoing pace is off, and no text waits for more. */
const OURS: Subject = {
  name: 'TanyaPaspor',
  script: 'complaint',
  start: async (apiRoot, databaseUrl) => {
    const port = 20_000 + (process.pid % 20_000)
    const running = spawn(process.execPath, ['build/main.js'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        MALLOC_ARENA_MAX: '1',
        PORT: String(port),
        DATABASE_URL: databaseUrl,
        SECRET_KEY: 'a secret for measuring only',
        TELEGRAM_BOT_TOKEN: TOKEN,
        TELEGRAM_API_ROOT: apiRoot,
        TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/webhooks/telegram`,
        TELEGRAM_WEBHOOK_SECRET: 'bench-webhook-secret',
        PACE: 'off',
        BURST_PAUSE: '0',
        LOG_LEVEL: 'warn',
      },
    })
    await new Promise<void>((resolve, reject) => {
      running.stdout.once('data', () => resolve())
      running.once('exit', (code) => reject(new Error(`did not start (${code})`)))
    })
    return { pid: running.pid!, stop: () => running.kill('SIGKILL') }
  },
}
