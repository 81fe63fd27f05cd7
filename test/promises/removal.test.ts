import type { Server } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient, type Client } from '../bots/web/client.ts'
import { newDeployment, type Deployment } from '../support/deployment.ts'
import { signInFirst, type SignedInOfficer } from '../support/officer.ts'
import { startSystem, type Running } from '../support/system.ts'
import { createStandIn } from '../support/stand-in.ts'

/** A photo nobody asked for is gone, whatever is killed between the answer and the removal. The file store is a small S3. */

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const objects = new Map<string, Buffer>()
let asked = 0
/** A store that takes a removal and does not do it: the process dies meanwhile. */
let stuck = true

let store: Server
let deployment: Deployment
let pool: Deployment['pool']
let env: Record<string, string>
let running: Running
let officer: SignedInOfficer
let url: string

beforeAll(async () => {
  store = createStandIn(async (request, response) => {
    const { method, url = '' } = request
    const bytes = await buffer(request)
    if (method === 'PUT') objects.set(url, bytes)
    if (method === 'DELETE') {
      asked++
      if (stuck) return
      objects.delete(url)
    }
    response.writeHead(200).end()
  })
  await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve))
  deployment = await newDeployment()
  ;({ pool, url } = deployment)
  env = {
    ...deployment.env,
    FILES_URL: `http://KEY:SECRET@127.0.0.1:${(store.address() as { port: number }).port}/bucket`,
  }
  running = await startSystem(env)
  officer = await signInFirst(url, running.stdoutText())
}, 60_000)

afterAll(async () => {
  await running.kill('SIGINT')
  store.closeAllConnections()
  store.close()
  await deployment.clear()
})

const heard = async (person: Client, words: string) => {
  const said = async () => JSON.stringify((await person.items()).at(-1))
  await expect.poll(said, { timeout: 15_000 }).toContain(words)
}
const rows = async () =>
  (
    await pool.query(
      'SELECT (SELECT count(*)::int FROM stored_file) AS files, (SELECT count(*)::int FROM file_removal) AS removals',
    )
  ).rows[0]

test('killed after the answer and before the bytes are gone, the next process removes them', async () => {
  const person = createClient(url)
  await person.write('menu')
  await heard(person, 'Surat yang dibawa')
  await person.write('1')
  await heard(person, 'untuk siapa')
  await person.file(PIXEL, 'image/png')
  await heard(person, 'tidak kami simpan')
  expect(await rows()).toEqual({ files: 0, removals: 1 })
  await expect.poll(() => asked, { timeout: 15_000 }).toBeGreaterThan(0)
  await running.kill('SIGKILL')
  expect(objects.size).toBe(1)

  stuck = false
  await pool.query('UPDATE file_removal SET due_at = now()') // a minute later
  running = await startSystem(env)
  await expect.poll(() => objects.size, { timeout: 15_000 }).toBe(0)
  await expect.poll(rows, { timeout: 15_000 }).toEqual({ files: 0, removals: 0 })

  await person.write('petugas')
  await heard(person, 'Apa')
  await person.write('Berapa lama paspor jadi?')
  await heard(person, 'Nomor laporan')
  const number = /[A-Z]{3}-\d{6}-\d{3}-[\dA-Z]/.exec((await person.texts()).at(-1)!)![0]
  const { conversation } = (await officer.get(`/tickets/${number}`)).body
  const shown = conversation.flatMap((item: { attachment: unknown }) => item.attachment ?? [])
  expect(shown).toEqual([{ media: 'photo', id: null, mime: null, bytes: null, refused: 'removed' }])
}, 90_000)
