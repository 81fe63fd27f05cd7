import { recordUndeliverable } from './adapters/prisma/tickets/store.ts'
import { detectAllowedType, sha256 } from './adapters/files/file-type.ts'
import { silentLog } from './adapters/log.ts'
import { createChannels } from './bots/index.ts'
import { channelSettings } from './channel-settings.ts'
import type { Config } from './config.ts'
import { createDesk, type Desk } from './desk/index.ts'
import type { Channel } from './desk/ports/channel.ts'
import type { Log } from './desk/ports/log.ts'
import { burstPauseOf } from './model/messages/channel.ts'
import { startHttpServer } from './http-server.ts'
import { createOfficerApi, type OfficerApi } from './officer-api.ts'
import { startRuntime, stopAll, type Runtime, type Stoppable } from './runtime.ts'

/** The running program. */
interface System {
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
    const channels = config.ROLES.includes('bots')
      ? await createChannels(channelSettings(runtime), desk.channelContext)
      : []
    const officers = await createOfficerApi(runtime, desk.notifier, config.ROLES.includes('api'))
    const address = await openHttp(runtime, channels, officers, stops)
    stops.push({ name: 'desk', stop: desk.close })
    await desk.open(channels)
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

/** The desk on this runtime; `worker`: does this process hold conversations? Also what `npm run chat` stands on. */
export function openDesk(runtime: Runtime, worker: boolean): Desk {
  const { config, pool } = runtime
  return createDesk({
    ...runtime,
    typeOf: detectAllowedType,
    sha256,
    office: config.OFFICE,
    paced: config.PACE === 'on',
    burstPause: (channel) => burstPauseOf(channel, config.BURST_PAUSE),
    worker,
    onUndeliverable: (outboundId, failure) => recordUndeliverable(pool, outboundId, failure),
  })
}

async function openHttp(
  { config, log }: Runtime,
  channels: readonly Channel[],
  officers: OfficerApi,
  stops: Stoppable[],
): Promise<string> {
  const routes = channels.flatMap((channel) => channel.routes)
  const server = await startHttpServer(
    { host: config.HOST, port: config.PORT },
    routes,
    officers.handler,
    log,
  )
  stops.push({ name: 'http', stop: server.stop })
  return server.address
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
