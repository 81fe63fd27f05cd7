import type { IncomingMessage, ServerResponse } from 'node:http'
import type {
  Accept,
  InboundMessage,
  ChannelRoute,
  ChannelContext,
  HistoryItem,
} from '../../desk/ports/channel.ts'
import type { Log } from '../../desk/ports/log.ts'
import { readRequestBody } from '../../http/body.ts'
import type { ChatSession } from './chat-session.ts'
import { MAX_BODY_BYTES, MAX_FILE_BYTES, type RateLimiter } from './limits.ts'
import { isSameOrigin, clientIp } from './origin.ts'
import { parsePostedFile, parsePostedMessage, type PostedMessage } from './posted-message.ts'
import { respond, respondJson, respondProblem } from './respond.ts'
import type { HistoryReader, EventStreams } from './event-streams.ts'

interface ChatRouteDeps {
  readonly accept: Accept
  readonly session: ChatSession
  readonly rateLimiter: RateLimiter
  readonly readHistory: HistoryReader
  readonly streams: EventStreams
  readonly history: ChannelContext['history']
  readonly draw: ChannelContext['draw']
  readonly log: Log
}

/** When to come again after "not now" (seconds). */
const RETRY_AFTER = 3

/** What the page talks to: its own chat to read, as a list or as a stream, and messages and files to send. */
export function chatRoutes(deps: ChatRouteDeps): ChannelRoute[] {
  const empty = (response: ServerResponse) => respondJson(response, 200, { items: [] })
  // 204 tells the browser not to come again; the page opens the stream once it has a chat
  const nothing = (response: ServerResponse) => respond(response, 204, {})
  return [
    readRoute(deps, '/chat/messages', empty, ({ items, response }) => respondJson(response, 200, { items })),
    readRoute(deps, '/chat/events', nothing, ({ address, items, after, response }) =>
      deps.streams.open(address, items, after, response),
    ),
    picture(deps),
    write(deps, '/chat/messages', message),
    write(deps, '/chat/files', file),
  ]
}

type Posted = PostedMessage & Pick<InboundMessage, 'file'>

/** `null`: not a message of this page. */
type Take = (request: IncomingMessage) => Promise<Posted | 'too-large' | null>

async function message(request: IncomingMessage): Promise<Posted | 'too-large' | null> {
  // another site cannot send this type without asking first, and is never allowed to
  if (!request.headers['content-type']?.startsWith('application/json')) return null
  const body = await readRequestBody(request, MAX_BODY_BYTES)
  return body === 'too-large' || body === null ? body : parsePostedMessage(body)
}

async function file(request: IncomingMessage): Promise<Posted | 'too-large' | null> {
  const received = parsePostedFile(request.headers)
  if (!received) return null
  const bytes = await readRequestBody(request, MAX_FILE_BYTES)
  if (bytes === 'too-large' || bytes === null) return bytes
  return bytes.length > 0 ? { ...received, file: { bytes } } : null
}

function write(deps: ChatRouteDeps, path: string, take: Take): ChannelRoute {
  return {
    method: 'POST',
    path,
    async handle(request, response) {
      const address = await admit(deps, request, response)
      if (!address) return
      const posted = await take(request)
      if (posted === 'too-large') return respondProblem(response, 'too-large')
      if (!posted) return respondProblem(response, 'not-understood')
      if (!(await isSafe(deps, { channel: 'web', address, ...posted })))
        return respondProblem(response, 'not-now', RETRY_AFTER)
      respondJson(response, 202, { id: posted.externalId })
      deps.streams.notify(address)
    },
  }
}

/** The chat of the sender, made when new; `null` when the request has been refused. */
async function admit(
  { session, rateLimiter }: ChatRouteDeps,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<string | null> {
  if (!isSameOrigin(request)) {
    respondProblem(response, 'other-site')
    return null
  }
  const ip = clientIp(request)
  const known = session.readAddress(request)
  const address = known ?? session.newAddress()
  const exceeded =
    (known ? null : await rateLimiter.consumeNewChat(ip)) ?? (await rateLimiter.consumeMessage(address, ip))
  if (exceeded) {
    respondProblem(response, exceeded.reason, exceeded.seconds)
    return null
  }
  // also when the message itself fails later: its retry then comes as the same person
  session.setCookie(response, address)
  return address
}

async function isSafe({ accept, log }: ChatRouteDeps, inbound: InboundMessage): Promise<boolean> {
  try {
    await accept([inbound])
    return true
  } catch (error) {
    log.warn('web message not accepted', { error })
    return false
  }
}

interface Shown {
  readonly address: string
  readonly items: readonly HistoryItem[]
  readonly after: string
  readonly response: ServerResponse
}

/** A route that reads the sender's own chat; `none` answers who has no chat yet. */
function readRoute(
  { session, readHistory, log }: ChatRouteDeps,
  path: string,
  none: (response: ServerResponse) => void,
  show: (shown: Shown) => void,
): ChannelRoute {
  return {
    method: 'GET',
    path,
    async handle(request, response) {
      const address = session.readAddress(request)
      if (!address) return none(response)
      const after = afterOf(request)
      try {
        show({ address, items: await readHistory(address, after), after, response })
      } catch (error) {
        log.warn('web chat not read', { error })
        respondProblem(response, 'not-now', RETRY_AFTER)
      }
    },
  }
}

/** The picture of one message of the sender's own chat, by its `seq`: drawn again whenever it is asked for. */
function picture({ session, history, draw, log }: ChatRouteDeps): ChannelRoute {
  async function cardOf(request: IncomingMessage): Promise<HistoryItem['card']> {
    const address = session.readAddress(request)
    const seq = new URL(request.url ?? '', 'http://page').searchParams.get('seq') ?? ''
    if (!address || !/^\d{1,15}$/.test(seq)) return null
    const items = await history('web', address, String(Number(seq) - 1))
    return items.find((item) => item.seq === seq)?.card ?? null
  }
  return {
    method: 'GET',
    path: '/chat/card',
    async handle(request, response) {
      try {
        const card = await cardOf(request)
        if (!card) return respondProblem(response, 'not-there')
        // what was said does not change: nobody pays twice for the same picture
        const headers = { 'content-type': 'image/png', 'cache-control': 'private, max-age=604800, immutable' }
        respond(response, 200, headers, Buffer.from(await draw(card)))
      } catch (error) {
        log.warn('card not shown', { error })
        respondProblem(response, 'not-now', RETRY_AFTER)
      }
    },
  }
}

/** Where the reader is: a stream that comes again says it in a header, the page in the address. */
function afterOf({ headers, url }: IncomingMessage): string {
  const again = headers['last-event-id']
  if (typeof again === 'string' && again) return again
  return new URL(url ?? '', 'http://page').searchParams.get('after') ?? ''
}
