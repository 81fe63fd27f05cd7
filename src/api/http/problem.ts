import type { ErrorRequestHandler, Response } from 'express'
import type { z } from 'zod'
import { OperationRefused, REFUSALS, type Refusal } from '../../desk/errors.ts'
import type { Log } from '../../desk/ports/log.ts'
import { SheetError } from '../../desk/ports/sheets.ts'
import { eventJson } from '../serializers.ts'

/** Every reason an answer is not what was asked for: the desk's refusals, and those of the API itself. */
const STATUS: Readonly<Record<Refusal, number>> = {
  'not-found': 404,
  'file-not-found': 404,
  'assigned-to-another': 409,
  'answered-since': 409,
  busy: 409,
  closed: 409,
  'not-closed': 409,
  'not-assigned': 409,
  'already-rated': 409,
  'supervisors-only': 403,
  'unknown-officer': 422,
  'fact-not-found': 404,
  'fact-retired': 409,
  'fact-changed': 409,
  'fact-unknown-key': 422,
  'fact-other-kind': 422,
  'fact-hours': 422,
  'fact-kinds': 422,
  'fact-release': 422,
  'fact-span': 422,
  'fact-dates': 422,
  'fact-no-source': 422,
  'fact-twice': 409,
  'fact-words': 422,
  'application-not-found': 404,
  'not-an-application-number': 422,
  'imports-under-way': 409,
  'other-office': 403,
  'unknown-office': 422,
  'unknown-language': 422,
  'no-words': 422,
  'range-too-long': 422,
  'wrong-password': 401,
  'too-many-tries': 429,
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Sign in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported type',
  422: 'Not accepted',
  429: 'Too many tries',
  500: 'Our mistake',
  503: 'Not available now',
}

/** What a caller can act on; `waitMs` and `allow` become headers. */
type Details = Readonly<Record<string, unknown>> & { readonly waitMs?: number; readonly allow?: string }

/** An error of the API itself, answered as RFC 9457 problem details. */
export class HttpProblem extends Error {
  readonly status: number
  readonly reason: string
  readonly details: Details
  constructor(status: number, reason: string, detail: string, details: Details = {}) {
    super(detail)
    this.status = status
    this.reason = reason
    this.details = details
  }
}

/** Which fields are wrong and why; unknown fields by name. */
export function validationProblem(error: z.ZodError): HttpProblem {
  const errors = error.issues.flatMap((issue) => {
    const at = issue.path.map(String)
    if (issue.code !== 'unrecognized_keys') return [{ field: at.join('.'), message: issue.message }]
    return issue.keys.map((key) => ({ field: [...at, key].join('.'), message: 'is not a known field' }))
  })
  const detail = errors.slice(0, 5).map(({ field, message }) => (field ? `${field}: ${message}` : message))
  return new HttpProblem(422, 'wrong-fields', detail.join('; '), { errors })
}

/** The last stop of every request that went wrong. Says what, never how: no stack, no SQL, no words of a person. */
export function errorHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    if (response.headersSent) return response.destroy()
    const problem = problemOf(error)
    if (problem.status >= 500)
      log.error('request failed', { method: request.method, route: response.locals.route, error })
    send(response, problem)
  }
}

function send(response: Response, { status, reason, message: detail, details }: HttpProblem): void {
  const { waitMs, allow, ...shown } = details
  if (waitMs) response.set('Retry-After', String(Math.ceil(waitMs / 1000)))
  if (allow) response.set('Allow', allow)
  if (status === 401) response.set('WWW-Authenticate', 'Bearer')
  const type = `urn:tanyapaspor:problem:${reason}`
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type, title: TITLES[status] ?? 'Problem', status, detail, reason, ...shown }))
}

function problemOf(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error
  if (error instanceof OperationRefused) return refusal(error)
  if (error instanceof SheetError) {
    const { reason, message, details: facts } = error
    return new HttpProblem(reason.endsWith('too-large') ? 413 : 422, reason, message, { ...facts })
  }
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  if (status === 413)
    return new HttpProblem(413, 'too-large', 'The request is larger than what is taken here.')
  if (status === 415)
    return new HttpProblem(415, 'wrong-type', 'The request must be JSON in UTF-8 (application/json).')
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new HttpProblem(
      400,
      'malformed',
      'The request could not be read: its JSON or its address is not well formed.',
    )
  if (isAway(error))
    return new HttpProblem(503, 'database-away', 'The database cannot be reached just now. Try again soon.', {
      waitMs: 5000,
    })
  return new HttpProblem(500, 'ours', 'Something went wrong on our side. It has been noted.')
}

function refusal({ reason, details: facts }: OperationRefused): HttpProblem {
  const { events, field, ...rest } = facts
  return new HttpProblem(STATUS[reason], reason, REFUSALS[reason], {
    ...rest,
    ...(events && { events: events.map(eventJson) }),
    ...(field && { errors: [{ field, message: REFUSALS[reason] }] }),
  })
}

const AWAY_CODE =
  /^(ECONN\w+|ETIMEDOUT|EPIPE|ENOTFOUND|P1001|P1002|P1008|P1017|P2024|08\w{3}|57P\w{2}|53300)$/
const AWAY_MESSAGE = /connection terminated|timeout exceeded when trying to connect/i

/** Could the database not be reached (as opposed to: did it refuse what we asked)? */
function isAway(error: unknown): boolean {
  for (let at = error; typeof at === 'object' && at !== null; at = 'cause' in at ? at.cause : null) {
    if ('code' in at && AWAY_CODE.test(String(at.code))) return true
    if ('message' in at && AWAY_MESSAGE.test(String(at.message))) return true
  }
  return false
}
