import type { FactValue } from '../../src/model/facts/fact.ts'
import { orderedParts, isWeeklyHours } from '../../src/model/facts/shape.ts'
import { partsOf } from '../../src/model/facts/values.ts'
import type { QuotaReleaseRule } from '../../src/model/facts/release-rule.ts'
import { parseReleaseRule, QUOTA_RELEASE_KEY } from '../../src/model/facts/release-rule.ts'
import type { Fact } from '../types.ts'
import { number } from '../words/format.ts'
import { name, nameOr, word } from '../words/words.ts'

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
  const value = rows.find((row) => row.key === key && row.value !== null)?.value
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string') ? 'list' : 'json'
  return typeof value === 'object' ? 'parts' : 'text'
}

/** As officers read it. */
export function formatValue(key: string, value: FactValue): string {
  if (value === null) return word('value.unknown')
  if (typeof value === 'boolean') return word(value ? 'value.yes' : 'value.no')
  if (typeof value === 'number') return (key.startsWith('fee.') ? 'Rp' : '') + number(value)
  if (typeof value === 'string') return value
  if (Array.isArray(value))
    return value
      .map((item) =>
        key === 'kinds.offered' ? nameOr('passportKind', String(item)) : formatValue(key, item),
      )
      .join(', ')
  const release = key === QUOTA_RELEASE_KEY ? parseReleaseRule(value) : null
  if (release) return formatRelease(release)
  return orderedParts(partsOf(value) ?? {})
    .map(
      ([part, item]) =>
        `${nameOr('part', part)} ${Array.isArray(item) ? item.join('–') : formatValue('', item)}`,
    )
    .join(' · ')
}

/** "Tiap minggu · Jumat · 16:00". */
function formatRelease({ opens, ...parts }: QuotaReleaseRule): string {
  const said = Object.entries(parts).map(([part, one]) =>
    part === 'weekday' ? nameOr('part', String(one)) : String(one),
  )
  return [name('opens', opens), ...said].join(' · ')
}

/** As it is put into the field; own words are put into one for each language. */
export function fieldText(kind: Kind, value: FactValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (kind === 'list' && Array.isArray(value)) return value.join(', ')
  return FIELDS.has(kind) ? JSON.stringify(value) : String(value)
}

/** `1.000.000`, also with commas or `Rp`: groups of three, so that 1,5 is not read as 15. */
const WHOLE_NUMBER = /^(?:Rp\s*)?(\d+|\d{1,3}(?:[.,]\d{3})+)$/i

/** What was written, as a value; undefined when it cannot be read. */
export function parseValue(kind: Kind, text: string): FactValue | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  if (kind === 'number') {
    const digits = WHOLE_NUMBER.exec(trimmed)?.[1]
    return digits === undefined ? undefined : Number(digits.replaceAll(/[.,]/g, ''))
  }
  if (kind === 'boolean') return trimmed === 'true'
  if (kind === 'list')
    return trimmed
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean)
  if (kind === 'text') return trimmed
  try {
    const value: FactValue = JSON.parse(trimmed)
    return value
  } catch {
    return undefined
  }
}
