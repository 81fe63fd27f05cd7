import { dayIn } from '../../model/dates/calendar.ts'
import { breakHoursOn, hoursOn, openStateAt, type DayHours } from '../../model/offices/hours.ts'
import { lookUpFact } from '../../model/facts/fact.ts'
import { isOfficialLink, type OfficeDetails } from '../../model/offices/locations.ts'
import type { Office } from '../../model/offices/office.ts'
import { choiceQuestion } from '../engine/question.ts'
import type { Text } from '../engine/conversation.ts'
import { lines } from '../shared/lines.ts'
import { commaList, officeOf, todayAt, zoneName } from '../shared/facts.ts'
import {
  officeSearchSteps,
  nearestStep,
  officeInFirstMessage,
  onLocation,
  officesMentioned,
  onTownText,
  type OfficeSearch,
} from '../shared/office-search.ts'
import { go, open, t, type StepContext, type Flow } from '../engine/flow.ts'

/** Address, hours today, lanes and branches of an office; the nearest to a shared location. What is not known is said so. */

type Offices = OfficeSearch & { readonly words?: string }

export const office: Flow<Offices> = {
  name: 'office',
  first: 'begin',
  isIdle: ({ state }) => state.step === 'show',
  hasProgress: () => false,
  steps: {
    begin: {
      kind: 'decision',
      decide: (at) => officeInFirstMessage(at) ?? go('show'),
    },
    show: choiceQuestion<Offices>({
      prompt: (at) => ({
        text: view(at, officeOf(at)),
        options: [
          { id: 'name', label: t('complaint.otherOffice'), words: 'lain, kantor lain, other, other office' },
          { id: 'quota', label: t('menu.quota'), words: 'jatah, kuota, places, quota' },
          { id: 'requirements', label: t('menu.requirements'), words: 'surat, syarat, papers' },
          { id: 'info', label: t('info.ask'), words: 'tanya, tanya jawab, questions' },
        ],
      }),
      onPick: (_, id) =>
        id === 'name'
          ? go('name')
          : open({ flow: id, ...(id === 'info' && { data: { subject: 'papers' } }) }),
      onText: onTownText,
      onLocation: onLocation,
    }),
    near: nearestStep,
    ...officeSearchSteps<Offices>(),
  },
}

function view(at: StepContext<Offices>, office: Office): Text {
  const place = at.world.library.officeDetails.find(({ code }) => code === office.code)
  return lines(addressText(at, office), hoursText(at, office), ...extras(place), t('office.ask'))
}

/** Address and hours of an office for a question in between: the one named, else that of the conversation. */
export function officeText(at: StepContext<unknown>, words: string): Text {
  const named = officesMentioned(at, words)
  const office = named.length === 1 ? named[0]! : officeOf(at)
  return lines(addressText(at, office), hoursText(at, office))
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
  return t('office.now.break', { until: until.replace(':', '.'), zone: zoneName(zone) })
}

function openText({ hours, sure, ramadan }: DayHours & { open: true }, zone: string): Text {
  const [from, to] = [hours.from, hours.to].map((time) => time.replace(':', '.')) as [string, string]
  const text = t(`office.hours.${sure ? 'open' : 'openSafe'}`, { from, to, zone: zoneName(zone) })
  return ramadan ? lines(text, t('office.hours.ramadan')) : text
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
