import type { Request, RequestHandler } from 'express'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Officers } from '../../desk/officers.ts'
import { authenticate } from './authentication.ts'
import { HttpProblem } from './problem.ts'

interface Metrics {
  /** Counts every request by its route. */
  readonly recordRequest: RequestHandler
  /** Prometheus' page: for a scraper on this machine, or for an admin's bearer token. Numbers and route names only. */
  readonly serveMetrics: RequestHandler
}

export function createMetrics(officers: Officers | null): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const took = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Requests of the officers’ API by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  })
  return {
    recordRequest(request, response, next) {
      const stop = took.startTimer({ method: request.method })
      response.once('close', () =>
        stop({ route: String(response.locals.route ?? 'other'), status: response.statusCode }),
      )
      next()
    },
    async serveMetrics(request, response) {
      response.locals.route = '/metrics'
      if (!isLocal(request)) await adminOnly(request, officers)
      response.type(registry.contentType).send(await registry.metrics())
    },
  }
}

/** From this very machine and not passed on by a proxy. */
function isLocal({ socket, headers }: Request): boolean {
  const local = /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '')
  return local && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined
}

async function adminOnly(request: Request, officers: Officers | null): Promise<void> {
  const account = officers ? await authenticate(request, officers, null) : null
  if (account?.role !== 'admin') throw new HttpProblem(403, 'not-your-role', 'This needs the role admin.')
}
