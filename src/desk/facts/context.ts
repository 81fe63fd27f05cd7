import { dayIn } from '../../model/dates/calendar.ts'
import type { Library } from '../../model/library.ts'
import type { Officer } from '../../model/officer.ts'
import { OperationRefused } from '../errors.ts'
import type { FactStore } from '../ports/facts.ts'
import type { Texts } from '../ports/texts.ts'
import type { ReferenceCache } from '../reference.ts'

export interface FactsDeps {
  readonly store: FactStore
  readonly reference: Pick<ReferenceCache, 'get' | 'refresh'>
  readonly texts: Texts
  readonly newId: () => string
  readonly now: () => number
  /** The default office. */
  readonly office: string
}

type Reference = Pick<FactsDeps, 'reference'>

/** The answer library as the bot of this process knows it. */
export function libraryOf({ reference }: Reference): Library {
  return reference.get().library
}

/** `YYYY-MM-DD` in the office's zone; a fact for all offices counts in Jakarta's. */
export function today(
  { reference, now }: Pick<FactsDeps, 'reference' | 'now'>,
  office: string | null,
): string {
  const known = reference.get().offices.find(({ code }) => code === office)
  return dayIn(known?.zone ?? 'Asia/Jakarta', now())
}

/** The office's code. Throws OperationRefused `unknown-office`. */
export function knownOffice({ reference }: Reference, office: string): string {
  if (!reference.get().offices.some(({ code }) => code === office))
    throw new OperationRefused('unknown-office', { field: 'office' })
  return office
}

/** Supervisors of an office keep its own rows; those who work everywhere keep every row. */
export function mayChange(officer: Officer, office: string | null): boolean {
  return officer.role !== 'ambassador' && (officer.office === null || officer.office === office)
}
