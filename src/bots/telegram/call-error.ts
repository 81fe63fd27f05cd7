import { TelegramError } from 'telegraf'
import type { DeliveryFailure } from '../../model/messages/delivery-failure.ts'

/**
 * A call that failed, with nothing in it that may not be logged: telegraf's own errors carry the whole payload (`on`),
 * and those of a broken answer the address with the token.
 */
export class CallError extends Error {
  override readonly name = 'CallFailed'
  readonly failure: DeliveryFailure
  /** Telegram's error code; null when no answer came. */
  readonly code: number | null
  constructor(failure: DeliveryFailure, code: number | null) {
    super(`${failure.kind}${failure.detail ? `: ${failure.detail}` : ''}`)
    this.failure = failure
    this.code = code
  }
}

/** Telegram's words for an address nobody has (core.telegram.org/api/errors, tdlib/telegram-bot-api). */
const NO_SUCH_CHAT = /chat not found|user not found|peer_id_invalid|chat_id is empty/i

export function toCallError(error: unknown): CallError {
  if (!(error instanceof TelegramError))
    return new CallError({ kind: 'unreachable', detail: networkCode(error) }, null)
  return new CallError(failureOf(error), error.code)
}

function failureOf({ code, description, parameters }: TelegramError): DeliveryFailure {
  if (code === 429) return { kind: 'throttled', retryAfterMs: (parameters?.retry_after ?? 1) * 1000 }
  if (code >= 500) return { kind: 'unreachable', detail: `HTTP ${code}` }
  if (code === 401 || code === 404) return { kind: 'not-linked', detail: `token refused (${code})` }
  if (code === 403) return { kind: 'blocked' }
  if (NO_SUCH_CHAT.test(description)) return { kind: 'unknown-address' }
  return { kind: 'refused', detail: description.slice(0, 100) }
}

/** ECONNRESET, `aborted`, `invalid-json`…: never the message, which names the address and so the token. */
function networkCode(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer'
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'type' in error && typeof error.type === 'string' ? error.type : 'no answer'
}
