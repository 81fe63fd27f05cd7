import { readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { alive } from '../adapters/postgres/lock.ts'
import { readConfig } from '../config.ts'

/** `npm run -s db -- stop`: stops the embedded database that a killed process left running. */
const { DATA_DIR } = readConfig(process.env)
if (process.argv[2] !== 'stop') {
  process.stderr.write('usage: npm run -s db -- stop\n')
  process.exit(2)
}
const pid = runningPid(path.join(DATA_DIR, 'postgres', 'postmaster.pid'))
if (pid === null) process.stdout.write('not running\n')
else {
  process.kill(pid, 'SIGINT') // fast shutdown: everything committed is on disk
  while (alive(pid)) await new Promise((resolve) => setTimeout(resolve, 50))
  process.stdout.write('stopped\n')
}

function runningPid(file: string): number | null {
  try {
    const found = Number(readFileSync(file, 'utf8').split('\n')[0])
    return alive(found) ? found : null
  } catch {
    return null
  }
}
