import type { Command } from '../../model/understanding/commands.ts'
import type { Flow } from './flow.ts'
import type { FlowTarget } from './handle.ts'
import type { HearsKey, TextKey } from './text.ts'

/** A menu entry: opens a flow, or a second short list. */
export type MenuEntry = {
  readonly id: string
  /** What people type for it instead of its number. */
  readonly hears?: HearsKey
} & ({ readonly opens: FlowTarget } | { readonly entries: readonly MenuEntry[] })

/** The flows this assistant consists of, and the parts some of them play. */
export interface FlowRegistry {
  readonly flows: ReadonlyMap<string, Flow>
  readonly menu: readonly MenuEntry[]
  /** The main menu. */
  readonly home: FlowTarget
  /** The way to a person: when one is asked for, when there is no other way on, when somebody is in danger, and for a voice. */
  readonly handover: Readonly<Record<'asked' | 'direct' | 'danger' | 'voice', FlowTarget>>
  /** Notes that are said once a conversation, wherever they belong. */
  readonly saidOnce: ReadonlySet<TextKey>
  /** Commands that open a flow. */
  readonly commands: Readonly<Partial<Record<Command, FlowTarget>>>
}

/** The opening of a menu entry (of one with a second list, the menu at that list), or of the flow that answers an intent. */
export function targetOf(registry: FlowRegistry, id: string): FlowTarget {
  const entry = findEntry(registry.menu, id)
  if (entry) return 'opens' in entry ? entry.opens : { ...registry.home, step: id }
  const flow = [...registry.flows.values()].find(({ intents }) => intents?.some((intent) => intent === id))
  return flow ? { flow: flow.name } : registry.home
}

/** What the first flow says that has an answer, in the order of the registry. */
export function firstAnswer<T>(registry: FlowRegistry, ask: (flow: Flow) => T | null | undefined): T | null {
  for (const flow of registry.flows.values()) {
    const answer = ask(flow)
    if (answer) return answer
  }
  return null
}

function findEntry(entries: readonly MenuEntry[], id: string): MenuEntry | undefined {
  return (
    entries.find((entry) => entry.id === id) ?? entries.flatMap(children).find((entry) => entry.id === id)
  )
}

function children(entry: MenuEntry): readonly MenuEntry[] {
  return 'entries' in entry ? entry.entries : []
}
