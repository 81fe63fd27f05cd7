import { timingSafeEqual } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { Update } from 'telegraf/types'
import type { ChannelRoute } from '../../desk/ports/channel.ts'
import type { Log } from '../../desk/ports/log.ts'
import { readRequestBody } from '../../http/body.ts'
import { WEBHOOK_PATH } from './settings.ts'

const SECRET_HEADER = 'x-telegram-bot-api-secret-token'
/** An update is some kilobytes; whatever is larger did not come from Telegram. */
const BODY_BYTES = 1024 * 1024
/** When Telegram shall come again while we cannot store (s); its own pauses would grow to a minute. */
const RETRY_AFTER = '1'

/**
 * Where Telegram posts updates. Answered with 200 only when `take` resolved; a 503 makes Telegram come again, in order.
 * Hot path: no framework, one buffer, one parse.
 */
export function webhookRoute(
  secret: string,
  take: (update: Update) => Promise<void>,
  log: Log,
): ChannelRoute {
  const expected = Buffer.from(secret)
  return {
    method: 'POST',
    path: WEBHOOK_PATH,
    async handle(request, response) {
      if (!isSecret(expected, request.headers[SECRET_HEADER])) {
        log.warn('telegram webhook refused: wrong secret')
        return refuse(response, 401)
      }
      const body = await readRequestBody(request, BODY_BYTES)
      if (body === 'too-large') return refuse(response, 413)
      if (body === null) return
      const update = parse(body)
      if (!update) {
        log.warn('telegram webhook refused: not an update', { bytes: body.length })
        return refuse(response, 400)
      }
      await take(update).then(
        () => confirm(response, update),
        (error: unknown) => {
          log.warn('telegram update not stored yet', { update: update.update_id, error })
          response.writeHead(503, { 'retry-after': RETRY_AFTER }).end()
        },
      )
    },
  }
}

/**
 * 200. A tap is answered in the same breath: Telegram runs the method named in the answer, which saves a call. Its result
 * is thrown away, so nothing else is ever sent this way.
 */
function confirm(response: ServerResponse, update: Update): void {
  if (!('callback_query' in update)) return void response.end()
  const answer = { method: 'answerCallbackQuery', callback_query_id: update.callback_query.id }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
}

function isSecret(expected: Buffer, header: string | string[] | undefined): boolean {
  if (typeof header !== 'string') return false
  const given = Buffer.from(header)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** What is left of the request is not read. */
function refuse(response: ServerResponse, status: 400 | 401 | 413): void {
  response.writeHead(status, { connection: 'close' }).end()
}

function parse(body: Buffer): Update | null {
  try {
    const update: Update | null = JSON.parse(body.toString())
    return typeof update?.update_id === 'number' ? update : null
  } catch {
    return null
  }
}
