import type { Update } from 'telegraf/types'
import type { ChannelCapabilities } from '../../model/messages/channel.ts'
import type { Channel, ChannelStatus, ChannelContext } from '../../desk/ports/channel.ts'
import { createTelegramClient } from './client.ts'
import { downloadFile } from './files.ts'
import { createKeyboards } from './keyboards.ts'
import { configureBot } from './configure.ts'
import { pollUpdates } from './polling.ts'
import { retryUntilStopped, InvalidTokenError, type RetryContext } from './retry.ts'
import { createSender } from './send.ts'
import { MAX_FILE_BYTES, TIMEOUTS, MAX_TEXT_LENGTH, type TelegramSettings } from './settings.ts'
import { createUpdateHandler } from './update-handler.ts'
import { webhookRoute } from './webhook.ts'

/** Telegram allows about 30 messages a second in all and one a second in a chat (core.telegram.org/bots/faq). */
const PACE = { perSecond: 25, perChatMs: 1000 }
const NO_PACE = { perSecond: 100_000, perChatMs: 0 }

/**
 * The Telegram channel: by webhook, or by long polling where there is no public address.
 * A wrong token or a Telegram out of reach is a status, never a crash.
 */
export function createTelegramChannel(settings: TelegramSettings, context: ChannelContext): Channel {
  const timeouts = { ...TIMEOUTS, ...settings.timeouts }
  const client = createTelegramClient(settings.token, settings.apiRoot)
  const keyboards = createKeyboards(client, context.log)
  const state = createState(context)
  const take = createUpdateHandler(context, keyboards)
  let running: { readonly stop: AbortController; readonly done: Promise<void> } | null = null

  async function run(stop: AbortSignal): Promise<void> {
    const retry: RetryContext = {
      timeouts,
      stop,
      onSuccess: () => state.set('on'),
      onFailure: (detail) => state.set('down', detail),
    }
    try {
      await retryUntilStopped(() => configureBot(client, settings, timeouts.call, stop), retry)
      if (!settings.webhook) await pollUpdates(client, takePolled, retry)
    } catch (error) {
      if (error instanceof InvalidTokenError) state.set('stopped', error.message)
      else if (!stop.aborted) throw error
    }
  }

  async function takePolled(updates: readonly Update[]): Promise<void> {
    keyboards.acknowledgeTaps(updates)
    await take(updates)
  }

  async function takeOne(update: Update): Promise<void> {
    if (!running) throw new Error('the channel is closed')
    await take([update])
  }

  return {
    name: 'telegram',
    can: capabilities(settings.pace),
    routes: settings.webhook ? [webhookRoute(settings.webhook.secret, takeOne, context.log)] : [],
    async start() {
      if (running) return
      state.set('starting')
      const stop = new AbortController()
      running = { stop, done: run(stop.signal) }
    },
    async stop() {
      const was = running
      running = null
      was?.stop.abort()
      await was?.done
      state.set('stopped')
    },
    send: createSender(client, keyboards, timeouts.call),
    fetch: (ref, limit) => downloadFile(client, ref, limit, timeouts.call),
    status: state.get,
  }
}

function capabilities(paced: boolean): ChannelCapabilities {
  return {
    buttons: true,
    pictures: true,
    maxText: MAX_TEXT_LENGTH,
    maxFileBytes: MAX_FILE_BYTES,
    rateLimit: paced ? PACE : NO_PACE,
  }
}

function createState({ log }: ChannelContext) {
  let status: ChannelStatus = { channel: 'telegram', state: 'starting' }
  return {
    get: () => status,
    set(state: ChannelStatus['state'], detail?: string): void {
      if (status.state === state && status.detail === detail) return
      status = { channel: 'telegram', state, ...(detail && { detail }) }
      if (detail) log.warn('telegram', { state, detail })
      else log.info('telegram', { state })
    },
  }
}
