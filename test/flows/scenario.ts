import type { Content, FileRefusal, MediaKind, Unreadable } from '../../src/model/message.ts'
import type { Stage } from './theatre.ts'

/** A golden conversation as a file: what comes in, what goes out, and where the conversation then stands. */
export interface Scenario {
  readonly title: string
  readonly lang?: 'id' | 'en'
  readonly turns: readonly Turn[]
}

export interface Turn {
  /** Time since the turn before: "10s", "3h", "2d", "-1d". Default 20 s. */
  readonly after?: string
  readonly in: In
  readonly times?: number
  readonly out?: readonly string[]
  readonly at?: string
}

type In =
  | string
  | { readonly tap: string; readonly back?: number }
  | { readonly send: MediaKind; readonly caption?: string; readonly refused?: FileRefusal }
  | { readonly unreadable: Unreadable }
  | { readonly location: true }
  | { readonly long: number; readonly of: string }
  | { readonly officer: 'claim' | 'ask' | 'reply' | 'close'; readonly text?: string }
  /** The program was updated: what was saved looks like this now. */
  | { readonly saved: Readonly<Record<string, unknown>> }

/** Plays one turn; of a repeated one only what was said is kept, each time in one list. */
export function playTurn(stage: Stage, turn: Turn): { out: string[]; at: string } {
  stage.pass(milliseconds(turn.after ?? '20s'))
  const out: string[] = []
  for (let time = 0; time < (turn.times ?? 1); time++) out.push(...playOnce(stage, turn.in))
  const { flow, step, sealed, misses } = stage.state()
  const extras = [sealed && 'sealed', misses > 0 && `misses ${misses}`].filter(Boolean)
  return { out, at: [flow === null ? 'idle' : `${flow}/${step}`, ...extras].join(', ') }
}

function playOnce(stage: Stage, input: In): string[] {
  if (typeof input === 'object' && 'officer' in input) return stage.officer(input.officer, input.text)
  if (typeof input === 'object' && 'saved' in input) return stage.save({ ...stage.state(), ...input.saved })
  return stage.hear(contentOf(stage, input))
}

function contentOf(stage: Stage, input: Exclude<In, { officer: unknown } | { saved: unknown }>): Content {
  if (typeof input === 'string') return { kind: 'text', text: input }
  if ('tap' in input)
    return { kind: 'choice', id: input.tap, question: stage.state().question - (input.back ?? 0) }
  if ('unreadable' in input) return { kind: 'unreadable', what: input.unreadable }
  if ('location' in input) return { kind: 'location', lat: -10.17, lng: 123.6 }
  if ('long' in input) return { kind: 'text', text: input.of.repeat(Math.ceil(input.long / input.of.length)) }
  const { send, caption = '', refused } = input
  const file = refused ? null : { id: 'f1', mime: send === 'voice' ? 'audio/ogg' : 'image/jpeg', bytes: 1000 }
  return { kind: 'media', media: send, caption, file, ...(refused && { refused }) }
}

function milliseconds(span: string): number {
  const [, number, unit] = /^(-?\d+)(s|m|h|d)$/.exec(span)!
  return Number(number) * { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }[unit as 's']
}
