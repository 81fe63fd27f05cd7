import type { Fact as FactRow } from '../../../generated/prisma/client.ts'
import type { Fact, FactValue } from '../../../model/facts/fact.ts'
import { toDay } from '../days.ts'

type Row = Pick<
  FactRow,
  | 'key'
  | 'office'
  | 'value'
  | 'validFrom'
  | 'validTo'
  | 'source'
  | 'confidence'
  | 'year'
  | 'confirmedAt'
  | 'confirmedBy'
  | 'note'
>

/** A row as the library reads it; once an officer has confirmed it, it is confirmed. */
export function toFact(row: Row): Fact {
  const { key, office, source, year, confirmedBy, note } = row
  return {
    key,
    office,
    value: row.value as FactValue,
    validFrom: toDay(row.validFrom),
    validTo: toDay(row.validTo),
    source,
    confidence: row.confirmedAt === null ? row.confidence : 'confirmed',
    year,
    confirmedBy,
    note,
  }
}
