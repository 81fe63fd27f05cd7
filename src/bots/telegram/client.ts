import { Telegram } from 'telegraf'
import type { Opts, Telegram as Methods } from 'telegraf/types'
import { toCallError } from './call-error.ts'

type Method = keyof Methods
/** telegraf declares the signal of a shim; the native one works. */
type Signal = NonNullable<Parameters<Telegram['callApi']>[2]>['signal']

export interface TelegramClient {
  /** One Bot API call within `ms`. Throws only CallError. */
  call<M extends Method>(
    method: M,
    payload: Opts<M>,
    ms: number,
    stop?: AbortSignal,
  ): Promise<ReturnType<Methods[M]>>
  /** Where a file of getFile lies. Holds the token: never log it. */
  fileUrl(path: string): URL
}

/** telegraf's Bot API client, and nothing else of telegraf. It keeps its connections alive by itself. */
export function createTelegramClient(token: string, apiRoot?: string): TelegramClient {
  // answers in the webhook's response would say `true` to what Telegram refuses
  const telegram = new Telegram(token, { webhookReply: false, ...(apiRoot ? { apiRoot } : {}) })
  return {
    async call(method, payload, ms, stop) {
      const limit = new AbortController()
      const abort = () => limit.abort()
      const timer = setTimeout(abort, ms)
      if (stop?.aborted) abort()
      stop?.addEventListener('abort', abort, { once: true })
      try {
        return await telegram.callApi(method, payload, { signal: limit.signal as unknown as Signal })
      } catch (error) {
        throw toCallError(error)
      } finally {
        clearTimeout(timer)
        stop?.removeEventListener('abort', abort)
      }
    },
    fileUrl: (path) => new URL(`./file/bot${token}/${path}`, telegram.options.apiRoot),
  }
}
