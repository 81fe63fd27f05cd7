import { dayIn } from '../../model/dates/calendar.ts'
import { neighbouringOffices } from '../../model/offices/locations.ts'
import {
  relativeAge,
  figuresByDay,
  latestFigures,
  openFigures,
  STALE_AFTER_MS,
  type DayFigures,
  type QuotaFigure,
} from '../../model/quota/figures.ts'
import { isTellable, safeNumber, safeValue } from '../../model/facts/fact.ts'
import { nextRelease } from '../../model/quota/release.ts'
import { QUOTA_RELEASE_KEY, parseReleaseRule, type QuotaReleaseRule } from '../../model/facts/release-rule.ts'
import type { Office } from '../../model/offices/office.ts'
import type { StepContext } from '../engine/context.ts'
import { t, type Text } from '../engine/text.ts'
import {
  commaList,
  factNotes,
  findFact,
  formatClock,
  officeOf,
  readyAnswerTexts,
  todayAt,
} from '../shared/facts.ts'
import { lines } from '../shared/lines.ts'
import type { QuotaData } from './handle.ts'

/** Places in words: every figure with the moment it was entered, never as if it were seen live. */

/** Lines of figures at most. */
const LINES = 5

export function quotaText(at: StepContext<QuotaData>): Text {
  const office = officeOf(at)
  const { figures = [] } = at.data
  const places =
    figures === 'away'
      ? [t('quota.away')]
      : [...figureLines(at, office, figures), ...nearby(at, office, figures)]
  return lines(
    t('quota.title', { office: office.name }),
    releaseText(at, office),
    ...places,
    ...readyAnswerTexts(at, ['quota-live']),
  )
}

/** When places open, with the year of the report where nobody has confirmed it. */
function releaseText(at: StepContext<QuotaData>, office: Office): Text | null {
  const fact = findFact(at, QUOTA_RELEASE_KEY)
  const rule = parseReleaseRule(safeValue(fact))
  if (!rule) return t('quota.rule.unsure')
  // that each office has its own day says already that it may differ
  return lines(ruleText(at, office, rule), ...(rule.opens === 'announced' ? [] : factNotes(fact)))
}

function ruleText(at: StepContext<QuotaData>, office: Office, rule: QuotaReleaseRule): Text {
  if (rule.opens === 'rolling') return t('quota.rule.rolling', { months: rule.months })
  return rule.opens === 'announced' ? t('quota.rule.announced') : momentText(at, office, rule)
}

function momentText(at: StepContext<QuotaData>, office: Office, rule: QuotaReleaseRule): Text {
  const next = nextRelease(rule, office.zone, at.world.now, at.world.holidays)
  if (!next) return t('quota.rule.unsure')
  const day = next.at === null ? next.day : dayIn(office.zone, next.at)
  const text =
    next.at === null
      ? t('quota.rule.weeklyNoTime', { day: { date: day } })
      : t('quota.rule.weekly', { day: { date: day }, time: formatClock(next.at, office.zone) })
  return next.holiday ? lines(text, t('quota.rule.holiday')) : text
}

/** Days told of the ordinary lane, and of each where there are several lanes or branches. */
const DAYS = 4
const DAYS_OF_EACH = 2

function figureLines(
  at: StepContext<QuotaData>,
  office: Office,
  all: readonly QuotaFigure[],
): readonly Text[] {
  const own = latestFigures(
    all.filter((figure) => figure.office === office.code),
    todayAt(at, office),
  )
  if (own.length === 0) return [t('quota.none'), ...perDay(at)]
  const several = new Set(own.map(({ unit, lane }) => `${unit} ${lane}`)).size > 1
  const days = figuresByDay(own, several ? DAYS_OF_EACH : DAYS).slice(0, LINES)
  const stale = days.some(({ enteredAt }) => at.world.now - enteredAt > STALE_AFTER_MS)
  return [...days.map((day) => dayText(at, office, day, several)), ...(stale ? [t('quota.stale')] : [])]
}

/** How many places a day has here, where it is known. */
function perDay(at: StepContext<QuotaData>): readonly Text[] {
  const fact = findFact(at, 'quota.day')
  const places = isTellable(fact) ? safeNumber(fact) : null
  return places === null ? [] : [t('quota.perDay', { places }), ...factNotes(fact)]
}

/** "Jalur biasa, Senin, 23 November: pagi 12, siang penuh. Ditulis jam …"; the lane only where there are several. */
function dayText(at: StepContext<QuotaData>, office: Office, figures: DayFigures, several: boolean): Text {
  const { day, halves, enteredAt } = figures
  const date = t('quota.day', { day: { date: day } })
  return t('quota.figure', {
    day: { text: several ? commaList([...placeOf(at, office.code, figures), date]) : date },
    left: { text: commaList(halves.map(halfText)) },
    time: formatClock(enteredAt, office.zone),
    age: { text: ageText(at, enteredAt) },
  })
}

function halfText({ half, left }: DayFigures['halves'][number]): Text {
  return t(`quota.${left > 0 ? 'left' : 'full'}.${half ?? 'day'}`, { count: left })
}

function ageText({ world }: StepContext<QuotaData>, enteredAt: number): Text {
  const { unit, count } = relativeAge(enteredAt, world.now)
  return t(`age.${unit}`, { count })
}

/** A branch by its name where the office has one of that kind, and the lane. */
function placeOf(
  at: StepContext<QuotaData>,
  office: string,
  { unit, lane }: Pick<DayFigures, 'unit' | 'lane'>,
): Text[] {
  const ofLane = t(`office.lane.${lane}`)
  if (unit === 'office') return [ofLane]
  const place = at.world.library.officeDetails.find(({ code }) => code === office)
  const [branch, ...others] = place?.units.filter(({ kind }) => kind === unit) ?? []
  const name = branch && others.length === 0 ? { raw: branch.name } : t(`office.unit.${unit}`)
  return lane === 'regular' ? [name] : [name, ofLane]
}

/** The lane that is booked in the app, at the office and its branches. */
function regular(all: readonly QuotaFigure[], office: string): readonly QuotaFigure[] {
  return all.filter((figure) => figure.office === office && figure.lane === 'regular')
}

/** Other offices where an officer entered places not long ago. */
function nearby(at: StepContext<QuotaData>, office: Office, all: readonly QuotaFigure[]): readonly Text[] {
  const { world } = at
  const near = neighbouringOffices(office.code, world.library.officeDetails).flatMap(({ code, km }) => {
    const other = world.offices.find((one) => one.code === code)
    if (!other) return []
    const fresh = openFigures(latestFigures(regular(all, code), todayAt(at, other)), world.now)
    const first = fresh[0]
    return first ? [nearText(at, other, km, first)] : []
  })
  return near.length > 0 ? [t('quota.near'), ...near] : []
}

function nearText(at: StepContext<QuotaData>, { code, name }: Office, km: number, figure: QuotaFigure): Text {
  const { unit, day, left, enteredAt } = figure
  const branch = unit === 'office' ? [] : placeOf(at, code, figure)
  const office = { text: commaList([{ raw: name }, ...branch]) }
  return t('quota.nearWith', {
    office,
    km,
    day: { date: day },
    count: left,
    age: { text: ageText(at, enteredAt) },
  })
}
