import { apphelp } from './apphelp.ts'
import { complaint } from './complaint.ts'
import type { Input, Lang, Say, State, Turn, World } from './flow.ts'
import { cost } from './cost.ts'
import { human } from './human.ts'
import { info } from './info.ts'
import { menu } from './menu.ts'
import { begin } from './moves.ts'
import { office } from './office.ts'
import { quota } from './quota.ts'
import { rating } from './rating.ts'
import { requirements } from './requirements.ts'
import { reschedule } from './reschedule.ts'
import { initial, reviveIn } from './saved.ts'
import { sceneOf, type Entry, type House } from './scene.ts'
import type { Flow, Opening } from './script.ts'
import { play } from './step.ts'
import { status } from './status.ts'
import { ticket } from './ticket.ts'

/** The menu. What is not built yet goes to a person with the question: give it its own flow here when it is. */
const ENTRIES: readonly Entry[] = [
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

const HOUSE: House = { flows: new Map(FLOWS.map((flow) => [flow.name, flow])), entries: ENTRIES }

export { initial }

/** See `play`. */
export function step(state: State, input: Input, world: World): Turn {
  return play(HOUSE, state, input, world)
}

/** What is said, to somebody who has been greeted, where a flow is opened. */
export function sayAt(opening: Opening, lang: Lang, world: World): readonly Say[] {
  const scene = sceneOf(HOUSE, world, { ...initial(lang), greeted: true })
  begin(scene, opening)
  return scene.says
}

/** See `reviveIn`. */
export function revive(json: unknown): State {
  return reviveIn(HOUSE, json)
}
