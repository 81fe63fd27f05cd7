// What is made from something else, made again only when that has changed. Node's built-ins only: it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'

const BOOK = '.data'

/**
 * @param {string} line
 * @returns {never}
 */
export function fail(line) {
  console.error(line)
  process.exit(1)
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 */
export function sh(command, args, env = {}) {
  const run = spawnSync(command, args, {
    stdio: ['ignore', 2, 2], // tools keep their stdout for themselves
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  })
  if (run.status !== 0) fail(`${command} ${args[0]} failed`)
}

/**
 * @param {string} dir
 * @returns {string[]}
 */
function filesIn(dir) {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(dir, entry.name)
    if (entry.isDirectory()) return entry.name === 'dist' ? [] : filesIn(at)
    return [at]
  })
}

/** @param {string[]} files */
function digest(files) {
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

/**
 * Runs `work` when what it is made from has changed, or its result is missing.
 * @param {string} name
 * @param {string[]} sources
 * @param {string} result
 * @param {() => void} work
 */
export function fresh(name, sources, result, work) {
  const mark = path.join(BOOK, `${name}.mark`)
  const is = digest(sources)
  if (existsSync(result) && existsSync(mark) && readFileSync(mark, 'utf8') === is) return
  work()
  mkdirSync(BOOK, { recursive: true })
  writeFileSync(mark, is)
}

/**
 * `src` as plain JavaScript in `build`, file by file at the same depth (files are found by `import.meta.url`). A compiler beside
 * the running program would cost 50 MB and half a second at each start.
 */
export function freshProgram() {
  const sources = filesIn('src').filter((file) => file.endsWith('.ts'))
  fresh(
    'program',
    [...sources, 'tsconfig.base.json', 'tsconfig.build.json', 'package-lock.json'],
    'build/main.js',
    () => {
      rmSync('build', { recursive: true, force: true })
      sh(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'])
    },
  )
}

/** The console's pages in `console/dist`. */
export function freshPages() {
  const folders = ['console', 'locales', 'src/model']
  const sources = [...folders.flatMap(filesIn), 'vite.config.ts', 'tsconfig.base.json', 'package-lock.json']
  fresh('console', sources, 'console/dist/index.html', () =>
    sh(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
      NODE_ENV: 'production',
    }),
  )
}
