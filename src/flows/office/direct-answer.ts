import { parseDate } from '../../model/dates/parse.ts'
import { unknownTown } from '../../model/offices/unknown-town.ts'
import { classifyIntent } from '../../model/understanding/intent.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import type { StepContext } from '../engine/context.ts'
import type { DirectAnswer } from '../engine/hooks.ts'
import { t, type Text } from '../engine/text.ts'
import { todayAt } from '../shared/facts.ts'
import { officeMeant, officesMentioned } from '../shared/office-search.ts'
import { officeHandle } from './handle.ts'
import { officeText } from './view.ts'

/** What of an office is settled at once: its hours on a day that is named, and a town that no list knows. */

/** Asks when an office is open, not when a person comes. */
const HOURS =
  /\b(?:buka|bukanya|tutup|tutupnya|libur|jam (?:berapa|kerja|buka|operasional)|open|closed?|opening|what time)\b/

export function officeDirectAnswer(at: StepContext, text: string): DirectAnswer | null {
  const intent = classifyIntent(text)?.intent
  if (intent !== undefined && intent !== 'office') return null
  const named = officesMentioned(at, text).offices
  const day = dayAsked(at, text)
  // which of several is asked first
  if (day !== null && named.length < 2)
    return {
      texts: [officeText(at, officeMeant(at, text), day)],
      target: officeHandle.start({ words: text, day }),
    }
  const town = intent === 'office' && named.length === 0 ? unknownTownText(text) : null
  return town && { texts: [town], target: officeHandle.start({ words: text }) }
}

/** The day whose hours are asked for (`YYYY-MM-DD` in the office's zone); null for today, and where none is named. */
function dayAsked(at: StepContext<unknown>, text: string): string | null {
  const said = normalise(text)
  if (!HOURS.test(said)) return null
  const today = todayAt(at, officeMeant(at, text))
  const weekend = /\b(?:weekend|akhir pekan)\b/.test(said)
  const { day } = parseDate(weekend ? 'sabtu' : text, today)
  return day === null || day <= today ? null : day
}

/** Where the words ask for an office in a place that no list knows: so it is said. */
export function unknownTownText(text: string): Text | null {
  const town = unknownTown(text)
  return town === null ? null : t('office.unknownTown', { town: titled(town) })
}

function titled(name: string): string {
  return name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
}
