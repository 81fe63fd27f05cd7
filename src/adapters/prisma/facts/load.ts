import type { Prisma as Values } from '../../../generated/prisma/client.ts'
import type { Fact, FactValue } from '../../../model/facts/fact.ts'
import type { Prisma } from '../client.ts'
import { toDay } from '../days.ts'

/** What the library reads of a row: the whole library is read every minute, and the client takes three times as long for all columns. */
const COLUMNS = {
  key: true,
  office: true,
  value: true,
  validFrom: true,
  validTo: true,
  source: true,
  confidence: true,
  confirmedAt: true,
  confirmedBy: true,
  note: true,
} as const

type Row = Values.FactGetPayload<{ select: typeof COLUMNS }>

/** A row as the library reads it; once an officer has confirmed it, it is confirmed. */
export function toFact(row: Row): Fact {
  const { key, office, source, confirmedBy, note } = row
  return {
    key,
    office,
    value: row.value as FactValue,
    validFrom: toDay(row.validFrom),
    validTo: toDay(row.validTo),
    source,
    confidence: row.confirmedAt === null ? row.confidence : 'confirmed',
    confirmedBy,
    note,
  }
}

/**
 * The rows of the answer library that are not retired, past and still to come: which of them holds on a day is for the library to
 * say, in the office's zone. Officers' rows come last, so that they win over a seeded row that begins on the same day.
 */
export async function loadFacts(prisma: Prisma): Promise<readonly Fact[]> {
  const rows = await prisma.fact.findMany({
    where: { retiredAt: null },
    select: COLUMNS,
    orderBy: [
      { key: 'asc' },
      { createdBy: { sort: 'asc', nulls: 'first' } },
      { validFrom: { sort: 'asc', nulls: 'first' } },
      { office: 'asc' },
      { id: 'asc' },
    ],
  })
  return rows.map(toFact)
}
