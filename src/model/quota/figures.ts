/** Places as an officer entered them: the bot sees no live quota, so every figure is told with its age. */

export type HalfDay = 'morning' | 'afternoon'

/** Places left, as an officer counted them. */
export interface QuotaFigure {
  readonly office: string
  readonly unit: 'office' | 'ulp' | 'mpp' | 'ukk'
  readonly lane: 'regular' | 'express' | 'priority' | 'bap'
  /** `YYYY-MM-DD` in the office's zone. */
  readonly day: string
  /** null: the whole day. */
  readonly half: HalfDay | null
  readonly left: number
  /** ms since epoch */
  readonly enteredAt: number
}

/** Figures older than this are no longer offered as open places, only told as old. */
export const STALE_AFTER_MS = 24 * 3_600_000

/** The latest entry for each unit, lane, day and half-day from `today` on, by day and half-day. */
export function latestFigures(figures: readonly QuotaFigure[], today: string): readonly QuotaFigure[] {
  const latest = new Map<string, QuotaFigure>()
  for (const figure of figures) {
    if (figure.day < today) continue
    const key = [figure.office, figure.unit, figure.lane, figure.day, figure.half].join()
    const known = latest.get(key)
    if (!known || known.enteredAt <= figure.enteredAt) latest.set(key, figure)
  }
  return [...latest.values()].sort((a, b) => (placeInDay(a) < placeInDay(b) ? -1 : 1))
}

function placeInDay({ day, half }: QuotaFigure): string {
  return `${day}${half === 'afternoon' ? 2 : 1}`
}

/** Figures of one place of an office (its counter, a branch), one lane and one day. */
export interface DayFigures {
  readonly unit: QuotaFigure['unit']
  readonly lane: QuotaFigure['lane']
  readonly day: string
  readonly halves: readonly Pick<QuotaFigure, 'half' | 'left'>[]
  /** ms: of the entry that is oldest. */
  readonly enteredAt: number
}

const UNITS = ['office', 'ulp', 'mpp', 'ukk'] as const
const LANES = ['regular', 'express', 'priority', 'bap'] as const

/** Figures by place and lane, the office's ordinary lane first; of each the nearest `days`. */
export function figuresByDay(figures: readonly QuotaFigure[], days: number): readonly DayFigures[] {
  return UNITS.flatMap((unit) =>
    LANES.flatMap((lane) => {
      const own = figures.filter((figure) => figure.unit === unit && figure.lane === lane)
      const nearest = [...new Set(own.map(({ day }) => day))].slice(0, days)
      return nearest.map((day) => {
        const halves = own.filter((figure) => figure.day === day)
        return { unit, lane, day, halves, enteredAt: Math.min(...halves.map((one) => one.enteredAt)) }
      })
    }),
  )
}

/** Figures that say there are places and are fresh enough to act on. */
export function openFigures(figures: readonly QuotaFigure[], now: number): readonly QuotaFigure[] {
  return figures.filter(({ left, enteredAt }) => left > 0 && now - enteredAt <= STALE_AFTER_MS)
}

interface RelativeAge {
  readonly unit: 'now' | 'minute' | 'hour' | 'day'
  readonly count: number
}

/** Plain age of something entered at `at` (ms): "3 jam lalu" → `{ unit: 'hour', count: 3 }`, always rounded down. */
export function relativeAge(at: number, now: number): RelativeAge {
  const minutes = Math.max(0, Math.floor((now - at) / 60_000))
  if (minutes < 1) return { unit: 'now', count: 0 }
  if (minutes < 60) return { unit: 'minute', count: minutes }
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? { unit: 'hour', count: hours } : { unit: 'day', count: Math.floor(hours / 24) }
}
