import express, { type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import type { Log } from '../desk/ports/log.ts'
import { createMetrics } from './http/metrics.ts'
import { openApiDocument } from './http/openapi.ts'
import { consolePages } from './http/console-pages.ts'
import { errorHandler, HttpProblem } from './http/problem.ts'
import type { DeskServices } from './http/route.ts'
import { ROUTES } from './routes.ts'
import { createRouter } from './http/router.ts'

export interface ApiDeps {
  /** Null in a process without the officers' API: health and metrics only. */
  readonly desk: DeskServices | null
  /** Can the database be reached? */
  readonly ready: () => Promise<boolean>
  readonly log: Log
  /** The console's built files; null: none. */
  readonly consoleDir: string | null
  /** The address people use when a proxy stands before us; https makes cookies Secure. */
  readonly publicUrl: string | null
}

/** The officers' API: `/api/v1`, `/api/openapi.json`, the console at `/`, `/healthz`, `/readyz` and `/metrics`. */
export function createApi({ desk, ready, log, consoleDir, publicUrl }: ApiDeps): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  // only a proxy on this machine may say for whom it asks
  app.set('trust proxy', 'loopback')
  const metrics = createMetrics(desk?.officers ?? null)
  app.use(metrics.recordRequest, headers(publicUrl))
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }))
  app.get('/readyz', async (_request, response) => {
    if (!(await ready()))
      throw new HttpProblem(503, 'database-away', 'The database cannot be reached just now.')
    response.json({ status: 'ready' })
  })
  app.get('/metrics', metrics.serveMetrics)
  if (desk) {
    const description = openApiDocument(ROUTES)
    app.use('/api', (_request, response, next) => {
      response.set('Cache-Control', 'no-store')
      next()
    })
    app.get('/api/openapi.json', (_request, response) => void response.json(description))
    app.use('/api/v1', createRouter(ROUTES, { desk, publicUrl }))
    if (consoleDir) app.use(consolePages(consoleDir))
  }
  app.use(() => {
    throw new HttpProblem(404, 'no-such-page', 'There is nothing at this address.')
  })
  app.use(errorHandler(log))
  return app
}

/** Nothing but our own scripts, styles and pictures; nobody may frame us. */
function headers(publicUrl: string | null): RequestHandler {
  const self = ["'self'"]
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: self,
        styleSrc: self,
        fontSrc: self,
        connectSrc: self,
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        manifestSrc: self,
        formAction: self,
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: publicUrl?.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
  })
}
