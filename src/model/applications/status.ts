import { addDays, addWorkingDays, type Holidays } from '../dates/calendar.ts'
import { lookUpFact, safeNumber, type Fact } from '../facts/fact.ts'

/** An application as the registry knows it, and what its status means for the person. */

/** Status codes, in the order an application goes through them. */
export const APPLICATION_STATUSES = [
  'DRAFT',
  'MENUNGGU_PEMBAYARAN',
  'KADALUARSA',
  'TERJADWAL',
  'DIJADWAL_ULANG',
  'TIDAK_HADIR',
  'WAWANCARA_FOTO',
  'DIPERIKSA',
  'DITANGGUHKAN',
  'DITOLAK',
  'DICETAK',
  'SIAP_DIAMBIL',
  'DISERAHKAN',
  'DIBATALKAN',
] as const
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number]

/** A row of `statuses.json`: words under `status.<code>.name`, what to do under `status.<code>.do`. */
export interface StatusDefinition {
  readonly code: ApplicationStatus
  /** Nothing more will happen. */
  readonly final: boolean
  /** Other names of this status in lists and trackers. */
  readonly aliases: readonly string[]
  readonly source: string
}

/** The status a cell of an import or another system means, whatever its case, spaces and dashes; null if none. */
export function parseStatus(text: string, rows: readonly StatusDefinition[]): ApplicationStatus | null {
  const said = squeezed(text)
  return rows.find((row) => [row.code, ...row.aliases].some((name) => squeezed(name) === said))?.code ?? null
}

function squeezed(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '')
}

export type ExpectedReadyDay =
  | {
      readonly day: string
      /** Working days it takes. */
      readonly workingDays: number
      /** False: the usual term, this office may differ (to be said). */
      readonly sure: boolean
      /** A holiday on the way is only an estimate. */
      readonly estimate: boolean
    }
  | { readonly day: null }

/** When a passport should be ready: working days of the office after the interview was approved on `interview`. */
export function expectedReadyDay(
  interview: string,
  facts: readonly Fact[],
  office: string | null,
  holidays: Holidays,
): ExpectedReadyDay {
  const picked = lookUpFact(facts, 'days.issue', office, interview)
  const workingDays = safeNumber(picked)
  if (workingDays === null) return { day: null }
  const day = addWorkingDays(interview, workingDays, holidays)
  const estimate = [...holidays.values()].some(
    ({ date, status }) => status === 'estimate' && interview < date && date <= day,
  )
  return { day, workingDays, sure: picked.sure, estimate }
}

/** A name as shown to whoever asks: `Siti Aminah` → `Si** Am****`. Enough to recognise one's own, not to learn another's. */
export function maskName(name: string): string {
  return name
    .normalize('NFC')
    .trim()
    .split(/\s+/)
    .map((word) => {
      const letters = [...word]
      const shown = letters.length > 2 ? 2 : 1
      return letters.slice(0, shown).join('') + '*'.repeat(letters.length - Math.min(shown, letters.length))
    })
    .join(' ')
}

/** A watch ends by itself after this many days: longer than a passport should take, and than it waits to be collected. */
const WATCH_DAYS = 90

/** The last day a watch that began on `day` is kept. */
export function applicationWatchEnds(day: string): string {
  return addDays(day, WATCH_DAYS)
}
