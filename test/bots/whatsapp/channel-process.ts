import { once } from 'node:events'
import pg from 'pg'
import { createPrisma } from '../../../src/adapters/prisma/client.ts'
import { createWhatsAppKeyStore } from '../../../src/adapters/prisma/whatsapp-keys.ts'
import { createLog } from '../../../src/adapters/log.ts'
import { createEncryption } from '../../../src/adapters/encryption.ts'
import { createWhatsAppChannel } from '../../../src/bots/whatsapp/channel.ts'
import type { Accept } from '../../../src/desk/ports/channel.ts'

// The channel in a process of its own, as the service runs it: it reports on its IPC channel, answers what it accepts,
// and dies in the middle of an answer when told to. Everything it prints is watched by the test.
const { DATABASE_URL = '', WA_URL = '', WA_SESSION = '', WA_SECRET = '' } = process.env
const pool = new pg.Pool({ connectionString: DATABASE_URL })
const encryption = createEncryption(WA_SECRET)
const tell = (event: object) => process.send!(event)

const accept: Accept = async (accepted) => {
  for (const { address, externalId, content } of accepted) {
    const text = content.kind === 'text' ? content.text : content.kind
    tell({ accepted: text })
    const answer = { text: `echo: ${text}`, choices: [], question: 0 }
    const sending = channel.send({ id: externalId, to: address, content: answer })
    if (text === 'die') process.kill(process.pid, 'SIGKILL')
    tell({ sent: await sending })
  }
}

const channel = createWhatsAppChannel(
  { session: WA_SESSION, url: WA_URL, pace: false, announce: () => tell(channel.status()) },
  {
    accept,
    history: async () => [],
    draw: async () => new Uint8Array(),
    encryption,
    log: createLog('info'),
    now: Date.now,
  },
  createWhatsAppKeyStore({ pool, prisma: createPrisma(pool), url: DATABASE_URL, encryption }),
)
await channel.start()
await once(process, 'SIGTERM')
await channel.stop()
await pool.end()
process.disconnect()
