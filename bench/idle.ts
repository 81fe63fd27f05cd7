import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { TgFakeServer } from '../test/peers/telegram/src/server.ts'
import { freePort } from '../test/support/redis.ts'
import { startSystem, temporaryFolder } from '../test/support/system.ts'
import { startWhatsAppPeer, TRUST_ROOT, whatsAppEnv } from '../test/support/whatsapp.ts'
import { usage } from './measure.ts'

/** At rest: how much memory with every channel on, and how long `npm start` takes when nothing is new. */
export async function idle(seconds: number): Promise<Record<string, unknown>> {
  const folder = temporaryFolder()
  try {
    const env = { DATA_DIR: folder.path, PORT: String(await freePort()) }
    await npmStart(env) // the first: makes the database
    const startsMs = [await npmStart(env), await npmStart(env), await npmStart(env)]
    return { node: process.version, secondStartMs: startsMs, ...(await memory(env, seconds)) }
  } finally {
    folder.remove()
  }
}

/** Milliseconds from the command to its greeting. */
async function npmStart(env: Readonly<Record<string, string>>): Promise<number> {
  const began = performance.now()
  // a group of its own, so that it can be interrupted whole, as by Ctrl-C in a terminal
  const npm = spawn('npm', ['start'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const ended = new Promise((resolve) => npm.once('exit', resolve))
  await new Promise<void>((resolve, reject) => {
    npm.stdout.on('data', (text) => String(text).includes('is ready') && resolve())
    void ended.then(() => reject(new Error('npm start ended')))
  })
  const took = Math.round(performance.now() - began)
  process.kill(-npm.pid!, 'SIGINT')
  await ended
  return took
}

/** Resident memory (MB) of the product's process with Telegram polled, WhatsApp linked, web, worker and API. */
async function memory(env: Readonly<Record<string, string>>, seconds: number) {
  const [telegram, whatsapp] = [await TgFakeServer.start(), await startWhatsAppPeer()]
  const office = whatsapp.addAccount('6281100000001', 'Kantor')
  const settings = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot }
  // as `npm start` sets it (scripts/run.mjs)
  const arenas = { MALLOC_ARENA_MAX: '1' }
  const product = await startSystem(
    { ...env, ...settings, ...arenas, ...whatsAppEnv(whatsapp, office) },
    TRUST_ROOT,
  )
  const pid = product.process.pid!
  const startedMb = usage(pid).rssMb
  office.enterPairingCode(await pairingCode(product.stdoutText))
  await whatsapp.online(office)
  const linkedMb = usage(pid).rssMb
  await sleep(seconds * 1000)
  const idleMb = usage(pid).rssMb
  await product.kill('SIGINT')
  await telegram.stop()
  await whatsapp.stop()
  return { startedMb, linkedMb, idleSeconds: seconds, idleMb }
}

async function pairingCode(said: () => string): Promise<string> {
  for (;;) {
    const [, first, second] = /type: (\w{4})-(\w{4})/.exec(said()) ?? []
    if (first && second) return first + second
    await sleep(50)
  }
}
