import { spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApi, PASSWORD, type Api } from '../api/support.ts'

let api: Api
const env = {
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '/tmp',
  SECRET_KEY: 'a key for tests only',
}

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

/** The tool as `npm run -s officer -- …` runs it, on the same database as the api. */
function officer(
  args: string[],
  stdin = '',
): Promise<{ code: number | null; out: string; complaint: string }> {
  const child = spawn(process.execPath, ['build/tools/officer.js', ...args], {
    env: { ...env, DATABASE_URL: api.url },
  })
  let [out, complaint] = ['', '']
  child.stdout.on('data', (data) => (out += String(data)))
  child.stderr.on('data', (data) => (complaint += String(data)))
  child.stdin.end(stdin)
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, complaint })))
}

const add = (role: string, ...more: string[]) => [
  'add',
  '--email',
  'Rina@kantor.example',
  '--name',
  'Rina',
  '--role',
  role,
  ...more,
]

describe('the officer tool', () => {
  test('adds an officer who can sign in, and prints a token that works and nothing else', async () => {
    const added = await officer(add('ambassador', '--office', 'KPG', '--password-stdin'), `${PASSWORD}\n`)
    expect(added).toMatchObject({ code: 0, complaint: '' })
    const email = 'rina@kantor.example'
    expect(await api.call('POST', '/session', { body: { email, password: PASSWORD } })).toMatchObject({
      status: 201,
    })
    const { code, out } = await officer(['token', '--email', email])
    expect(code).toBe(0)
    expect(out).toMatch(/^[\w-]{43}\n$/)
    const me = await api.call('GET', '/session', { as: out.trim() })
    expect(me.json).toMatchObject({ name: 'Rina', role: 'ambassador', office: 'KPG' })
  })

  test.each([
    [[], 'officer -- add'],
    [['remove'], 'officer -- add'],
    [add('boss', '--password-stdin'), '--role'],
    [add('admin', '--office', 'XXX', '--password-stdin'), 'no office XXX'],
    [add('admin'), '--password-stdin'],
    [['add', '--name', 'X', '--role', 'admin', '--password-stdin'], '--email'],
    [['token', '--email', 'siapa@kantor.example'], 'no officer'],
    [['token', '--colour', 'red'], '--colour'],
  ])('%j ends with 1 and says what is wrong', async (args, says) => {
    const { code, out, complaint } = await officer(args, `${PASSWORD}\n`)
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(complaint).toContain(says)
    expect(complaint).not.toContain('    at ')
  })
})
