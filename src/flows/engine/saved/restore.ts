import { z } from 'zod'
import type { FlowRegistry } from '../registry.ts'
import { initialState, STATE_VERSION, type EngineMemory, type State, type SuspendedFlow } from '../state.ts'
import type { Lang, Language, Say } from '../conversation.ts'
import type { Text } from '../text.ts'
import type { InboundContent } from '../../../model/messages/content.ts'
import { INTENTS } from '../../../model/understanding/intent.ts'
import { isObject, upgraded } from './upgrades.ts'

/** Reading a saved conversation: carried over from an older release, parsed and not trusted. */

const Data = z.record(z.string(), z.unknown())
const Steps = z.array(z.string())

const Suspended: z.ZodType<SuspendedFlow> = z.object({
  flow: z.string(),
  step: z.string(),
  data: Data,
  back: Steps,
  confidential: z.boolean(),
  since: z.number(),
  hasProgress: z.boolean(),
  resumes: z.boolean(),
  suspended: z.lazy(() => Suspended.nullable()),
})

const Target = z.object({ flow: z.string(), step: z.string().optional(), data: Data.optional() })
const KINDS: readonly unknown[] = ['text', 'choice', 'media', 'location', 'unreadable']
const Incoming = z.custom<InboundContent>((value) => isObject(value) && KINDS.includes(value['kind']))
const Label = z.custom<Text>((value) => isObject(value) && ('key' in value || 'raw' in value))
const Said = z.custom<Say>((value) => isObject(value) && isObject(value['text']))
const Interruption = z.discriminatedUnion('name', [
  z.object({ name: z.literal('leave'), aim: z.union([z.enum(['menu', 'batal']), Target]) }),
  z.object({ name: z.literal('resume'), held: Incoming }),
  z.object({ name: z.literal('language') }),
  z.object({ name: z.literal('person') }),
  z.object({
    name: z.literal('readings'),
    readings: z.array(z.object({ id: z.string(), label: Label, target: Target })),
  }),
  z.object({ name: z.literal('side'), intent: z.enum(INTENTS), confidential: z.boolean(), text: z.string() }),
])
const Story = z.object({
  parts: Steps,
  files: z.array(z.object({ id: z.string(), mime: z.string(), bytes: z.number() })),
})

/** Each on its own: what does not fit is forgotten, the rest is kept. */
const Memory = z.object({
  askedAt: z.number().optional().catch(undefined),
  sessionStart: z.number().optional().catch(undefined),
  interruption: Interruption.optional().catch(undefined),
  unclearTexts: Steps.optional().catch(undefined),
  flood: z.object({ from: z.number(), count: z.number() }).optional().catch(undefined),
  pendingStory: Story.optional().catch(undefined),
  acknowledgedAt: z.number().optional().catch(undefined),
  recentWords: Steps.optional().catch(undefined),
  told: Steps.optional().catch(undefined),
  subjects: z
    .array(z.object({ flow: z.string(), step: z.string(), data: Data }))
    .optional()
    .catch(undefined),
  saidOnce: Steps.optional().catch(undefined),
  languageChosen: z.boolean().optional().catch(undefined),
  restarted: z.boolean().optional().catch(undefined),
  waiting: z
    .array(z.object({ key: z.string(), target: Target }))
    .optional()
    .catch(undefined),
  slots: Data.optional().catch(undefined),
})

const Saved = z.object({
  v: z.literal(STATE_VERSION),
  lang: z.string(),
  greeted: z.boolean(),
  flow: z.string().nullable(),
  step: z.string(),
  data: Data,
  suspended: Suspended.nullable().catch(null),
  question: z.int(),
  misses: z.int(),
  back: Steps,
  confidential: z.boolean(),
  since: z.number(),
  lastAt: z.number(),
  lastSaid: z.array(Said).catch([]),
  memory: Memory,
})

/**
 * A saved state as this release understands it: an older one is upgraded, data of another shape, a flow or step that is no
 * more, or a release newer than this one means a fresh start in the person's language, said kindly with the next message.
 * Never throws.
 */
export function restoreState(registry: FlowRegistry, json: unknown, languages: readonly Language[]): State {
  const read = Saved.safeParse(upgraded(json))
  if (read.success) {
    const state = fitting(registry, read.data)
    if (state) return { ...state, lang: spoken(state.lang, languages) }
  }
  return freshStart(json, languages)
}

/** The state with only what its flow and slots know; null when the flow cannot go on. */
function fitting(registry: FlowRegistry, state: z.infer<typeof Saved>): State | null {
  const memory = knownSlots(registry, state.memory)
  if (state.flow === null) return { ...state, memory }
  const flow = registry.flows.get(state.flow)
  if (!flow || flow.steps[state.step] === undefined) return null
  const data = flow.data.safeParse(state.data)
  if (!data.success) return null
  const back = state.back.filter((step) => flow.steps[step] !== undefined)
  return { ...state, data: data.data, back, suspended: playable(registry, state.suspended), memory }
}

/** Slots that no flow declares are dropped, and values that their flow cannot read. */
function knownSlots(registry: FlowRegistry, memory: EngineMemory): EngineMemory {
  if (!memory.slots) return memory
  const state = { ...initialState(), memory }
  const known = [...registry.flows.values()].flatMap(({ slots = [] }) => slots)
  const kept = known.map((slot) => slot.set(slot.read(state)))
  return { ...memory, slots: Object.fromEntries(kept.flatMap(Object.entries)) }
}

/** What was left, if its flow still is; else whatever that one was left for. */
function playable({ flows }: FlowRegistry, left: SuspendedFlow | null): SuspendedFlow | null {
  if (!left) return null
  const flow = flows.get(left.flow)
  const data = flow?.steps[left.step] ? flow.data.safeParse(left.data) : undefined
  return data?.success ? { ...left, data: data.data } : null
}

/** A language that is no more gives way to the first there is. */
function spoken(lang: Lang, languages: readonly Language[]): Lang {
  return languages.find(({ code }) => code === lang)?.code ?? languages[0]?.code ?? lang
}

const Remains = z.object({
  lang: z.string().catch(''),
  greeted: z.boolean().catch(false),
  question: z.int().catch(0),
})

function freshStart(json: unknown, languages: readonly Language[]): State {
  const { lang = '', ...remains } = Remains.safeParse(json).data ?? {}
  return { ...initialState(spoken(lang, languages)), ...remains, memory: { restarted: true } }
}
