import { createEncryption } from '../../src/adapters/encryption.ts'
import { createCredentialCrypto } from '../../src/adapters/secrets.ts'
import { silentLog } from '../../src/adapters/log.ts'
import { createPrisma } from '../../src/adapters/prisma/client.ts'
import { createOfficerStore } from '../../src/adapters/prisma/officers.ts'
import { createPool } from '../../src/adapters/prisma/pool.ts'
import { readConfig } from '../../src/config.ts'
import { startSystem } from '../../src/start.ts'
import { createClient, type Client } from '../bots/web/client.ts'
import { freshDatabase } from '../support/database.ts'
import { temporaryFolder } from '../support/system.ts'

const SECRET_KEY = 'a secret of sixteen or more'
export const PASSWORD = 'kata sandi yang panjang'

/** The whole product in this process on a database of its own, with officers and applicants of the web page. */
export async function startDesk() {
  const database = await freshDatabase()
  const folder = temporaryFolder()
  const system = await startSystem(
    readConfig({
      PORT: '0',
      DATABASE_URL: database.url,
      DATA_DIR: folder.path,
      SECRET_KEY,
      LOG_LEVEL: 'silent',
      BURST_PAUSE: '0',
    }),
  )
  const url = /console +(http\S+)\/$/m.exec(system.greeting.join('\n'))![1]!
  const pool = createPool(database.url, silentLog)
  const store = createOfficerStore(createPrisma(pool), createEncryption(SECRET_KEY))
  const passwordHash = await createCredentialCrypto().hashPassword(PASSWORD)
  const people = [
    { email: 'sari@kantor.example', name: 'Sari', role: 'ambassador' },
    { email: 'budi@kantor.example', name: 'Budi', role: 'supervisor' },
    { email: 'tono@kantor.example', name: 'Tono', role: 'admin' },
  ] as const
  for (const person of people) await store.add({ ...person, office: null, passwordHash })

  return {
    url,
    pool,
    /** A person who complains through the chat page; resolves with their client and the ticket's number. */
    complain: (group: string, story: string) => complain(url, group, story),
    async stop() {
      await system.stop()
      await pool.end()
      await database.drop()
      folder.remove()
    },
  }
}

export type Desk = Awaited<ReturnType<typeof startDesk>>

async function complain(url: string, group: string, story: string) {
  const person = createClient(url)
  await said(person, 'Halo', 'Lapor masalah')
  await said(person, 'lapor', 'Ceritakan saja')
  await said(person, '1', 'tentang apa')
  await said(person, group, 'paling cocok')
  await said(person, '1', 'terjadi')
  // the app belongs to no office
  if (group === '1') await said(person, story, 'Kirim sekarang')
  else {
    await said(person, story, 'kantor mana')
    await said(person, '1', 'Kirim sekarang')
  }
  await person.file(Buffer.from(PIXEL, 'base64'), 'image/png')
  await until(async () => (await person.texts()).some((text) => text.includes('berkas: 1')))
  await person.write('1')
  // more may follow the number: other ways to complain
  await until(async () => (await person.texts()).some((text) => text.includes('Nomor laporan')))
  const receipt = (await person.texts()).find((text) => text.includes('Nomor laporan'))!
  return { person, number: /[A-Z]{3}-\d{6}-\d{3}-[\dA-Z]/.exec(receipt)![0] }
}

/** Writes and waits until the bot has said something with `answer` in it (texts or buttons). */
async function said(person: Client, text: string, answer: string): Promise<void> {
  await person.write(text)
  await until(async () => JSON.stringify((await person.items()).at(-1)).includes(answer))
}

export async function until(true_: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await true_()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('waited in vain')
}

/** A small grey picture. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAAAoCAAAAABrpaM1AAAAYUlEQVR42mMQEZOQkpFTUFJR09DS0TMwMjGzsLKxc3BycfPw8vELCAoJi4iKiUtI' +
  'SknLyMrJKygqKauoqqlraGpp6+jq6ZswiWHUgFEDRg0YNWDUgFEDRg0YNWDUgOFoAAAumz4uRmwWLgAAAABJRU5ErkJggg=='
