import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from '../errors.ts'

/** Is the process there? A zombie (container without an init) is dead. */
export function isProcessAlive(pid: number): boolean {
  try {
    if (/^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) return false
  } catch {
    // no /proc on this platform: the signal below decides
  }
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Runs `work` while holding a lock file, between processes that start at the same moment. Waits at most 30 s. */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  await take(file)
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

async function take(file: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return writeFileSync(file, String(process.pid), { flag: 'wx' })
    } catch (error) {
      if (codeOf(error) !== 'EEXIST' || tries > 600) throw error
      if (holderDied(file)) rmSync(file, { force: true })
      else await sleep(50)
    }
  }
}

function holderDied(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    return pid > 0 && !isProcessAlive(pid)
  } catch {
    return false // released between our two looks
  }
}
