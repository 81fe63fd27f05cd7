import type { Hears, Input } from '../../../flows/engine/conversation.ts'
import { burstPart, type BurstPart } from '../../../flows/engine/burst.ts'
import { PART_LENGTH } from '../../../flows/engine/limits.ts'
import { INBOX_TAKE_LIMIT, LONGEST_BURST, type TakenMessage } from '../../ports/ledger.ts'
import { BURST_PAUSES } from '../limits.ts'

/** What is read as one: messages of one thought, oldest first, each still a row of its own. */
export interface Burst {
  readonly messages: readonly TakenMessage[]
  readonly input: Input
}

/** The unread messages of a chat that may be read now, and how long (ms) the rest still waits for more; 0: nothing waits. */
interface Readable {
  readonly ready: readonly TakenMessage[]
  readonly waitMs: number
}

/**
 * Whatever does not wait is read at once, with all that came before it. What came after waits until nothing has followed for a
 * pause. Only ages by the database's clock count, so every process sees the same, and none of them has to remember anything.
 */
export function readableNow(inbox: readonly TakenMessage[], pauseMs: number, hears: Hears): Readable {
  if (pauseMs === 0) return { ready: inbox, waitMs: 0 }
  const waiting = inbox.slice(inbox.findLastIndex((message) => !partOf(message, hears).waits) + 1)
  const waitMs = timeLeft(waiting, pauseMs)
  return waitMs > 0
    ? { ready: inbox.slice(0, inbox.length - waiting.length), waitMs }
    : { ready: inbox, waitMs: 0 }
}

function timeLeft(waiting: readonly TakenMessage[], pauseMs: number): number {
  const [oldest, newest] = [waiting[0], waiting.at(-1)]
  if (!oldest || !newest || waiting.length >= INBOX_TAKE_LIMIT) return 0
  // a clock that was set back says nothing: better early than stranded
  if (oldest.ageMs < 0 || newest.ageMs < 0) return 0
  const longest = Math.min(BURST_PAUSES * pauseMs, LONGEST_BURST)
  return Math.max(0, Math.min(pauseMs - newest.ageMs, longest - oldest.ageMs))
}

/** Neighbouring pieces of a thought as one text, a line each; everything else as it is. `pauseMs` 0: every message is read by itself. */
export function inBursts(messages: readonly TakenMessage[], pauseMs: number, hears: Hears): Burst[] {
  if (pauseMs === 0) return messages.map(single)
  const bursts: Burst[] = []
  let open = false
  for (const message of messages) {
    const { joins, waits } = partOf(message, hears)
    const last = bursts.at(-1)
    const joined = open && joins && last ? join(last, message) : null
    if (joined) bursts[bursts.length - 1] = joined
    else bursts.push(single(message))
    open = joins && waits
  }
  return bursts.map((burst, at) => followedBy(bursts[at + 1], burst, hears))
}

/** Words below a photo, or a photo below words: the conversation is told that there is more before it asks for it. */
function followedBy(next: Burst | undefined, burst: Burst, hears: Hears): Burst {
  const { messages, input } = burst
  if (next?.input.kind !== 'message' || input.kind !== 'message') return burst
  const mayFollow = messages.every((message) => partOf(message, hears).waits)
  return mayFollow ? { messages, input: { ...input, followed: true } } : burst
}

function single(message: TakenMessage): Burst {
  return { messages: [message], input: message.input }
}

/** Null where they are not read as one: the whole is longer than a part of a story may be, or a turn with one of them failed before. */
function join({ messages, input }: Burst, message: TakenMessage): Burst | null {
  const [before, text] = [textOf(input), textOf(message.input)]
  if (before === null || text === null || before.length + text.length >= PART_LENGTH) return null
  if ([...messages, message].some(({ attempts }) => attempts > 0)) return null
  const content = { kind: 'text', text: `${before}\n${text}` } as const
  return { messages: [...messages, message], input: { kind: 'message', content } }
}

const ALONE: BurstPart = { waits: false, joins: false }

function partOf({ input }: TakenMessage, hears: Hears): BurstPart {
  return input.kind === 'message' ? burstPart(input.content, hears) : ALONE
}

function textOf(input: Input): string | null {
  return input.kind === 'message' && input.content.kind === 'text' ? input.content.text : null
}
