import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, Socket } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { findBinaries, binaryPath, unprivilegedUser } from './binaries.ts'
import { clusterFolder, prepareCluster, USER } from './cluster.ts'
import { isProcessAlive, withFileLock } from './file-lock.ts'
import { codeOf } from '../errors.ts'

const DATABASE = 'app'

export interface EmbeddedPostgres {
  readonly url: string
  readonly pid: number
  /** Stops the server, unless another process of ours still uses it. */
  stop(): Promise<void>
}

/**
 * Starts the cluster in `dataDir` (made on first use), or joins the one already running there.
 * Listens on 127.0.0.1 only, with a random password in a 0600 file beside the folder.
 * `settings` are added to the server's own: measuring needs some, and a test of restarts a fixed `port`.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<EmbeddedPostgres> {
  const wanted = path.resolve(dataDir)
  mkdirSync(path.dirname(wanted), { recursive: true })
  return withFileLock(`${wanted}.lock`, async () => {
    const secret = secretOf(wanted)
    const dir = clusterFolder(wanted)
    return (await join(dir, secret)) ?? (await launch(dir, secret, settings))
  })
}

function secretOf(dir: string): string {
  const file = `${dir}.secret`
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

const urlOf = (secret: string, port: number, database = DATABASE) =>
  `postgresql://${USER}:${secret}@127.0.0.1:${port}/${database}`

async function join(dir: string, secret: string): Promise<EmbeddedPostgres | null> {
  const file = path.join(dir, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number)
  if (!pid || !port || !isProcessAlive(pid)) {
    rmSync(file, { force: true })
    return null
  }
  await ready(secret, port)
  return { url: urlOf(secret, port), pid, stop: () => stop(pid, secret, port) }
}

async function launch(
  dir: string,
  secret: string,
  settings: Readonly<Record<string, string>>,
): Promise<EmbeddedPostgres> {
  const as = unprivilegedUser()
  const { native } = findBinaries(as)
  prepareCluster(dir, secret, native, as)
  const port = Number(settings.port) || (await freePort())
  const args = ['-D', dir, '-p', String(port), ...options(settings)]
  const started = { pid: 0, stopping: false }
  const run = async (): Promise<void> => {
    // detached: a Ctrl-C in the terminal must reach us first, so that connections end before the server does
    const server = spawn(binaryPath(native, 'postgres'), args, {
      ...as,
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
      cwd: '/',
    })
    const said = watch(server)
    await ready(secret, port, () => said.dead).catch((error: Error) => {
      throw new Error(`embedded PostgreSQL did not start: ${error.message} ${said.text}`, { cause: error })
    })
    if (server.pid !== undefined) started.pid = server.pid
    server.once('exit', () => {
      if (!started.stopping) void again(run)
    })
  }
  await run()
  return {
    url: urlOf(secret, port),
    get pid() {
      return started.pid
    },
    stop: () => {
      started.stopping = true
      return stop(started.pid, secret, port)
    },
  }
}

/** Brings a server back that ended by itself (killed, out of memory); after five tries the process says so by its own errors. */
async function again(run: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    await sleep(300 * 2 ** tries)
    try {
      return await run()
    } catch {
      // its folder may be in use for a moment longer, or be gone for good
    }
  }
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '64MB',
  max_connections: '200',
  timezone: 'UTC',
}

function options(more: Readonly<Record<string, string>>): string[] {
  return Object.entries({ ...SETTINGS, ...more }).flatMap(([key, value]) => ['-c', `${key}=${value}`])
}

/** Collects the server's last words for the error message; never kept anywhere else. */
function watch(server: ChildProcess): { text: string; dead: boolean } {
  const said = { text: '', dead: false }
  server.stderr?.on('data', (data) => {
    said.text = (said.text + String(data)).slice(-2000)
  })
  server.on('error', (error) => {
    said.text += error.message
    said.dead = true
  })
  server.on('exit', () => {
    said.dead = true
  })
  server.unref()
  if (server.stderr instanceof Socket) server.stderr.unref()
  return said
}

/** SIGINT = PostgreSQL's fast shutdown: open connections are ended, everything committed is on disk. */
async function stop(pid: number, secret: string, port: number): Promise<void> {
  if (!isProcessAlive(pid) || (await othersUse(urlOf(secret, port)))) return
  process.kill(pid, 'SIGINT')
  while (isProcessAlive(pid)) await sleep(20)
}

async function othersUse(url: string): Promise<boolean> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query(
      `SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() LIMIT 1`,
    )
    return rows.length > 0
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Waits until the server answers, making our database on first use. */
async function ready(secret: string, port: number, dead = () => false): Promise<void> {
  for (let tries = 0; ; tries++) {
    if (dead()) throw new Error('the server exited')
    try {
      await once(urlOf(secret, port), 'SELECT 1')
      return
    } catch (error) {
      const code = codeOf(error)
      if (code === '3D000') await once(urlOf(secret, port, 'postgres'), `CREATE DATABASE "${DATABASE}"`)
      else if (code === '28P01' || tries >= 300) throw error
      else await sleep(40)
    }
  }
}

async function once(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(sql)
  } finally {
    await client.end().catch(() => {})
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no free port')),
      )
    })
  })
}
