import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** The product as its own process, the way `npm start` runs it. */
export interface Running {
  readonly process: ChildProcess
  /** What it printed on stdout so far. */
  stdoutText(): string
  /** What it logged or complained about on stderr so far. */
  stderrText(): string
  /** Resolves with the exit code; SIGKILL unless another signal is named. */
  kill(signal?: NodeJS.Signals): Promise<number | null>
}

/** Starts the program, as built by the run's set-up, with these variables; resolves when it says it is ready. */
export async function startSystem(
  env: Readonly<Record<string, string>>,
  nodeArgs: readonly string[] = [],
): Promise<Running> {
  const running = launchProcess(env, nodeArgs)
  const ended = new Promise<never>((_, reject) =>
    running.process.once('exit', (code) =>
      reject(new Error(`ended with ${code}: ${running.stderrText()} ${running.stdoutText()}`)),
    ),
  )
  ended.catch(() => {})
  const ready = new Promise<void>((resolve) => {
    running.process.stdout!.on('data', () => running.stdoutText().includes('http://') && resolve())
  })
  await Promise.race([ready, ended])
  return running
}

/** The same without waiting, for starts that are meant to fail. */
export function launchProcess(
  env: Readonly<Record<string, string>>,
  nodeArgs: readonly string[] = [],
): Running {
  const { PATH = '', HOME = '/tmp' } = process.env
  const child = spawn(process.execPath, [...nodeArgs, 'build/main.js'], {
    // what nobody sends in pieces need not wait for more
    env: { PATH, HOME, LOG_LEVEL: 'warn', BURST_PAUSE: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (data) => (out += String(data)))
  child.stderr.on('data', (data) => (err += String(data)))
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return {
    process: child,
    stdoutText: () => out,
    stderrText: () => err,
    kill: (signal = 'SIGKILL') => {
      child.kill(signal)
      return exited
    },
  }
}

/** A folder that is gone after the test. PostgreSQL runs as another user when tests run as root, so it is open to read. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tanyapaspor-'))
  chmodSync(folder, 0o755)
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
