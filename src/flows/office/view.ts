import { dayIn } from '../../model/dates/calendar.ts'
import { isTellable, lookUpFact, safeValue } from '../../model/facts/fact.ts'
import { breakHoursOn, hoursOn, openStateAt, type DayHours } from '../../model/offices/hours.ts'
import { isOfficialLink, type OfficeDetails } from '../../model/offices/locations.ts'
import type { Office } from '../../model/offices/office.ts'
import type { StepContext } from '../engine/context.ts'
import { t, type Text, type Vars } from '../engine/text.ts'
import { commaList, factNotes, findFact, readyAnswerTexts, todayAt, zoneName } from '../shared/facts.ts'
import { lines } from '../shared/lines.ts'

/** An office in words: address and hours today; lanes and branches on request. What is not known is said so. */

/** What only some offices have: told where it is known. */
const AT_THE_OFFICE = [
  { id: 'visit-order', key: 'visit.order' },
  { id: 'visit-card', key: 'visit.door-card' },
  { id: 'lane-drive-through', key: 'lane.drive-through' },
  { id: 'lane-shelter', key: 'lane.shelter' },
] as const

/** `day`: whose hours are told (`YYYY-MM-DD`), where it is not today. */
export function officeText(at: StepContext<unknown>, office: Office, day?: string): Text {
  return lines(addressText(at, office), hoursText(at, office, day))
}

/** Is the address or an hour of that day not known? Then an officer is to be asked. */
export function isPartlyUnknown(at: StepContext<unknown>, office: Office, day?: string): boolean {
  return !isTellable(addressOf(at, office)) || hoursFor(at, office, day).hours.open === 'unknown'
}

/** What else there is at an office; null where nothing is known. */
export function moreText(at: StepContext<unknown>, office: Office): Text | null {
  const place = at.world.library.officeDetails.find(({ code }) => code === office.code)
  const known = AT_THE_OFFICE.filter(({ key }) => isTellable(findFact(at, key)))
  const here = readyAnswerTexts(
    at,
    known.map(({ id }) => id),
  )
  const [first, ...others] = [...extras(place), ...here]
  return first ? lines(first, ...others) : null
}

/** An address that nobody has confirmed is not told: people would stand before a wrong door. */
function addressText(at: StepContext<unknown>, office: Office): Text {
  const address = addressOf(at, office)
  const vars = { office: office.name }
  const told = isTellable(address) ? safeValue(address) : null
  if (typeof told !== 'string') return t('office.noAddress', vars)
  return lines(t('office.address', { ...vars, address: told }), ...factNotes(address))
}

function addressOf(at: StepContext<unknown>, office: Office) {
  return lookUpFact(at.world.library.facts, 'office.address', office.code, todayAt(at, office))
}

function hoursFor(at: StepContext<unknown>, office: Office, asked?: string) {
  const today = todayAt(at, office)
  // a day asked for earlier and gone by since is not told any more
  const day = asked !== undefined && asked > today ? asked : today
  return { day, today, hours: hoursOn(day, at.world.library.facts, office.code, at.world.holidays) }
}

function hoursText(at: StepContext<unknown>, office: Office, asked?: string): Text {
  const { day, today, hours } = hoursFor(at, office, asked)
  const when: When = day === today ? { words: 'hours' } : { words: 'on', vars: { day } }
  if (hours.open === 'unknown') return t('office.hours.unknown')
  if (!hours.open) return closedText(hours, when)
  return day === today
    ? lines(openText(hours, office.zone, when), nowText(at, office))
    : openText(hours, office.zone, when)
}

/** Words for today, or for the day that is named in them. */
interface When {
  readonly words: 'hours' | 'on'
  readonly vars?: Vars
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

function openText(
  { hours, sure, ramadan }: DayHours & { open: true },
  zone: string,
  { words, vars: named }: When,
): Text {
  const vars = { ...named, from: dotted(hours.from), to: dotted(hours.to), zone: zoneName(zone) }
  const text = t(`office.${words}.${sure ? 'open' : 'openSafe'}`, vars)
  return ramadan ? lines(text, t('office.hours.ramadan')) : text
}

/** `08:00` as it is written here. */
function dotted(time: string): string {
  return time.replace(':', '.')
}

function closedText(hours: DayHours & { open: false }, { words, vars }: When): Text {
  if (hours.reason !== 'holiday') return t(`office.${words}.${hours.reason}`, vars)
  const told = { ...vars, holiday: hours.holiday }
  return t(`office.${words}.${hours.sure ? 'holiday' : 'holidayEstimate'}`, told)
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
