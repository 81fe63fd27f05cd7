import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Account } from '../../peers/whatsapp/src/server.ts'
import { SECRET, until, World } from './world.ts'

interface Event {
  readonly qr?: string
  readonly accepted?: string
}

const here = import.meta.dirname
const trustRoot = join(here, '../../peers/whatsapp/trust-root.mjs')

let world: World
let office: Account
let alice: Account
const children: ChildProcess[] = []

beforeAll(async () => {
  world = await World.start()
  office = world.wa.addAccount('67570000001', 'Office')
  alice = world.wa.addAccount('67571111111', 'Alice')
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await world.stop()
})

/** The channel in its own process, trusting the stand-in by the three settings its README names. */
function startProcess() {
  const events: Event[] = []
  let printed = ''
  const child = fork(join(here, 'channel-process.ts'), {
    execArgv: ['--import', 'tsx', '--import', trustRoot],
    silent: true,
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: world.url,
      WA_URL: world.wa.url,
      WA_SESSION: office.phone,
      WA_SECRET: SECRET,
      WA_FAKE_ROOT: world.wa.rootKeyHex,
      NODE_EXTRA_CA_CERTS: world.wa.caPath,
    },
  })
  children.push(child)
  child.on('message', (event: Event) => events.push(event))
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (text) => (printed += text))
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? code)),
  )
  return { child, events, printed: () => printed, ended }
}

it('lives through kill -9 in the middle of an answer, and prints no word, number or key', async () => {
  const first = startProcess()
  const { qr } = await until(() => first.events.find((event) => event.qr), 20_000)
  await office.scanQr(qr!)
  await world.wa.online(office)
  await alice.sendText(office, 'hello')
  await alice.waitFor('echo: hello')
  await alice.sendText(office, 'die')
  expect(await first.ended).toBe('SIGKILL')
  await alice.sendText(office, 'while you were away')

  const second = startProcess()
  await alice.waitFor('echo: while you were away', { timeout: 20_000 })
  await alice.sendText(office, 'and now?')
  await alice.waitFor('echo: and now?')
  expect(second.events.filter((event) => event.qr)).toEqual([]) // never linked again
  expect(second.events.flatMap(({ accepted }) => accepted ?? [])).toEqual(['while you were away', 'and now?'])

  // a new identity closes the old session: the moment libsignal prints it whole
  alice.reinstall()
  await alice.sendText(office, 'new phone')
  await alice.waitFor('echo: new phone')
  second.child.kill('SIGTERM')
  expect(await second.ended).toBe(0)
  const printed = first.printed() + second.printed()
  expect(printed).toContain('whatsapp: connected')
  for (const line of printed.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow()
  for (const secret of [
    'hello',
    'echo',
    alice.phone,
    alice.lid,
    office.phone,
    office.lid,
    'Closing',
    'Session',
    'privKey',
  ])
    expect(printed).not.toContain(secret)
}, 60_000)
