import { dayIn } from '../../model/dates/calendar.ts'
import { lookUpFact } from '../../model/facts/fact.ts'
import { breakHoursOn, hoursOn, openStateAt, type DayHours } from '../../model/offices/hours.ts'
import { isOfficialLink, type OfficeDetails } from '../../model/offices/locations.ts'
import type { Office } from '../../model/offices/office.ts'
import type { StepContext } from '../engine/context.ts'
import { t, type Text } from '../engine/text.ts'
import { commaList, todayAt, zoneName } from '../shared/facts.ts'
import { lines } from '../shared/lines.ts'

/** An office in words: address and hours today; lanes and branches on request. What is not known is said so. */

export function officeText(at: StepContext<unknown>, office: Office): Text {
  return lines(addressText(at, office), hoursText(at, office))
}

/** What else there is at an office; null where nothing is known. */
export function moreText(at: StepContext<unknown>, office: Office): Text | null {
  const place = at.world.library.officeDetails.find(({ code }) => code === office.code)
  const [first, ...others] = extras(place)
  return first ? lines(first, ...others) : null
}

/** An address that nobody has confirmed is not told: people would stand before a wrong door. */
function addressText(at: StepContext<unknown>, office: Office): Text {
  const address = lookUpFact(at.world.library.facts, 'office.address', office.code, todayAt(at, office))
  const vars = { office: office.name }
  if (!address.sure || typeof address.value !== 'string') return t('office.noAddress', vars)
  return t('office.address', { ...vars, address: address.value })
}

function hoursText(at: StepContext<unknown>, office: Office): Text {
  const day = todayAt(at, office)
  const hours = hoursOn(day, at.world.library.facts, office.code, at.world.holidays)
  if (hours.open === 'unknown') return t('office.hours.unknown')
  return hours.open ? lines(openText(hours, office.zone), nowText(at, office)) : closedText(hours)
}

/** How the office stands at this moment; of hours that are not sure nothing is said. */
function nowText({ world }: StepContext<unknown>, { zone, code }: Office): Text | null {
  const { facts } = world.library
  const now = openStateAt(world.now, zone, facts, code, world.holidays)
  if (now === null) return null
  if (now !== 'break') return t(`office.now.${now}`)
  const until = breakHoursOn(dayIn(zone, world.now), facts, code)?.to ?? ''
  return t('office.now.break', { until: dotted(until), zone: zoneName(zone) })
}

function openText({ hours, sure, ramadan }: DayHours & { open: true }, zone: string): Text {
  const vars = { from: dotted(hours.from), to: dotted(hours.to), zone: zoneName(zone) }
  const text = t(`office.hours.${sure ? 'open' : 'openSafe'}`, vars)
  return ramadan ? lines(text, t('office.hours.ramadan')) : text
}

/** `08:00` as it is written here. */
function dotted(time: string): string {
  return time.replace(':', '.')
}

function closedText(hours: DayHours & { open: false }): Text {
  if (hours.reason !== 'holiday') return t(`office.hours.${hours.reason}`)
  return t(`office.hours.${hours.sure ? 'holiday' : 'holidayEstimate'}`, { holiday: hours.holiday })
}

/** Lanes beside the ordinary one, branches, and the page: only the Directorate General's own. */
function extras(place: OfficeDetails | undefined): readonly Text[] {
  if (!place) return []
  const lanes = place.lanes.filter((lane) => lane !== 'regular').map((lane) => t(`office.lane.${lane}`))
  const units = place.units.map(({ kind, name }) =>
    t('office.branch', { kind: { text: t(`office.unit.${kind}`) }, name }),
  )
  const site =
    place.site !== null && isOfficialLink(place.site) ? [t('office.site', { site: place.site })] : []
  const ways = lanes.length > 0 ? [t('office.lanes', { lanes: { text: commaList(lanes) } })] : []
  return [...ways, ...units, ...site]
}
