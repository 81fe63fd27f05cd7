import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { binaryPath, unprivilegedUser, type OsUser } from './binaries.ts'

const MAJOR = '18'

/** Who owns the cluster's databases. */
export const USER = 'app'

/**
 * Makes the cluster in `dir` unless it is there.
 * @throws when another major version made it, or `initdb` fails.
 */
export function prepareCluster(dir: string, secret: string, native: string, as: OsUser): void {
  const versionFile = path.join(dir, 'PG_VERSION')
  const version = existsSync(versionFile) && readFileSync(versionFile, 'utf8').trim()
  if (version && version !== MAJOR)
    throw new Error(`${dir} was made by PostgreSQL ${version}; this version runs ${MAJOR}`)
  if (!version) initialise(dir, secret, native, as)
}

/** Where root's clusters live whose data folder PostgreSQL's unprivileged user cannot enter, such as one below /root. */
const SHELTER = '/var/lib/tanyapaspor'

/**
 * The folder of the cluster: the wanted one, except for root with a private folder above it. The place follows from the
 * wanted path alone, so the same data is found at the next start.
 * @throws when PostgreSQL's user can reach neither.
 */
export function clusterFolder(wanted: string): string {
  const as = unprivilegedUser()
  if (as.uid === undefined || enters(wanted, as)) return wanted
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 12)
  const shelter = path.join(SHELTER, name)
  if (!enters(shelter, as))
    throw new Error(`user ${as.uid} can reach neither ${wanted} nor ${shelter}: set DATA_DIR`)
  return shelter
}

function enters(dir: string, as: OsUser): boolean {
  const fresh = !existsSync(path.join(dir, 'PG_VERSION'))
  mkdirSync(dir, { recursive: true })
  if (fresh && as.uid !== undefined) chownSync(dir, as.uid, as.gid)
  return spawnSync('/bin/ls', ['-d', `${dir}/.`], { ...as, cwd: '/' }).status === 0
}

function initialise(dir: string, secret: string, native: string, as: OsUser): void {
  const passwordFile = path.join(os.tmpdir(), `pgpw-${process.pid}`)
  writeFileSync(passwordFile, `${secret}\n`, { mode: 0o600 })
  if (as.uid !== undefined) chownSync(passwordFile, as.uid, as.gid)
  // builtin C.UTF-8: plain C breaks lower('É') and ILIKE outside ASCII
  const args = [
    '-D',
    dir,
    '-U',
    USER,
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--locale=C',
  ]
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions')
  const run = spawnSync(binaryPath(native, 'initdb'), args, { ...as, encoding: 'utf8', cwd: '/' })
  rmSync(passwordFile)
  if (run.status !== 0) throw new Error(`initdb failed: ${run.error?.message ?? run.stderr}`)
}
