import { apphelp } from './apphelp/index.ts'
import { complaint } from './complaint/index.ts'
import type { Input, Lang, Say, State, TurnResult, World } from './engine/conversation.ts'
import { cost } from './cost/index.ts'
import { human } from './human/index.ts'
import { info } from './info/index.ts'
import { menu } from './menu/index.ts'
import { startFlow } from './engine/transition.ts'
import { office } from './office/index.ts'
import { quota } from './quota/index.ts'
import { rating } from './rating/index.ts'
import { requirements } from './requirements/index.ts'
import { reschedule } from './reschedule/index.ts'
import { initialState, restoreState } from './engine/saved-state.ts'
import { createTurnContext, type MenuEntry, type FlowRegistry } from './engine/turn-context.ts'
import type { Flow, FlowTarget } from './engine/flow.ts'
import { playTurn } from './engine/turn.ts'
import { status } from './status/index.ts'
import { ticket } from './ticket/index.ts'

/** The menu. What is not built yet goes to a person with the question: give it its own flow here when it is. */
const ENTRIES: readonly MenuEntry[] = [
  { id: 'requirements', opens: { flow: 'requirements' } },
  { id: 'cost', opens: { flow: 'cost' } },
  {
    id: 'schedule',
    entries: [
      { id: 'quota', opens: { flow: 'quota' } },
      { id: 'reschedule', opens: { flow: 'reschedule' } },
      { id: 'scheduleInfo', opens: { flow: 'info', data: { subject: 'schedule' } } },
    ],
  },
  {
    id: 'check',
    entries: [
      { id: 'status', opens: { flow: 'status' } },
      { id: 'tickets', opens: { flow: 'ticket' } },
      { id: 'checkInfo', opens: { flow: 'info', data: { subject: 'result' } } },
    ],
  },
  { id: 'apphelp', opens: { flow: 'apphelp' } },
  { id: 'office', opens: { flow: 'office' } },
  { id: 'complaint', opens: { flow: 'complaint' } },
]

/** Every flow; a new one is a file and a line here. */
export const FLOWS: readonly Flow[] = [
  menu(ENTRIES),
  requirements,
  cost,
  quota,
  office,
  info,
  apphelp,
  status,
  reschedule,
  complaint,
  ticket,
  human,
  rating,
]

const HOUSE: FlowRegistry = { flows: new Map(FLOWS.map((flow) => [flow.name, flow])), menu: ENTRIES }

export { initialState }

/** See `play`. */
export function step(state: State, input: Input, world: World): TurnResult {
  return playTurn(HOUSE, state, input, world)
}

/** What is said, to somebody who has been greeted, where a flow is opened. */
export function previewAt(opening: FlowTarget, lang: Lang, world: World): readonly Say[] {
  const turn = createTurnContext(HOUSE, world, { ...initialState(lang), greeted: true })
  startFlow(turn, opening)
  return turn.says
}

/** See `reviveIn`. */
export function restore(json: unknown): State {
  return restoreState(HOUSE, json)
}
