import { rankIntents } from '../../../model/understanding/intent.ts'
import type { LikelyReading } from '../hooks.ts'
import { targetOf } from '../registry.ts'
import type { Reading } from '../state.ts'
import { t } from '../text.ts'
import type { Turn } from '../turn.ts'

/** What unclear words most likely mean, to choose from by number. */

/** Readings offered at most, and the least likelihood of one (0–1), and of one that stands alone: below it the offer would be a riddle. */
const MOST = 3
const LEAST = 0.2
const LEAST_ALONE = 0.5

export function likelyReadings(turn: Turn, text: string): readonly Reading[] {
  if (text === '') return []
  const own = [...turn.registry.flows.values()].flatMap((flow) => flow.readings?.(turn.context, text) ?? [])
  const likely = [...own, ...intentReadings(turn, text)]
    .filter(({ confidence }) => confidence >= LEAST)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, MOST)
  const [only, ...others] = likely
  if (others.length === 0 && (only?.confidence ?? 0) < LEAST_ALONE) return []
  return likely.map(({ id, label, target }) => ({ id, label, target }))
}

/** Flows that the words may speak of; the one under way has not understood them. */
function intentReadings({ registry, state }: Turn, text: string): readonly LikelyReading[] {
  return rankIntents(text).flatMap(({ intent, confidence }) => {
    const target = targetOf(registry, intent)
    if (target.flow === registry.home.flow || target.flow === state.flow) return []
    const data = { ...target.data, words: text }
    return [{ id: intent, label: t(`flow.${intent}`), target: { ...target, data }, confidence }]
  })
}
