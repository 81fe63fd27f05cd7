import type { FactValue } from './fact.ts'

/** What values of facts are made of. */

/** The kinds of passport an office may issue, the commoner first. */
export const PASSPORT_KINDS = ['electronic', 'plain'] as const
export type PassportKind = (typeof PASSPORT_KINDS)[number]

/** Is the value a kind of passport there is? */
export function isPassportKind(value: unknown): value is PassportKind {
  return PASSPORT_KINDS.some((kind) => kind === value)
}

/** `HH:MM`. */
export function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
}

/** `YYYY-MM-DD`. */
export function isDate(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
}

/** A value that has parts: a span, the hours of a week, an office’s own words. */
export type FactParts = { readonly [part: string]: FactValue }

/** A value that has parts; null when it has none. */
export function partsOf(value: FactValue): FactParts | null {
  return hasParts(value) ? value : null
}

function hasParts(value: FactValue): value is FactParts {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
