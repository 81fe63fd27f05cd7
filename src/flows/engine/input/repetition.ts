import { matchesPhrase } from '../../../model/understanding/normalise.ts'
import type { Say } from '../conversation.ts'
import { t } from '../text.ts'
import type { Turn } from '../turn.ts'
import { offerPerson } from './repair.ts'

/** The same message is not said twice in a row: the second time it is said to be one, the third a person is offered. */

const AGAIN = t('repair.again')

export function avoidRepetition(turn: Turn, text: string): void {
  if (wantsAgain(turn, text) || turn.flow?.collectsStory) return
  const before = turn.initial.lastSaid
  if (turn.says.length === 0 || words(turn.says) !== words(before)) return
  if (isAgain(before[0]) && !turn.memory.interruption) return offerPerson(turn)
  turn.sayFirst({ text: AGAIN })
}

function wantsAgain({ world }: Turn, text: string): boolean {
  return matchesPhrase(text, world.hears['command.ulangi']) || /^\s*8\s*$/.test(text)
}

function words(says: readonly Say[]): string {
  return JSON.stringify(says.filter((say) => !isAgain(say)).map(({ text, choices }) => [text, choices]))
}

function isAgain(say: Say | undefined): boolean {
  return say !== undefined && 'key' in say.text && say.text.key === 'repair.again'
}
