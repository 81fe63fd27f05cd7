import { dayIn } from '../model/clock.ts'
import { neighbours } from '../model/places.ts'
import { ageOf, latestFigures, openFigures, STALE_MS, type QuotaFigure } from '../model/quota-figures.ts'
import { nextRelease, releaseRule, type ReleaseRule } from '../model/quota.ts'
import type { Office } from '../model/office.ts'
import type { Text } from './flow.ts'
import { joined } from './joined.ts'
import { answersTold, clockAt, factFor, officeOf, todayAt } from './know.ts'
import type { Finding } from './office-find.ts'
import { t, type At } from './script.ts'

/** Places in words: every figure with the moment it was entered, never as if it were seen live. */

export type Places = Finding & {
  /** The words that opened the flow. */
  readonly words?: string
  /** Office of a watch that has run out. */
  readonly watch?: string
  /** As last entered for the office and those near it. */
  readonly figures?: readonly QuotaFigure[] | 'away'
}

/** Lines of figures at most. */
const LINES = 6

export function view(at: At<Places>): Text {
  const office = officeOf(at)
  const { figures = [] } = at.data
  const told =
    figures === 'away'
      ? [t('quota.away')]
      : [...figureLines(at, office, figures), ...nearby(at, office, figures)]
  return joined(
    t('quota.title', { office: office.name }),
    releaseText(at, office),
    ...told,
    ...answersTold(at, ['quota-live']),
  )
}

/** When places open, from a rule somebody has confirmed. */
function releaseText(at: At<Places>, office: Office): Text | null {
  const rule = releaseRule(at.world.library.releases, office.code, 'regular', todayAt(at, office))
  if (!rule || rule.confidence !== 'confirmed') return t('quota.rule.unsure')
  if (rule.pattern.kind === 'rolling') return t('quota.rule.rolling', { months: rule.pattern.months })
  if (rule.pattern.kind === 'announced') return t('quota.rule.announced')
  return momentText(at, office, rule)
}

function momentText(at: At<Places>, office: Office, rule: ReleaseRule): Text {
  const next = nextRelease(rule, at.world.now, at.world.holidays)
  if (!next) return t('quota.rule.unsure')
  const day = next.at === null ? next.day : dayIn(office.zone, next.at)
  const text =
    next.at === null
      ? t('quota.rule.weeklyNoTime', { day: { date: day } })
      : t('quota.rule.weekly', { day: { date: day }, time: clockAt(next.at, office.zone) })
  return next.holiday ? joined(text, t('quota.rule.holiday')) : text
}

function figureLines(at: At<Places>, office: Office, all: readonly QuotaFigure[]): readonly Text[] {
  const own = latestFigures(regular(all, office.code), todayAt(at, office)).slice(0, LINES)
  if (own.length === 0) return [t('quota.none'), ...perDay(at)]
  const stale = own.some(({ enteredAt }) => at.world.now - enteredAt > STALE_MS)
  return [...own.map((figure) => figureText(at, office, figure)), ...(stale ? [t('quota.stale')] : [])]
}

function regular(all: readonly QuotaFigure[], office: string): readonly QuotaFigure[] {
  return all.filter((figure) => figure.office === office && figure.lane === 'regular')
}

/** How many places a day has here, where an officer has confirmed it. */
function perDay(at: At<Places>): readonly Text[] {
  const places = factFor(at, 'quota.day')
  return places.sure && typeof places.value === 'number' ? [t('quota.perDay', { places: places.value })] : []
}

function figureText(at: At<Places>, office: Office, { day, half, left, enteredAt }: QuotaFigure): Text {
  const { unit, n } = ageOf(enteredAt, at.world.now)
  return t(left > 0 ? 'quota.figure' : 'quota.full', {
    day: { date: day },
    half: { text: t(`quota.half.${half ?? 'all'}`) },
    left,
    time: clockAt(enteredAt, office.zone),
    age: { text: t(`age.${unit}`, { n }) },
  })
}

/** Other offices where an officer entered places not long ago. */
function nearby(at: At<Places>, office: Office, all: readonly QuotaFigure[]): readonly Text[] {
  const { world } = at
  const near = neighbours(office.code, world.library.places).flatMap(({ code, km }) => {
    const other = world.offices.find((one) => one.code === code)
    if (!other) return []
    const fresh = openFigures(latestFigures(regular(all, code), todayAt(at, other)), world.now)
    const first = fresh[0]
    return first ? [nearText(at, other, km, first)] : []
  })
  return near.length > 0 ? [t('quota.near'), ...near] : []
}

function nearText({ world }: At<Places>, { name }: Office, km: number, figure: QuotaFigure): Text {
  const { unit, n } = ageOf(figure.enteredAt, world.now)
  const age = { text: t(`age.${unit}`, { n }) }
  return t('quota.nearWith', { office: name, km, day: { date: figure.day }, left: figure.left, age })
}

/** The office such news is about. */
export function openedAt({ figures }: Places): string {
  return (figures === 'away' ? undefined : figures?.[0]?.office) ?? ''
}

/** The news that places were entered at a watched office. */
export function openedText({ world, data }: At<Places>): Text {
  const figures = data.figures === 'away' ? [] : (data.figures ?? [])
  const name = world.offices.find((one) => one.code === openedAt(data))?.name ?? ''
  return t('quota.opened', { office: name, left: figures.reduce((sum, { left }) => sum + left, 0) })
}
