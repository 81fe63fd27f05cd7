import type { FactValue } from '../src/model/facts/fact.ts'
import type { Fact } from './types.ts'
import { orderedParts, isWeeklyHours } from '../src/model/facts/shape.ts'
import { QUOTA_RELEASE_KEY, type QuotaReleaseRule } from '../src/model/facts/release-rule.ts'
import { name, word } from './words.ts'

/** How a fact's value is written by a person. */
export type Kind =
  | 'number'
  | 'boolean'
  | 'list'
  | 'text'
  | 'words'
  | 'hours'
  | 'kinds'
  | 'release'
  | 'parts'
  | 'json'

/** Kinds that have several fields: kept as JSON while they are filled in. */
const FIELDS = new Set<Kind>(['words', 'hours', 'kinds', 'release', 'parts', 'json'])

/** Told by a row of the same key that has a value. */
export function kindOf(key: string, rows: readonly Fact[]): Kind {
  if (key.startsWith('say.')) return 'words'
  if (isWeeklyHours(key)) return 'hours'
  if (key === 'kinds.offered') return 'kinds'
  if (key === QUOTA_RELEASE_KEY) return 'release'
  const value = rows.find((row) => row.key === key && row.value !== null)?.value as FactValue | undefined
  if (typeof value === 'number' || typeof value === 'boolean') return typeof value as 'number' | 'boolean'
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string') ? 'list' : 'json'
  return typeof value === 'object' ? 'parts' : 'text'
}

/** As officers read it. */
export function shown(key: string, given: unknown): string {
  const value = given as FactValue
  if (value === null) return word('unknown')
  if (typeof value === 'boolean') return word(value ? 'yes' : 'no')
  if (typeof value === 'number') return (key.startsWith('fee.') ? 'Rp' : '') + value.toLocaleString('id-ID')
  if (typeof value === 'string') return value
  if (Array.isArray(value))
    return value
      .map((item) => (key === 'kinds.offered' ? name('passportKind', String(item)) : shown(key, item)))
      .join(', ')
  if (key === QUOTA_RELEASE_KEY) return rule(value as QuotaReleaseRule)
  return orderedParts(value as { readonly [part: string]: FactValue })
    .map(([part, item]) => `${name('part', part)} ${Array.isArray(item) ? item.join('–') : shown('', item)}`)
    .join(' · ')
}

/** "Tiap minggu · Jumat · 16:00". */
function rule({ opens, ...parts }: QuotaReleaseRule): string {
  const said = Object.entries(parts).map(([part, one]) =>
    part === 'weekday' ? name('part', one) : String(one),
  )
  return [name('opens', opens), ...said].join(' · ')
}

/** As it is put into the field; own words are put into two. */
export function written(kind: Kind, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (kind === 'list') return (value as string[]).join(', ')
  return FIELDS.has(kind) ? JSON.stringify(value) : String(value)
}

/** What was written, as a value; undefined when it cannot be read. */
export function read(kind: Kind, text: string): FactValue | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  if (kind === 'number') {
    const digits = trimmed.replace(/^Rp\s*/i, '').replaceAll('.', '')
    return /^\d+$/.test(digits) ? Number(digits) : undefined
  }
  if (kind === 'boolean') return trimmed === 'true'
  if (kind === 'list')
    return trimmed
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean)
  if (kind === 'text') return trimmed
  try {
    return JSON.parse(trimmed) as FactValue
  } catch {
    return undefined
  }
}
