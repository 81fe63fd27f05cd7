import { spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Why Redis tests do not run local, or null when they do. */
export const noRedis: string | null =
  process.env.REDIS_URL || spawnSync('redis-server', ['--version']).status === 0
    ? null
    : 'no redis-server on the PATH and no REDIS_URL: install redis-server to run these'

/** A Redis of our own on a free port, without files; or the one of REDIS_URL. */
export async function startRedis(): Promise<{ url: string; stop: () => Promise<void> }> {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL, stop: async () => {} }
  const port = await freePort()
  const server = spawn(
    'redis-server',
    ['--port', String(port), '--save', '', '--appendonly', 'no', '--bind', '127.0.0.1'],
    {
      stdio: 'ignore',
    },
  )
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  for (let tries = 0; tries < 100 && !(await answers(port)); tries++) await sleep(30)
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      server.kill()
      await ended
    },
  }
}

async function answers(port: number): Promise<boolean> {
  return (
    spawnSync('redis-cli', ['-p', String(port), 'ping'])
      .stdout?.toString()
      .trim() === 'PONG'
  )
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
