import type { ServerResponse } from 'node:http'

/** What every answer of this channel carries: nothing from elsewhere runs here, and nobody frames or sniffs it. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

export type ResponseHeaders = Readonly<Record<string, string | number>>

/** Ends the response with `body`; headers given win over the common ones. */
export function respond(
  response: ServerResponse,
  status: number,
  headers: ResponseHeaders,
  body?: string | Buffer,
) {
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
  response.writeHead(status, { ...HEADERS, 'cache-control': 'no-store', ...length, ...headers })
  response.end(body)
}

export function respondJson(response: ServerResponse, status: number, value: unknown): void {
  respond(response, status, { 'content-type': 'application/json' }, JSON.stringify(value))
}

/** Opens an event stream (server-sent events); the browser comes again 3 s after a cut. */
export function openEventStream(response: ServerResponse): void {
  const type = { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' }
  response.writeHead(200, { ...HEADERS, 'cache-control': 'no-store', ...type })
  response.write('retry: 3000\n\n')
}

/** Why a request was refused; the page has its own words for each. */
const PROBLEMS = {
  'not-understood': [400, 'The request is not a message of this page.'],
  'other-site': [403, 'Messages are taken from our own page only.'],
  'not-there': [404, 'There is no such picture in this chat.'],
  'too-large': [413, 'That is larger than we can take.'],
  'too-fast': [429, 'Messages came too fast.'],
  'too-many-chats': [429, 'Too many new chats from this connection.'],
  'not-now': [503, 'We cannot take messages at this moment.'],
} as const

type ProblemReason = keyof typeof PROBLEMS

/** Refuses with problem details (RFC 9457); `seconds` says when to come again. */
export function respondProblem(response: ServerResponse, reason: ProblemReason, seconds?: number): void {
  const [status, detail] = PROBLEMS[reason]
  const headers: Record<string, string | number> = { 'content-type': 'application/problem+json' }
  if (seconds !== undefined) headers['retry-after'] = seconds
  // what was not read of the request is let run out, so that the sender gets to read this answer
  response.req?.resume()
  const body = { type: 'about:blank', title: detail, status, detail, reason }
  respond(response, status, headers, JSON.stringify(body))
}
