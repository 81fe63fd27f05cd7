import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { temporaryFolder } from '../support/system.ts'

const folder = temporaryFolder()
let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(async () => {
  await database.drop()
  folder.remove()
})

/** The tool as `npm run -s db -- …` runs it. */
function db(...args: readonly string[]) {
  const { PATH = '', HOME = '/tmp' } = process.env
  const env = {
    PATH,
    HOME,
    DATABASE_URL: database.url,
    SECRET_KEY: 'a key for tests only',
    DATA_DIR: folder.path,
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['build/tools/db.js', ...args], { env })
  return { status, out: stdout.toString(), complaint: stderr.toString() }
}

test('a backup is written where it is wanted, or beside the data, and comes back', () => {
  const file = path.join(folder.path, 'kantor.backup')
  expect(db('backup', file)).toMatchObject({ status: 0, out: expect.stringContaining(file) })
  expect(db('backup')).toMatchObject({ status: 0, out: expect.stringContaining('backups') })
  expect(db('restore', file)).toMatchObject({
    status: 0,
    out: expect.stringMatching(/^restored: \d+ tables, 0 files$/m),
  })
})

test('a second backup to the same file, or a file that is not there, is one line and no success', () => {
  const file = path.join(folder.path, 'sama.backup')
  db('backup', file)
  expect(db('backup', file)).toMatchObject({
    status: 1,
    complaint: expect.stringMatching(/^[^\n]*sama\.backup[^\n]*\n$/),
  })
  expect(db('restore', `${file}-tidak-ada`)).toMatchObject({
    status: 1,
    complaint: expect.stringContaining('ENOENT'),
  })
})

test.each([[[]], [['dump']], [['restore']], [['backup', 'a', 'b']], [['backup', '--force']]])(
  'what is not a command is answered with the commands: %j',
  (args) => {
    expect(db(...args)).toMatchObject({ status: 2, complaint: expect.stringContaining('db -- restore FILE') })
  },
)
