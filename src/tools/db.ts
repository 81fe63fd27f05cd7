import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { backup, restore } from '../adapters/backup/index.ts'
import { createFileStorage } from '../adapters/files/index.ts'
import { isProcessAlive } from '../adapters/postgres/file-lock.ts'
import { readConfig } from '../config.ts'
import { withDatabase, type ToolContext } from './with-database.ts'

const USAGE = `db -- stop                       stops the embedded database that a killed process left running
db -- backup [FILE]              writes rows and files, encrypted with SECRET_KEY; the service may go on
db -- restore FILE [--replace]   puts a backup back; the service must be stopped`

const [command, file, replace] = parseArguments(process.argv.slice(2))
if (command === 'stop') await stop()
else await withDatabase(command === 'backup' ? save : bringBack)

function parseArguments(args: string[]): [string, string | undefined, boolean] {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { replace: { type: 'boolean' } },
    })
    const [command = '', file] = positionals
    const known = ['stop', 'backup'].includes(command) || (command === 'restore' && file !== undefined)
    if (known && positionals.length <= 2) return [command, file, values.replace === true]
  } catch {
    // an option nobody knows
  }
  process.stderr.write(`${USAGE}\n`)
  process.exit(2)
}

async function save(context: ToolContext): Promise<void> {
  const to = file ?? path.join(context.config.DATA_DIR, 'backups', `${stamp(new Date())}.backup`)
  mkdirSync(path.dirname(path.resolve(to)), { recursive: true, mode: 0o700 })
  const { tables, files } = await backup(depsOf(context), to)
  process.stdout.write(
    `${to}: ${tables} tables, ${files} files. It can be read with SECRET_KEY only: keep the key in another place.\n`,
  )
}

async function bringBack(context: ToolContext): Promise<void> {
  const { tables, files } = await restore(depsOf(context), file ?? '', replace)
  process.stdout.write(`restored: ${tables} tables, ${files} files\n`)
}

function depsOf({ config, url }: ToolContext) {
  return { url, files: createFileStorage(config), secrets: config.secrets }
}

/** `2026-11-21T03-40-00`: sorts by time, and every file system takes it. */
function stamp(now: Date): string {
  return now.toISOString().slice(0, 19).replaceAll(':', '-')
}

async function stop(): Promise<void> {
  const { DATA_DIR } = readConfig(process.env)
  const pid = runningPid(path.join(DATA_DIR, 'postgres', 'postmaster.pid'))
  if (pid === null) return void process.stdout.write('not running\n')
  process.kill(pid, 'SIGINT') // fast shutdown: everything committed is on disk
  while (isProcessAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 50))
  process.stdout.write('stopped\n')
}

function runningPid(file: string): number | null {
  try {
    const found = Number(readFileSync(file, 'utf8').split('\n')[0])
    return isProcessAlive(found) ? found : null
  } catch {
    return null
  }
}
