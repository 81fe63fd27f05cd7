import type { Content } from '../../model/message.ts'
import { phrases, saysOneOf } from '../../model/understanding.ts'
import { asideOf } from './interruption.ts'
import { keptOf, remember, say, underWay, type Scene } from './turn-context.ts'
import { t } from './flow.ts'

const STOP = phrases(
  'berhenti, stop, jangan ingatkan lagi, jangan kabari lagi, berhenti ingatkan, berhenti kabari, stop reminding me, unsubscribe',
)

/** Everything that writes to a person unasked. */
const REMINDERS = ['visit', 'status', 'status watch', 'pay', 'quota watch']

/** "Berhenti" while nothing is under way: no more reminders and news of any kind. */
export function fallsQuiet(scene: Scene, content: Content): boolean {
  if (content.kind !== 'text' || !saysOneOf(content.text, STOP)) return false
  if (underWay(scene) || asideOf(scene)) return false
  for (const name of REMINDERS) scene.effects.push({ do: 'stop reminding', name })
  for (const what of ['applications', 'quota'] as const) scene.effects.push({ do: 'stop watching', what })
  // a countdown or a watch that is no more must not be shown as running
  remember(scene, {
    kept: { ...keptOf(scene.state), payUntil: undefined, watch: undefined, watched: undefined },
  })
  say(scene, { text: t('notices.stopped') })
  return true
}
