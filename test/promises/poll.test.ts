import type { Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient, type Client } from '../bots/web/client.ts'
import { newDeployment, type Deployment } from '../support/deployment.ts'
import { freePort } from '../support/redis.ts'
import { startSystem, type Running } from '../support/system.ts'
import { createStandIn } from '../support/stand-in.ts'

/** News from an official registry, a stand-in here, that has to be asked: told once by however many processes, whatever is killed. */

const NUMBER = '123456789012'
let status = 'DIPERIKSA'
let asked = 0
/** An answer that does not come before its process is dead. */
let holds = false

let server: Server
let deployment: Deployment
let pool: Deployment['pool']
let env: Record<string, string>
let url: string
const processes: Running[] = []

beforeAll(async () => {
  server = createStandIn(async (request, response) => {
    await text(request)
    asked++
    if (holds) return
    const found = { office: 'KPG', status, name: 'Ana Contoh', enteredAt: '2026-11-20T08:00:00+08:00' }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(found))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  deployment = await newDeployment()
  ;({ pool, url } = deployment)
  env = {
    ...deployment.env,
    REGISTRY_URL: `http://127.0.0.1:${(server.address() as { port: number }).port}/`,
  }
}, 60_000)

afterAll(async () => {
  for (const one of processes) await one.kill('SIGINT')
  server.closeAllConnections()
  server.close()
  await deployment.clear()
})

async function begin(roles: string): Promise<Running> {
  const port = roles.includes('bots') ? env['PORT']! : String(await freePort())
  const running = await startSystem({ ...env, ROLES: roles, PORT: port })
  processes.push(running)
  return running
}

async function ask(person: Client, says: string, hears: string): Promise<void> {
  await person.write(says)
  await heard(person, hears)
}
const heard = async (person: Client, words: string) => {
  const said = async () => JSON.stringify((await person.items()).at(-1))
  await expect.poll(said, { timeout: 20_000 }).toContain(words)
}
const later = () => pool.query(`UPDATE registry_poll SET asked_at = asked_at - interval '31 minutes'`)

test('a change is told once, after the process that asked was killed and two others have taken over', async () => {
  await begin('bots,api')
  const first = await begin('worker')
  const person = createClient(url)
  await ask(person, 'halo', 'Cek paspor')
  await ask(person, `cek status paspor nomor ${NUMBER} lahir 12 mei 1990`, 'Sedang diperiksa')
  await ask(person, '1', 'kami kabari')
  expect(asked).toBe(1)
  await first.kill('SIGKILL') // it would answer from its memory for a while

  const dying = await begin('worker')
  status = 'DICETAK'
  holds = true
  await later()
  await expect.poll(() => asked, { timeout: 20_000 }).toBe(2)
  await dying.kill('SIGKILL')
  holds = false

  await begin('worker')
  await begin('worker')
  await later()
  await heard(person, 'Sedang dicetak')
  expect(asked).toBe(3)
  const askedAgain = async () => {
    await later()
    return asked
  }
  await expect.poll(askedAgain, { timeout: 60_000, interval: 1000 }).toBeGreaterThan(3) // and nothing is new
  await ask(person, 'menu', 'Tulis saja keperluannya')
  const told = (await person.texts()).filter((words) => words.includes('Sedang dicetak'))
  expect(told).toHaveLength(1)
}, 180_000)
