import { randomUUID } from 'node:crypto'
import { clearLine, createInterface, cursorTo, type Interface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ChannelCapabilities } from '../../model/messages/channel.ts'
import type { Channel, ChannelStatus, ChannelContext } from '../../desk/ports/channel.ts'
import { withNumberedChoices } from '../plain-text.ts'
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

interface TerminalSettings {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  /** A person at the keyboard, with a prompt; otherwise lines from a pipe, each answered before the next. */
  readonly interactive: boolean
  /** Who is talking; somebody new when absent. */
  readonly address?: string
}

/** The terminal channel is over when its input is. */
export type TerminalChannel = Channel & {
  /** Resolves when the input has ended and, from a pipe, the last line has been answered. */
  readonly done: Promise<void>
}

/** Talks with one person in a terminal: a line is a message, an answer is printed with numbered choices. */
export function createTerminalChannel(settings: TerminalSettings, context: ChannelContext): TerminalChannel {
  const { input, output, interactive } = settings
  const run = randomUUID()
  const address = settings.address ?? run
  const quiet = createSilenceDetector(() => performance.now())
  const { done, end } = ending()
  let state: ChannelStatus['state'] = 'starting'
  let reader: Interface | null = null
  let prompting = false

  async function converse(lines: Interface): Promise<void> {
    let line = 0
    let from = -Infinity
    for await (const typed of lines) {
      if (typed.trim() === '') continue
      if (!interactive) {
        await quiet.waitForSilence(from, BETWEEN_LINES, NO_ANSWER)
        print(`> ${typed}`)
      }
      from = performance.now()
      await keep(++line, typed)
    }
    if (!interactive) await quiet.waitForSilence(from, AT_THE_END, NO_ANSWER)
  }

  /** Nobody sends a typed line again, so it is held here until it is safe. */
  async function keep(line: number, text: string): Promise<void> {
    const externalId = `${run}:${line}`
    const inbound = { channel: 'terminal', address, externalId, content: { kind: 'text', text } } as const
    try {
      await context.accept([inbound])
    } catch (error) {
      context.log.warn('line not stored yet', { line, error })
      await sleep(RETRY)
      if (state === 'on') await keep(line, text)
    }
  }

  function print(text: string): void {
    if (interactive) {
      // over the prompt and what is half typed; both are shown again below
      cursorTo(output, 0)
      clearLine(output, 0)
    }
    output.write(`${text}\n\n`)
    if (prompting) reader?.prompt(true)
  }

  return {
    name: 'terminal',
    can: CAN,
    routes: [],
    done,
    async start() {
      if (reader) return
      state = 'on'
      reader = createInterface({ input, terminal: interactive, ...(interactive && { output }) })
      reader.once('close', () => (prompting = false))
      prompting = interactive
      if (prompting) reader.prompt()
      void converse(reader).finally(end)
    },
    async stop() {
      state = 'stopped'
      reader?.close()
    },
    async send({ id, to, words }) {
      // an earlier run's person has left
      if (to !== address) return { ok: false, failure: { kind: 'unknown-address' } }
      print(words.card ? `🖼  ${words.text}` : withNumberedChoices(words))
      quiet.messageShown()
      return { ok: true, externalId: id }
    },
    status: () => ({ channel: 'terminal', state }),
  }
}

function ending(): { done: Promise<void>; end: () => void } {
  let end = () => {}
  const done = new Promise<void>((resolve) => {
    end = resolve
  })
  return { done, end }
}
