import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'

let database: Awaited<ReturnType<typeof freshDatabase>>

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

function chat(lines: readonly string[]) {
  return spawnSync(process.execPath, ['build/tools/chat.js'], {
    env: {
      PATH: process.env.PATH ?? '',
      HOME: '/tmp',
      DATABASE_URL: database.url,
      SECRET_KEY: 'the key of this test only',
      DATA_DIR: mkdtempSync(path.join(os.tmpdir(), 'tanyapaspor-chat-')),
    },
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
    timeout: 60_000,
  })
}

test('a complaint told through a pipe gets its number, and the program ends by itself', () => {
  const run = chat(['lapor', 'Antre dari pagi tidak dipanggil', '1', '1'])
  expect(run.status).toBe(0)
  expect(run.stderr).toBe('')
  expect(run.stdout).toMatch(/1\. Kantor Imigrasi Kupang/)
  expect(run.stdout).toMatch(/Nomor laporan: KPG-\d{6}-\d{3}-\w/)
  expect(run.stdout).not.toMatch(/"level"/)
})

test('each line is answered before the next is typed', () => {
  const { stdout } = chat(['halo', 'bahasa'])
  const order = ['> halo', 'Tulis saja keperluannya', '> bahasa', 'English']
  const at = order.map((text) => stdout.lastIndexOf(text))
  expect(at.every((place, index) => place >= 0 && (index === 0 || place > at[index - 1]!))).toBe(true)
})
