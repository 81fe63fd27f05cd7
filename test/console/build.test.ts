import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'
import id from '../../locales/id.json' with { type: 'json' }
import { temporaryFolder } from '../support/system.ts'

test('a new language of the console is its file, of which nothing but officers’ words is built in', () => {
  const folder = temporaryFolder()
  const at = (name: string) => path.join(folder.path, name)
  for (const name of [
    'console',
    'locales',
    'src/model',
    'vite.config.ts',
    'tsconfig.base.json',
    'package.json',
  ])
    cpSync(name, at(name), { recursive: true, filter: (from) => !from.startsWith('console/dist') })
  symlinkSync(path.resolve('node_modules'), at('node_modules'))
  const tetun = { ...id, language: { ...id.language, name: 'Tetun' }, greeting: 'Bondia husi robô' }
  writeFileSync(at('locales/tet.json'), JSON.stringify(tetun))
  const built = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
    {
      cwd: folder.path,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  expect([built.stderr, built.status]).toEqual(['', 0])
  const assets = at('console/dist/assets')
  const script = readdirSync(assets).find((name) => name.endsWith('.js'))!
  const code = readFileSync(path.join(assets, script), 'utf8')
  for (const own of ['Tetun', 'English', 'Bahasa Indonesia']) expect(code).toContain(own)
  expect(code).not.toContain('Bondia husi robô')
  expect(code).not.toContain(id.answer['fee-table'].text)
  expect(readFileSync(at('console/dist/index.html'), 'utf8')).toContain(
    `<title>${id.console.documentTitle}</title>`,
  )
  folder.remove()
})
