import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** CPU time a process has used (ms) and its resident memory (MB), from /proc; Linux only, like the figures themselves. */
export function usage(pid: number): { cpuMs: number; rssMb: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = Number(fields[11]) + Number(fields[12])
  const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return { cpuMs: ticks * 10, rssMb: Math.round(Number(rss?.[1] ?? 0) / 1024) }
}

/** CPU time of a process and its living children together (ms): a PostgreSQL server with its connections. */
export function familyCpuMs(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  return [pid, ...children.map(Number)].reduce((sum, one) => sum + usage(one).cpuMs, 0)
}

/** Watches a process's memory until stopped; returns the highest seen (MB). */
export function watchMemory(pid: number): () => number {
  let peak = 0
  const look = () => (peak = Math.max(peak, usage(pid).rssMb))
  const timer = setInterval(look, 200)
  return () => {
    clearInterval(timer)
    look()
    return peak
  }
}

/** A TypeScript file as a child process with a message channel. */
export function child(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  })
}

export function message<T>(process: ChildProcess, kind: string): Promise<T> {
  return new Promise((resolve, reject) => {
    process.on('exit', (code) => reject(new Error(`the process ended (${code}) before it said "${kind}"`)))
    process.on('message', (said: { kind: string }) => {
      if (said.kind === kind) resolve(said as T)
    })
  })
}
