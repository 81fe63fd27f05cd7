import { existsSync } from 'node:fs'
import path from 'node:path'
import express, { type RequestHandler, type Router } from 'express'

/** The console's built files. An address that only the console knows gets its page, when a person's browser asks for one. */
export function consolePages(dir: string): Router {
  const router = express.Router()
  const index = path.resolve(dir, 'index.html')
  router.use(express.static(path.resolve(dir), { setHeaders: cache }))
  const fallback: RequestHandler = (request, response, next) => {
    const navigation = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    if (!navigation || request.path.startsWith('/api/') || !existsSync(index)) return next()
    response.locals.route = 'console'
    response.set('Cache-Control', 'no-cache').sendFile(index)
  }
  router.use(fallback)
  return router
}

/** Built files carry their hash in the name and never change; the page that names them is asked for each time. */
function cache(response: { setHeader(name: string, value: string): unknown }, file: string): void {
  const fixed = file.includes(`${path.sep}assets${path.sep}`)
  response.setHeader('Cache-Control', fixed ? 'public, max-age=31536000, immutable' : 'no-cache')
}
