import type {
  InboundContent,
  FileRefusal,
  MediaKind,
  UnreadableKind,
} from '../../src/model/messages/content.ts'
import { addDays, dayIn } from '../../src/model/dates/calendar.ts'
import type { QuotaFigure } from '../../src/model/quota/figures.ts'
import type { Fact } from '../../src/model/facts/fact.ts'
import type { Entered } from './applications.ts'
import type { Stage } from './stage.ts'

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
  /** Messages of one thought, as the desk hands them over: a line each. */
  | readonly string[]
  | { readonly tap: string; readonly back?: number }
  | {
      readonly send: MediaKind
      readonly caption?: string
      readonly refused?: FileRefusal
      /** The person's next words came in the same breath. */
      readonly followed?: boolean
    }
  | { readonly unreadable: UnreadableKind }
  /** A shared location: Kupang, or latitude and longitude. */
  | { readonly location: true | readonly [number, number] }
  /** The reminder that comes due next. */
  | { readonly reminder: 'next' }
  /** An officer enters places for a day from today (0), some time before now. */
  | { readonly places: string; readonly figures: readonly Figure[] }
  | { readonly quota: 'away' | 'back' }
  /** The office enters an application, or changes it. */
  | { readonly application: string; readonly is: Partial<Entered> }
  | { readonly registry: 'away' | 'back' }
  /** A row more in the answer library. */
  | { readonly fact: Partial<Fact> & Pick<Fact, 'key' | 'value'> }
  /** An officer retires every row of a key. */
  | { readonly retired: string }
  | { readonly long: number; readonly of: string }
  | { readonly officer: 'claim' | 'ask' | 'reply' | 'close'; readonly text?: string }
  /** The program was updated: what was saved looks like this now. */
  | { readonly saved: Readonly<Record<string, unknown>> }

interface Figure {
  readonly in: number
  readonly half: 'morning' | 'afternoon' | null
  readonly left: number
  readonly ago?: string
  readonly lane?: QuotaFigure['lane']
  readonly unit?: QuotaFigure['unit']
}

/** Plays one turn; of a repeated one only what was said is kept, each time in one list. */
export function playTurn(stage: Stage, turn: Turn): { out: string[]; at: string } {
  stage.pass(milliseconds(turn.after ?? '20s'))
  const out: string[] = []
  for (let time = 0; time < (turn.times ?? 1); time++) out.push(...playOnce(stage, turn.in))
  const { flow, step, confidential, misses } = stage.state()
  const extras = [confidential && 'confidential', misses > 0 && `misses ${misses}`].filter(Boolean)
  return { out, at: [flow === null ? 'idle' : `${flow}/${step}`, ...extras].join(', ') }
}

function playOnce(stage: Stage, input: In): string[] {
  if (typeof input === 'object' && 'officer' in input) return stage.officer(input.officer, input.text)
  if (typeof input === 'object' && 'saved' in input) return stage.save({ ...stage.state(), ...input.saved })
  if (typeof input === 'object' && 'reminder' in input) return stage.remind()
  if (typeof input === 'object' && 'quota' in input) return stage.away(input.quota === 'away')
  if (typeof input === 'object' && 'application' in input) return stage.apply(input.application, input.is)
  if (typeof input === 'object' && 'registry' in input) return stage.registry(input.registry === 'away')
  if (typeof input === 'object' && 'fact' in input) return stage.know(input.fact)
  if (typeof input === 'object' && 'retired' in input) return stage.forget(input.retired)
  if (typeof input === 'object' && 'places' in input)
    return stage.enter(input.figures.map((figure) => figureOf(stage, input.places, figure)))
  const followed = typeof input === 'object' && 'followed' in input && input.followed === true
  return stage.hear(contentOf(stage, input), followed)
}

function figureOf(stage: Stage, office: string, figure: Figure): QuotaFigure {
  const { in: days, half, left, ago = '0s', lane = 'regular', unit = 'office' } = figure
  const day = addDays(dayIn('Asia/Makassar', stage.now()), days)
  return { office, unit, lane, day, half, left, enteredAt: stage.now() - milliseconds(ago) }
}

type Heard = Exclude<
  In,
  | { officer: unknown }
  | { saved: unknown }
  | { reminder: unknown }
  | { places: unknown }
  | { quota: unknown }
  | { application: unknown }
  | { registry: unknown }
  | { fact: unknown }
  | { retired: unknown }
>

function isLines(input: Heard): input is readonly string[] {
  return Array.isArray(input)
}

function contentOf(stage: Stage, input: Heard): InboundContent {
  if (typeof input === 'string') return { kind: 'text', text: input }
  if (isLines(input)) return { kind: 'text', text: input.join('\n') }
  if ('tap' in input)
    return { kind: 'choice', id: input.tap, question: stage.state().question - (input.back ?? 0) }
  if ('unreadable' in input) return { kind: 'unreadable', what: input.unreadable }
  if ('location' in input) {
    const [lat, lng] = input.location === true ? [-10.17, 123.6] : input.location
    return { kind: 'location', lat, lng }
  }
  if ('long' in input) return { kind: 'text', text: input.of.repeat(Math.ceil(input.long / input.of.length)) }
  const { send, caption = '', refused } = input
  const file = refused ? null : { id: 'f1', mime: send === 'voice' ? 'audio/ogg' : 'image/jpeg', bytes: 1000 }
  return { kind: 'media', media: send, caption, file, ...(refused && { refused }) }
}

function milliseconds(span: string): number {
  const [, number, unit] = /^(-?\d+)(s|m|h|d)$/.exec(span)!
  return Number(number) * { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }[unit as 's']
}
