import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ChannelCapabilities } from '../../model/messages/channel.ts'
import type { Channel, ChannelStatus, ChannelContext } from '../../desk/ports/channel.ts'
import { withNumberedChoices } from '../plain-text.ts'
import { createScreen, type TerminalSettings } from './screen.ts'
import { createSilenceDetector } from './silence-detector.ts'

const CAN: ChannelCapabilities = {
  buttons: false,
  pictures: false,
  maxText: 1_000_000,
  maxFileBytes: 0,
  rateLimit: { perSecond: 100_000, perChatMs: 0 },
}

/** From a pipe, the next line is typed so long after the last answer (ms): several answers come in one breath. */
const BETWEEN_LINES = 120
/** After the last line, so long a silence is taken for the end (ms). */
const AT_THE_END = 700
/** Longest wait for answers to one line (ms): the bot may have nothing to say. */
const NO_ANSWER = 5_000
/** Between tries while a line cannot be stored (ms). */
const RETRY = 500

/** The terminal channel is over when its input is. */
export type TerminalChannel = Channel & {
  /** Resolves when the input has ended and, from a pipe, the last line has been answered. */
  readonly done: Promise<void>
}

/** Talks with one person in a terminal: a line is a message, an answer is printed with numbered choices. */
export function createTerminalChannel(settings: TerminalSettings, context: ChannelContext): TerminalChannel {
  const run = randomUUID()
  const address = settings.address ?? run
  const screen = createScreen(settings)
  const quiet = createSilenceDetector(() => performance.now())
  const { done, end } = ending()
  let state: ChannelStatus['state'] = 'starting'
  const take = (line: number, text: string) =>
    acceptUntilSafe(context, { line, address, externalId: `${run}:${line}`, text }, () => state === 'on')

  async function converse(lines: AsyncIterable<string>): Promise<void> {
    let line = 0
    let from = -Infinity
    for await (const typed of lines) {
      if (typed.trim() === '') continue
      if (!settings.interactive) {
        await quiet.waitForSilence(from, BETWEEN_LINES, NO_ANSWER)
        screen.print(`> ${typed}`)
      }
      from = performance.now()
      await take(++line, typed)
    }
    if (!settings.interactive) await quiet.waitForSilence(from, AT_THE_END, NO_ANSWER)
  }

  return {
    name: 'terminal',
    can: CAN,
    routes: [],
    done,
    async start() {
      const lines = screen.open()
      if (!lines) return
      state = 'on'
      void converse(lines).finally(end)
    },
    async stop() {
      state = 'stopped'
      screen.close()
    },
    async send({ id, to, content }) {
      // an earlier run's person has left
      if (to !== address) return { ok: false, failure: { kind: 'unknown-address' } }
      screen.print(content.card ? `🖼  ${content.text}` : withNumberedChoices(content))
      quiet.messageShown()
      return { ok: true, externalId: id }
    },
    status: () => ({ channel: 'terminal', state }),
  }
}

interface TypedLine {
  readonly line: number
  readonly address: string
  readonly externalId: string
  readonly text: string
}

/** Nobody sends a typed line again, so it is held here until it is safe, or the channel is closed. */
async function acceptUntilSafe(
  { accept, log }: ChannelContext,
  { line, address, externalId, text }: TypedLine,
  isOpen: () => boolean,
): Promise<void> {
  const inbound = { channel: 'terminal', address, externalId, content: { kind: 'text', text } } as const
  for (;;)
    try {
      return await accept([inbound])
    } catch (error) {
      log.warn('line not stored yet', { line, error })
      await sleep(RETRY)
      if (!isOpen()) return
    }
}

function ending(): { done: Promise<void>; end: () => void } {
  let end = () => {}
  const done = new Promise<void>((resolve) => {
    end = resolve
  })
  return { done, end }
}
