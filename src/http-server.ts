import { createServer, type IncomingMessage, type ServerResponse, type Server } from 'node:http'
import type { ChannelRoute } from './desk/ports/channel.ts'
import type { Log } from './desk/ports/log.ts'
import { portOf } from './http/port.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** How long open requests may finish when we stop (ms). */
const GRACE = 3_000

/**
 * One HTTP server: the channels' own routes first, by exact method and path (no web framework on the hot path),
 * everything else to the officers' API. Returns the address it listens on. Rejects when it cannot listen there.
 */
export async function startHttpServer(
  settings: { host: string; port: number },
  routes: readonly ChannelRoute[],
  rest: Handler,
  log: Log,
): Promise<{ address: string; stop: () => Promise<void> }> {
  const table = new Map(routes.map((route) => [`${route.method} ${route.path}`, route.handle]))
  const server = createServer((request, response) => {
    const handle = table.get(`${request.method} ${pathOf(request)}`)
    if (!handle) return rest(request, response)
    Promise.resolve(handle(request, response)).catch((error: unknown) => {
      log.error('channel route failed', { path: pathOf(request), error })
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await listen(server, settings)
  return { address: addressOf(server, settings.host), stop: () => close(server) }
}

function addressOf(server: Server, host: string): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${portOf(server)}`
}

function pathOf(request: IncomingMessage): string {
  const url = request.url ?? '/'
  const query = url.indexOf('?')
  return query === -1 ? url : url.slice(0, query)
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), GRACE).unref()
  })
}
