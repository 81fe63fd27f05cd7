import { recordUndeliverable } from './adapters/prisma/tickets/store.ts'
import { createWhatsAppKeyStore } from './adapters/prisma/whatsapp-keys.ts'
import { detectAllowedType, sha256 } from './adapters/files/file-type.ts'
import { silentLog } from './adapters/log.ts'
import { createChannels, type ChannelSettings } from './bots/index.ts'
import type { Config } from './config.ts'
import { createDesk, type Desk } from './desk/index.ts'
import type { Channel, Log } from './desk/ports/channel.ts'
import { startHttpServer } from './http-server.ts'
import { createOfficerApi, type OfficerApi } from './officer-api.ts'
import { startRuntime, stopAll, type Runtime, type Stoppable } from './runtime.ts'

export interface System {
  /** What to tell the person who started it: addresses, and the first account once. */
  readonly greeting: readonly string[]
  readonly log: Log
  stop(): Promise<void>
}

/** The whole, in order; stopped in reverse. A failed start undoes what had started. */
export async function startSystem(config: Config): Promise<System> {
  const stops: Stoppable[] = []
  try {
    const runtime = await startRuntime(config, stops)
    const desk = openDesk(runtime, config.ROLES.includes('worker'))
    const doors = config.ROLES.includes('bots')
      ? await createChannels(doorSettings(runtime), desk.channelContext)
      : []
    const officers = await createOfficerApi(runtime, desk.notifier, config.ROLES.includes('api'))
    const address = await openHttp(runtime, doors, officers, stops)
    stops.push({ name: 'desk', stop: desk.close })
    await desk.open(doors)
    return {
      greeting: greeting(address, config, officers),
      log: runtime.log,
      stop: () => stopAll(stops, runtime.log),
    }
  } catch (error) {
    await stopAll(stops, silentLog)
    throw error
  }
}

/** The desk on this runtime; `worker`: does this process think? Also what `npm run chat` stands on. */
export function openDesk(runtime: Runtime, worker: boolean): Desk {
  const { config, pool } = runtime
  return createDesk({
    ...runtime,
    typeOf: detectAllowedType,
    sha256,
    office: config.OFFICE,
    paced: config.PACE === 'on',
    worker,
    onUndeliverable: (outboundId, failure) => recordUndeliverable(pool, outboundId, failure),
  })
}

async function openHttp(
  { config, log }: Runtime,
  doors: readonly Channel[],
  officers: OfficerApi,
  stops: Stoppable[],
): Promise<string> {
  const routes = doors.flatMap((door) => door.routes)
  const server = await startHttpServer(
    { host: config.HOST, port: config.PORT },
    routes,
    officers.handler,
    log,
  )
  stops.push({ name: 'http', stop: server.stop })
  return server.address
}

function doorSettings(runtime: Runtime): ChannelSettings {
  const { config, pool, prisma, databaseUrl, encryption } = runtime
  const pace = config.PACE === 'on'
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, TELEGRAM_WEBHOOK_URL: url } = config
  const webhook = url ? { url, secret: config.TELEGRAM_WEBHOOK_SECRET! } : null
  return {
    web: { secure: config.PUBLIC_URL?.startsWith('https:') ?? false },
    telegram: token ? { token, pace, ...(apiRoot && { apiRoot }), ...(webhook && { webhook }) } : null,
    whatsapp:
      config.WHATSAPP === 'baileys'
        ? {
            session: encryption.hash('whatsapp', config.WHATSAPP_PHONE ?? 'office').slice(0, 16), // kept in plain: no number in it
            pace,
            announce: (text) => process.stdout.write(`${text}\n`),
            store: createWhatsAppKeyStore({ pool, prisma, url: databaseUrl, seal: encryption }),
            ...(config.WHATSAPP_PHONE && { phone: config.WHATSAPP_PHONE }),
            ...(config.WHATSAPP_WEB_SOCKET_URL && { url: config.WHATSAPP_WEB_SOCKET_URL }),
          }
        : null,
  }
}

function greeting(address: string, config: Config, officers: OfficerApi): string[] {
  const lines = ['TanyaPaspor is ready.']
  if (config.ROLES.includes('bots')) lines.push(`  chat page   ${address}/chat`)
  if (config.ROLES.includes('api'))
    lines.push(
      `  console     ${address}/`,
      `  API         ${address}/api/v1 (described at ${address}/api/openapi.json)`,
    )
  if (officers.firstAccount)
    lines.push(
      `  first sign-in, shown only now: ${officers.firstAccount.email}  ${officers.firstAccount.password}`,
    )
  return lines.length > 1 ? lines : [...lines, `  health      ${address}/healthz`]
}
