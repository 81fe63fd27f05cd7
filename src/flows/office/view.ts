import { dayIn } from '../../model/dates/calendar.ts'
import { isTellable, lookUpFact, safeValue } from '../../model/facts/fact.ts'
import { breakHoursOn, hoursOn, openStateAt, type DayHours } from '../../model/offices/hours.ts'
import { isOfficialLink, type OfficeDetails } from '../../model/offices/locations.ts'
import type { Office } from '../../model/offices/office.ts'
import type { StepContext } from '../engine/context.ts'
import { t, type Text } from '../engine/text.ts'
import { commaList, factNotes, findFact, readyAnswerTexts, todayAt, zoneName } from '../shared/facts.ts'
import { lines } from '../shared/lines.ts'

/** What only some offices have: told where it is known. */
const AT_THE_OFFICE = [
  { id: 'visit-order', key: 'visit.order' },
  { id: 'visit-card', key: 'visit.door-card' },
  { id: 'lane-drive-through', key: 'lane.drive-through' },
  { id: 'lane-shelter', key: 'lane.shelter' },
] as const

/** An office in words: address, hours today, lanes and branches. What is not known is said so. */

export function officeText(at: StepContext<unknown>, office: Office): Text {
  const place = at.world.library.officeDetails.find(({ code }) => code === office.code)
  const known = AT_THE_OFFICE.filter(({ key }) => isTellable(findFact(at, key)))
  const here = readyAnswerTexts(
    at,
    known.map(({ id }) => id),
  )
  return lines(addressText(at, office), hoursText(at, office), ...extras(place), ...here, t('office.ask'))
}

export function addressAndHours(at: StepContext<unknown>, office: Office): Text {
  return lines(addressText(at, office), hoursText(at, office))
}

/** An address that nobody has confirmed is not told: people would stand before a wrong door. */
function addressText(at: StepContext<unknown>, office: Office): Text {
  const address = lookUpFact(at.world.library.facts, 'office.address', office.code, todayAt(at, office))
  const vars = { office: office.name }
  const told = isTellable(address) ? safeValue(address) : null
  if (typeof told !== 'string') return t('office.noAddress', vars)
  return lines(t('office.address', { ...vars, address: told }), ...factNotes(address))
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
