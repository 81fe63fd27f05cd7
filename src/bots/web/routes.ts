import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Accept, Arrival, DoorRoute, DoorTools, HistoryItem, Log } from '../../desk/ports/channel.ts'
import { readBody } from './body.ts'
import type { Identity } from './identity.ts'
import { BODY_BYTES, FILE_BYTES, type Patience } from './limits.ts'
import { fromOurPage, senderIp } from './origin.ts'
import { receiveFile, receiveMessage, type Received } from './receive.ts'
import { answer, json, refuse } from './respond.ts'
import type { Recent, Streams } from './streams.ts'

export interface ChatDeps {
  readonly accept: Accept
  readonly identity: Identity
  readonly patience: Patience
  readonly recent: Recent
  readonly streams: Streams
  readonly history: DoorTools['history']
  readonly draw: DoorTools['draw']
  readonly log: Log
}

/** When to come again after "not now" (seconds). */
const RETRY_AFTER = 3

/** What the page talks to: its own chat to read, as a list or as a stream, and messages and files to send. */
export function chatRoutes(deps: ChatDeps): DoorRoute[] {
  const empty = (response: ServerResponse) => json(response, 200, { items: [] })
  // 204 tells the browser not to come again; the page opens the stream once it has a chat
  const nothing = (response: ServerResponse) => answer(response, 204, {})
  return [
    read(deps, '/chat/messages', empty, ({ items, response }) => json(response, 200, { items })),
    read(deps, '/chat/events', nothing, ({ address, items, after, response }) =>
      deps.streams.open(address, items, after, response),
    ),
    picture(deps),
    write(deps, '/chat/messages', message),
    write(deps, '/chat/files', file),
  ]
}

type Posted = Received & Pick<Arrival, 'file'>

/** `null`: not a message of this page. */
type Take = (request: IncomingMessage) => Promise<Posted | 'too-large' | null>

async function message(request: IncomingMessage): Promise<Posted | 'too-large' | null> {
  // another site cannot send this type without asking first, and is never allowed to
  if (!request.headers['content-type']?.startsWith('application/json')) return null
  const body = await readBody(request, BODY_BYTES)
  return body === 'too-large' || body === null ? body : receiveMessage(body)
}

async function file(request: IncomingMessage): Promise<Posted | 'too-large' | null> {
  const received = receiveFile(request.headers)
  if (!received) return null
  const bytes = await readBody(request, FILE_BYTES)
  if (bytes === 'too-large' || bytes === null) return bytes
  return bytes.length > 0 ? { ...received, file: { bytes } } : null
}

function write(deps: ChatDeps, path: string, take: Take): DoorRoute {
  return {
    method: 'POST',
    path,
    async handle(request, response) {
      const address = await admit(deps, request, response)
      if (!address) return
      const posted = await take(request)
      if (posted === 'too-large') return refuse(response, 'too-large')
      if (!posted) return refuse(response, 'not-understood')
      if (!(await isSafe(deps, { channel: 'web', address, ...posted })))
        return refuse(response, 'not-now', RETRY_AFTER)
      json(response, 202, { id: posted.externalId })
      deps.streams.wake(address)
    },
  }
}

/** The chat of the sender, made when new; `null` when the request has been refused. */
async function admit(
  { identity, patience }: ChatDeps,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<string | null> {
  if (!fromOurPage(request)) {
    refuse(response, 'other-site')
    return null
  }
  const ip = senderIp(request)
  const known = identity.read(request)
  const address = known ?? identity.newAddress()
  const tired = (known ? null : await patience.newChat(ip)) ?? (await patience.message(address, ip))
  if (tired) {
    refuse(response, tired.reason, tired.seconds)
    return null
  }
  // also when the message itself fails later: its retry then comes as the same person
  identity.keep(response, address)
  return address
}

async function isSafe({ accept, log }: ChatDeps, arrival: Arrival): Promise<boolean> {
  try {
    await accept([arrival])
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
function read(
  { identity, recent, log }: ChatDeps,
  path: string,
  none: (response: ServerResponse) => void,
  show: (shown: Shown) => void,
): DoorRoute {
  return {
    method: 'GET',
    path,
    async handle(request, response) {
      const address = identity.read(request)
      if (!address) return none(response)
      const after = afterOf(request)
      try {
        show({ address, items: await recent(address, after), after, response })
      } catch (error) {
        log.warn('web chat not read', { error })
        refuse(response, 'not-now', RETRY_AFTER)
      }
    },
  }
}

/** The picture of one message of the sender's own chat, by its `seq`: drawn again whenever it is asked for. */
function picture({ identity, history, draw, log }: ChatDeps): DoorRoute {
  async function cardOf(request: IncomingMessage): Promise<HistoryItem['card']> {
    const address = identity.read(request)
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
        if (!card) return refuse(response, 'not-there')
        // what was said does not change: nobody pays twice for the same picture
        const headers = { 'content-type': 'image/png', 'cache-control': 'private, max-age=604800, immutable' }
        answer(response, 200, headers, Buffer.from(await draw(card)))
      } catch (error) {
        log.warn('card not shown', { error })
        refuse(response, 'not-now', RETRY_AFTER)
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
