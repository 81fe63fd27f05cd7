import type { Update } from 'telegraf/types'
import type { Capabilities } from '../../model/channel.ts'
import type { Door, DoorStatus, DoorTools } from '../../desk/ports/channel.ts'
import { createClient } from './client.ts'
import { fetchFile } from './files.ts'
import { createKeyboards } from './keyboards.ts'
import { introduce } from './introduce.ts'
import { poll } from './poll.ts'
import { keepTrying, TokenRefused, type Care } from './retry.ts'
import { createSend } from './send.ts'
import { FILE_BYTES, PATIENCE, TEXT, type TelegramSettings } from './settings.ts'
import { createTake } from './take.ts'
import { webhookRoute } from './webhook.ts'

/** Telegram allows about 30 messages a second in all and one a second in a chat (core.telegram.org/bots/faq). */
const PACE = { perSecond: 25, perChatMs: 1000 }
const NO_PACE = { perSecond: 100_000, perChatMs: 0 }

/**
 * The Telegram door: by webhook, or by long polling where there is no public address.
 * A wrong token or a Telegram out of reach is a status, never a crash.
 */
export function createTelegram(settings: TelegramSettings, tools: DoorTools): Door {
  const patience = { ...PATIENCE, ...settings.patience }
  const client = createClient(settings.token, settings.apiRoot)
  const keyboards = createKeyboards(client, tools.log)
  const state = createState(tools)
  const take = createTake(tools, keyboards)
  let running: { readonly stop: AbortController; readonly done: Promise<void> } | null = null

  async function run(stop: AbortSignal): Promise<void> {
    const care: Care = {
      patience,
      stop,
      well: () => state.set('on'),
      trouble: (detail) => state.set('down', detail),
    }
    try {
      await keepTrying(() => introduce(client, settings, patience.call, stop), care)
      if (!settings.webhook) await poll(client, takePolled, care)
    } catch (error) {
      if (error instanceof TokenRefused) state.set('stopped', error.message)
      else if (!stop.aborted) throw error
    }
  }

  async function takePolled(updates: readonly Update[]): Promise<void> {
    keyboards.answer(updates)
    await take(updates)
  }

  async function takeOne(update: Update): Promise<void> {
    if (!running) throw new Error('the door is closed')
    await take([update])
  }

  return {
    channel: 'telegram',
    can: capabilities(settings.pace),
    routes: settings.webhook ? [webhookRoute(settings.webhook.secret, takeOne, tools.log)] : [],
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
    send: createSend(client, keyboards, patience.call),
    fetch: (ref, limit) => fetchFile(client, ref, limit, patience.call),
    status: state.get,
  }
}

function capabilities(paced: boolean): Capabilities {
  return {
    buttons: true,
    pictures: true,
    maxText: TEXT,
    maxFileBytes: FILE_BYTES,
    pace: paced ? PACE : NO_PACE,
  }
}

function createState({ log }: DoorTools) {
  let status: DoorStatus = { channel: 'telegram', state: 'starting' }
  return {
    get: () => status,
    set(state: DoorStatus['state'], detail?: string): void {
      if (status.state === state && status.detail === detail) return
      status = { channel: 'telegram', state, ...(detail && { detail }) }
      if (detail) log.warn('telegram', { state, detail })
      else log.info('telegram', { state })
    },
  }
}
