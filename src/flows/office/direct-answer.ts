import { townWithoutOffice } from '../../model/offices/towns.ts'
import { parseDate } from '../../model/dates/parse.ts'
import { classifyIntent } from '../../model/understanding/intent.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import type { StepContext } from '../engine/context.ts'
import type { DirectAnswer } from '../engine/hooks.ts'
import { t, type Text } from '../engine/text.ts'
import { todayAt } from '../shared/facts.ts'
import { officeMeant, officesMentioned } from '../shared/office-search.ts'
import { officeHandle } from './handle.ts'
import { officeText } from './view.ts'

/** What of an office is settled at once: its hours on a day that is named, and a town that has none. */

/** Asks when an office is open, not when a person comes. */
const HOURS =
  /\b(?:buka|bukanya|tutup|tutupnya|libur|jam (?:berapa|kerja|buka|operasional)|open|closed?|opening|what time)\b/

export function officeDirectAnswer(at: StepContext, text: string): DirectAnswer | null {
  const intent = classifyIntent(text)?.intent
  if (intent !== undefined && intent !== 'office') return null
  const day = dayAsked(at, text)
  if (day !== null)
    return {
      texts: [officeText(at, officeMeant(at, text), day)],
      target: officeHandle.start({ words: text, day }),
    }
  const noOffice = intent === 'office' && officesMentioned(at, text).length === 0
  const town = noOffice ? noOfficeText(at, text) : null
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

/** Where the words ask for an office in a town that has none: so it is said, with one near it. */
export function noOfficeText(at: StepContext<unknown>, text: string): Text | null {
  const town = townWithoutOffice(text)
  if (!town) return null
  const near = at.world.offices.find(({ code }) => code === town.office)
  return near
    ? t('office.none', { town: titled(town.name), office: near.name })
    : t('office.noneNear', { town: titled(town.name) })
}

function titled(name: string): string {
  return name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
}
