import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '../src/config.ts'
import { launchProcess } from './support/system.ts'

const folder = () => mkdtempSync(path.join(os.tmpdir(), 'tanyapaspor-config-'))
const read = (env: Record<string, string>) => readConfig({ DATA_DIR: folder(), ...env })

describe('the environment', () => {
  test('with nothing set, everything has a default and a key is made that only its user can read', () => {
    const dir = folder()
    const config = readConfig({ DATA_DIR: dir })
    expect(config).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      ROLES: ['bots', 'worker', 'api'],
      WHATSAPP: 'off',
      OFFICE: 'KPG',
    })
    const file = path.join(dir, 'secret.key')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readConfig({ DATA_DIR: dir }).secrets).toEqual([readFileSync(file, 'utf8')])
    expect(Object.isFrozen(config)).toBe(true)
  })

  const wrong: [string, Record<string, string>][] = [
    ['PORT', { PORT: 'eighty' }],
    ['PORT', { PORT: '70000' }],
    ['ROLES', { ROLES: 'bots,chef' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
    ['SECRET_KEY', { DATABASE_URL: 'postgres://localhost/x' }],
    ['SECRET_KEY', { SECRET_KEY: 'short' }],
    ['REDIS_URL', { REDIS_URL: 'localhost:6379' }],
    ['TELEGRAM_BOT_TOKEN', { TELEGRAM_BOT_TOKEN: 'hello' }],
    ['TELEGRAM_WEBHOOK_SECRET', { TELEGRAM_WEBHOOK_URL: 'https://kantor.example' }],
    ['WHATSAPP', { WHATSAPP: 'yes' }],
    ['WHATSAPP', { WHATSAPP: 'cloud' }],
    ['WHATSAPP_PHONE', { WHATSAPP_PHONE: '+62 811' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['BURST_PAUSE', { BURST_PAUSE: 'long' }],
    ['BURST_PAUSE', { BURST_PAUSE: '60000' }],
    ['OFFICE', { OFFICE: 'kupang' }],
    ['TZ_NOW', { TZ_NOW: 'tomorrow' }],
    [
      'TZ_NOW',
      {
        TZ_NOW: '2026-11-20T08:00:00+08:00',
        DATABASE_URL: 'postgres://localhost/x',
        SECRET_KEY: 'a secret of sixteen',
      },
    ],
  ]
  for (const [name, env] of wrong)
    test(`a wrong ${JSON.stringify(env)} is refused in one line that begins with ${name}`, () => {
      expect(() => read(env)).toThrow(ConfigError)
      expect(() => read(env)).toThrow(new RegExp(`^${name}: [^\\n]+$`))
    })

  test('an empty variable counts as not set', () => {
    expect(read({ PORT: '', TELEGRAM_BOT_TOKEN: '' })).toMatchObject({ PORT: 3000 })
  })

  test('the program itself says it in one line and ends with 2', async () => {
    const program = launchProcess({ PORT: 'eighty', DATA_DIR: folder() })
    const code = await new Promise((resolve) => program.process.once('close', resolve))
    expect(code).toBe(2)
    expect(program.stderrText()).toMatch(/^PORT: [^\n]+\n$/)
  })
})

test('a database that is not there yet is waited for, and said so', async () => {
  const port = 1 // nothing listens there
  const program = launchProcess({
    DATABASE_URL: `postgres://app:x@127.0.0.1:${port}/app`,
    SECRET_KEY: 'the key of this test only',
    DATA_DIR: folder(),
  })
  await expect
    .poll(() => program.stdoutText(), { timeout: 15_000 })
    .toMatch(/database not reachable, next try in 2 s/)
  expect(program.stdoutText()).not.toContain('app:x')
  await program.kill()
})
