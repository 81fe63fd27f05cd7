import { apphelp } from './apphelp/index.ts'
import { apphelpHandle } from './apphelp/handle.ts'
import { complaint } from './complaint/index.ts'
import { complaintHandle } from './complaint/handle.ts'
import { cost } from './cost/index.ts'
import { costHandle } from './cost/handle.ts'
import type { Input, Lang, Language, Say, World } from './engine/conversation.ts'
import type { TurnResult } from './engine/state.ts'
import type { Flow } from './engine/flow.ts'
import type { FlowTarget } from './engine/handle.ts'
import type { Preview } from './engine/hooks.ts'
import { playTurn } from './engine/play.ts'
import type { FlowRegistry, MenuEntry } from './engine/registry.ts'
import { restoreState } from './engine/saved/restore.ts'
import { initialState, type State } from './engine/state.ts'
import { startFlow } from './engine/transition.ts'
import { Turn } from './engine/turn.ts'
import { human } from './human/index.ts'
import { humanHandle } from './human/handle.ts'
import { info } from './info/index.ts'
import { infoHandle } from './info/handle.ts'
import { menu, MENU } from './menu/index.ts'
import { office } from './office/index.ts'
import { officeHandle } from './office/handle.ts'
import { quota } from './quota/index.ts'
import { quotaHandle } from './quota/handle.ts'
import { rating } from './rating/index.ts'
import { requirements } from './requirements/index.ts'
import { requirementsHandle } from './requirements/handle.ts'
import { reschedule } from './reschedule/index.ts'
import { rescheduleHandle } from './reschedule/handle.ts'
import { status } from './status/index.ts'
import { statusHandle } from './status/handle.ts'
import { ticket } from './ticket/index.ts'
import { ticketHandle } from './ticket/handle.ts'
import type { Library } from '../model/library.ts'

/** The menu: its entries by the intents that open them as well. */
const ENTRIES: readonly MenuEntry[] = [
  { id: 'requirements', hears: 'menu.requirements', opens: requirementsHandle.start() },
  { id: 'cost', hears: 'menu.cost', opens: costHandle.start() },
  {
    id: 'schedule',
    hears: 'menu.schedule',
    entries: [
      { id: 'quota', hears: 'menu.quota', opens: quotaHandle.start() },
      { id: 'reschedule', hears: 'menu.reschedule', opens: rescheduleHandle.start() },
      { id: 'scheduleInfo', hears: 'menu.scheduleInfo', opens: infoHandle.start({ subject: 'schedule' }) },
    ],
  },
  {
    id: 'check',
    hears: 'menu.check',
    entries: [
      { id: 'status', hears: 'menu.status', opens: statusHandle.start() },
      { id: 'tickets', hears: 'menu.tickets', opens: ticketHandle.start() },
      { id: 'checkInfo', hears: 'menu.checkInfo', opens: infoHandle.start({ subject: 'result' }) },
    ],
  },
  { id: 'apphelp', hears: 'menu.apphelp', opens: apphelpHandle.start() },
  { id: 'office', hears: 'menu.office', opens: officeHandle.start() },
  { id: 'complaint', hears: 'menu.complaint', opens: complaintHandle.start() },
]

/** Every flow; a new one is its folder and a line here. Where several could answer, the first does. */
export const FLOWS: readonly Flow[] = [
  menu(ENTRIES),
  requirements,
  reschedule,
  status,
  cost,
  quota,
  office,
  info,
  apphelp,
  complaint,
  ticket,
  human,
  rating,
]

export const REGISTRY: FlowRegistry = {
  flows: new Map(FLOWS.map((flow) => [flow.name, flow])),
  menu: ENTRIES,
  home: MENU,
  handover: {
    asked: humanHandle.start(),
    direct: humanHandle.at('open'),
    danger: humanHandle.at('danger'),
    voice: humanHandle.at('offerVoice'),
  },
  saidOnce: new Set([
    'doubt.contested',
    'doubt.announced',
    'doubt.reported',
    'doubt.undated',
    'office.approximate',
  ]),
  commands: { lapor: complaintHandle.start(), status: { ...MENU, step: 'check' } },
}

/** See `playTurn`. */
export function step(state: State, input: Input, world: World): TurnResult {
  return playTurn(REGISTRY, state, input, world)
}

/** See `restoreState`. */
export function restore(json: unknown, languages: readonly Language[]): State {
  return restoreState(REGISTRY, json, languages)
}

/** Where flows speak out of the answer library, besides its ready answers. */
export function previews(library: Library): readonly Preview[] {
  return FLOWS.flatMap((flow) => flow.previews?.(library) ?? [])
}

/** What is said, to somebody who has been greeted, where a flow is opened. */
export function previewAt(target: FlowTarget, lang: Lang, world: World): readonly Say[] {
  const turn = new Turn(REGISTRY, world, { ...initialState(lang), greeted: true })
  startFlow(turn, target)
  return turn.says
}
