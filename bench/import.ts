import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { silentLog } from '../src/adapters/log.ts'
import { openDatabase } from '../src/adapters/postgres/open.ts'
import { usage } from './measure.ts'

/** The import tool on a list of applications, and on one ten times as short: time, and the most memory it took. */
export async function importing({ rows }: { rows: number }): Promise<Record<string, unknown>> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'tanyapaspor-bench-'))
  chmodSync(dir, 0o755) // run as root, PostgreSQL is another user
  const database = await openDatabase({ dataDir: dir }, silentLog)
  try {
    const short = await measure(dir, database.url, Math.ceil(rows / 10))
    const long = await measure(dir, database.url, rows)
    return { short, long }
  } finally {
    await database.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

async function measure(dir: string, databaseUrl: string, rows: number) {
  const file = path.join(dir, `${rows}.csv`)
  await write(file, rows)
  const began = performance.now()
  const tool = spawn(process.execPath, ['build/tools/import.js', 'applications', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: databaseUrl, SECRET_KEY: 'a key for measuring only' },
  })
  let out = ''
  tool.stdout.on('data', (data) => (out += String(data)))
  let peakMb = 0
  const timer = setInterval(() => (peakMb = Math.max(peakMb, memory(tool.pid!))), 50)
  const [code] = (await once(tool, 'close')) as [number]
  clearInterval(timer)
  if (code !== 0) throw new Error(`the import ended with ${code}`)
  const seconds = Math.round(performance.now() - began) / 1000
  return { rows, seconds, rowsPerSecond: Math.round(rows / seconds), peakMb, said: out.trim() }
}

/** 0 when the process has just ended. */
function memory(pid: number): number {
  try {
    return usage(pid).rssMb
  } catch {
    return 0
  }
}

async function write(file: string, rows: number): Promise<void> {
  const out = createWriteStream(file)
  out.write('number,birth,office,status,name,visitDay\n')
  for (let n = 0; n < rows; n++)
    if (!out.write(`${100_000_000_000 + n},1990-05-12,KPG,TERJADWAL,Maria Kelen,2026-11-23\n`))
      await once(out, 'drain')
  out.end()
  await once(out, 'finish')
}
