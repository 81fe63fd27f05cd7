// `npm start`, `npm test` and the tools on a fresh clone: installs and prepares what is missing, then runs.
// Node's built-ins only: this file runs before anything is installed.
import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { fail, fresh, freshPages, freshProgram, sh } from './fresh.mjs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19))
  fail(`Node ${process.versions.node} is too old: 20.19 or newer is needed`)

process.chdir(path.join(import.meta.dirname, '..'))
fresh('packages', ['package-lock.json'], 'node_modules/.package-lock.json', () =>
  sh('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
)
fresh('client', ['prisma/schema.prisma'], 'src/generated/prisma/client.ts', () =>
  sh(process.execPath, ['scripts/generate.mjs']),
)
freshPages()
freshProgram()

const [what = '', ...rest] = process.argv.slice(2)
if (what === '--test') {
  // every check, cheapest first; vitest's own closing lines come last
  const bin = (/** @type {string} */ name) => `node_modules/.bin/${name}`
  if (rest.length === 0) {
    sh(bin('oxfmt'), ['--check', '.'])
    sh(bin('oxlint'), [])
    sh(process.execPath, ['scripts/types.mjs'])
    sh(process.execPath, ['scripts/lockcheck.mjs'])
    sh(process.execPath, ['scripts/new-migration.mjs', '--check'])
  }
  run(['node_modules/vitest/vitest.mjs', 'run', ...rest])
} else if (what.startsWith('build/')) run([what, ...rest])
else run(['--import', 'tsx', what, ...rest])

/** @param {string[]} args */
function run(args) {
  // one malloc arena: threads of their own kept some 20 MB each that they did not use
  const env = { MALLOC_ARENA_MAX: '1', ...process.env }
  const child = spawn(process.execPath, args, { stdio: 'inherit', env })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
