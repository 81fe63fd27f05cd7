import type { z } from 'zod'
import type { FactView } from '../desk/facts/index.ts'
import { moment, momentOrNull } from './present.ts'
import { Problem } from './problem.ts'
import type { AnswersQuery, FactRequest, FactsQuery, PreviewRequest } from './requests.ts'
import type { Asked } from './route.ts'
import type * as schema from './schemas.ts'

export async function facts({ desk, officer, query }: Asked<z.output<typeof FactsQuery>>) {
  const { limit, cursor, ...filter } = query
  const all = await desk.facts.list(officer, filter)
  const from = cursor === undefined ? 0 : placeAfter(all, cursor)
  const items = all.slice(from, from + limit).map(factJson)
  return { items, nextCursor: from + limit < all.length ? items.at(-1)!.id : null }
}

/** The cursor is the id of the last row shown; who changed the list meanwhile may have taken that row away. */
function placeAfter(all: readonly FactView[], cursor: string): number {
  const at = all.findIndex(({ row }) => row.id === cursor)
  if (at >= 0) return at + 1
  throw new Problem(422, 'wrong-fields', 'cursor: is not one of this list', {
    errors: [{ field: 'cursor', message: 'is not one of this list' }],
  })
}

export async function putFact({ desk, officer, body }: Asked<unknown, z.output<typeof FactRequest>>) {
  return factJson(await desk.facts.put(officer, body))
}

export async function confirmFact({ desk, officer, params }: Asked) {
  return factJson(await desk.facts.confirm(officer, params.id!))
}

export async function retireFact({ desk, officer, params }: Asked) {
  return factJson(await desk.facts.retire(officer, params.id!))
}

export async function previewFact({ desk, officer, body }: Asked<unknown, z.output<typeof PreviewRequest>>) {
  const { day, ...draft } = body
  return desk.facts.preview(officer, draft, day)
}

export async function answers({ desk, officer, query }: Asked<z.output<typeof AnswersQuery>>) {
  return { items: await desk.facts.answers(officer, query) }
}

function factJson({ row, holds, answers, mayChange }: FactView): z.output<typeof schema.Fact> {
  return {
    id: row.id,
    key: row.key,
    office: row.office,
    value: row.value,
    validFrom: row.validFrom,
    validTo: row.validTo,
    source: row.source,
    confidence: row.confidence,
    confirmedBy: row.confirmedBy,
    confirmedAt: momentOrNull(row.confirmedAt),
    note: row.note,
    createdBy: row.createdBy,
    createdAt: moment(row.createdAt),
    retiredAt: momentOrNull(row.retiredAt),
    replaces: row.replaces,
    holds,
    answers: [...answers],
    mayChange,
  }
}
