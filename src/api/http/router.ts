import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import type { z } from 'zod'
import { hasRole } from '../../model/officer.ts'
import { assertSameSite, authenticate } from './authentication.ts'
import { requireListUpload } from '../resources/imports.ts'
import { HttpProblem, validationProblem } from './problem.ts'
import type { DeskServices, Route } from './route.ts'

/** Largest request body, unless the route says otherwise: a reply of 4,000 characters fits however it is escaped. */
const BODY_LIMIT = '100kb'

interface RouterDeps {
  readonly desk: DeskServices
  readonly publicUrl: string | null
}

/** Hangs the table of routes into a router: who asks, may they, is the request as it should be, then the handler. */
export function createRouter(routes: readonly Route[], deps: RouterDeps): Router {
  const router = express.Router()
  for (const route of routes) {
    const path = expressPath(route.path)
    const steps = [
      named(route.path),
      admitted(route, deps),
      ...(route.upload ? [requireListUpload] : []),
      ...(route.body ? [express.json({ limit: route.bodyLimit ?? BODY_LIMIT })] : []),
      answered(route, deps),
    ]
    if (route.method === 'GET') router.get(path, steps)
    else if (route.method === 'POST') router.post(path, steps)
    else if (route.method === 'PUT') router.put(path, steps)
    else router.delete(path, steps)
  }
  for (const path of new Set(routes.map((route) => route.path)))
    router.all(expressPath(path), otherMethods(path, routes))
  return router
}

function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1')
}

/** Metrics and logs speak of the route, never of the address with its numbers. */
function named(path: string): RequestHandler {
  return (_request, response, next) => {
    response.locals.route = `/api/v1${path}`
    next()
  }
}

function admitted({ minimumRole: who }: Route, { desk, publicUrl }: RouterDeps): RequestHandler {
  return async (request, response, next) => {
    if (who === 'open') assertSameSite(request, publicUrl)
    else {
      const officer = await authenticate(request, desk.officers, publicUrl)
      if (!hasRole(officer, who)) throw new HttpProblem(403, 'not-your-role', `This needs the role ${who}.`)
      response.locals.officer = officer
    }
    next()
  }
}

function answered(route: Route, { desk, publicUrl }: RouterDeps): RequestHandler {
  return async (request, response) => {
    const answer = await route.handle({
      desk,
      officer: response.locals.officer as never,
      params: request.params as never,
      query: checked(route.query, request.query) as never,
      body: checked(route.body, bodyOf(request, route)) as never,
      request,
      response,
      secureCookies: request.secure || publicUrl?.startsWith('https:') === true,
    })
    send(response, route, answer)
  }
}

function send(response: Response, { response: [status, shape] }: Route, answer: unknown): void {
  if (shape === 'file') return
  if (shape === null) response.status(status).end()
  else response.status(status).json(answer)
}

function checked(shape: z.ZodType | undefined, given: unknown): unknown {
  if (!shape) return undefined
  const parsed = shape.safeParse(given)
  if (!parsed.success) throw validationProblem(parsed.error)
  return parsed.data
}

function bodyOf(request: Request, { body }: Route): unknown {
  if (!body || request.body !== undefined) return request.body
  const sent =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0
  if (sent) throw new HttpProblem(415, 'wrong-type', 'The request must be JSON in UTF-8 (application/json).')
  return {}
}

function otherMethods(path: string, routes: readonly Route[]): RequestHandler {
  const methods = routes.filter((route) => route.path === path).map((route) => route.method)
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ')
  return () => {
    throw new HttpProblem(405, 'wrong-method', `Here one can only ${allow}.`, { allow })
  }
}
