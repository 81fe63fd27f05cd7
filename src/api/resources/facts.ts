import type { z } from 'zod'
import type { FactView } from '../../desk/facts/view.ts'
import type { Account } from '../../desk/ports/officers.ts'
import { isoTime, isoTimeOrNull } from '../serializers.ts'
import { HttpProblem } from '../http/problem.ts'
import type { ReadyAnswersQuery, FactRequest, FactsQuery, FactPreviewRequest } from '../requests/index.ts'
import type { RequestContext } from '../http/route.ts'
import type * as schema from '../responses/index.ts'

/** About one fact, named in the path. */
type FactRequestById = RequestContext<unknown, unknown, Account, { readonly id: string }>

/** `GET /facts`: a page of the answer library. */
export async function listFacts({ desk, officer, query }: RequestContext<z.output<typeof FactsQuery>>) {
  const { limit, cursor, ...filter } = query
  const all = await desk.facts.list(officer, filter)
  const from = cursor === undefined ? 0 : placeAfter(all, cursor)
  const items = all.slice(from, from + limit).map(factJson)
  const last = from + limit < all.length ? items.at(-1) : undefined
  return { items, nextCursor: last?.id ?? null }
}

/** The cursor is the id of the last row shown; who changed the list meanwhile may have taken that row away. */
function placeAfter(all: readonly FactView[], cursor: string): number {
  const at = all.findIndex(({ row }) => row.id === cursor)
  if (at >= 0) return at + 1
  throw new HttpProblem(422, 'wrong-fields', 'cursor: is not one of this list', {
    errors: [{ field: 'cursor', message: 'is not one of this list' }],
  })
}

/** `PUT /facts`: adds a fact, or corrects the one it replaces. */
export async function putFact({
  desk,
  officer,
  body,
}: RequestContext<unknown, z.output<typeof FactRequest>>) {
  return factJson(await desk.facts.put(officer, body))
}

/** `POST /facts/{id}/confirmation`: an officer vouches for the fact. */
export async function confirmFact({ desk, officer, params }: FactRequestById) {
  return factJson(await desk.facts.confirm(officer, params.id))
}

/** `POST /facts/{id}/retirement`: the fact is said no more. */
export async function retireFact({ desk, officer, params }: FactRequestById) {
  return factJson(await desk.facts.retire(officer, params.id))
}

/** `POST /facts/preview`: the messages a fact would change. */
export async function previewFact({
  desk,
  officer,
  body,
}: RequestContext<unknown, z.output<typeof FactPreviewRequest>>) {
  const { day, ...draft } = body
  return desk.facts.preview(officer, draft, day)
}

/** `GET /answers`: ready answers, as the answer library has them today. */
export async function listAnswers({
  desk,
  officer,
  query,
}: RequestContext<z.output<typeof ReadyAnswersQuery>>) {
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
    year: row.year,
    confirmedBy: row.confirmedBy,
    confirmedAt: isoTimeOrNull(row.confirmedAt),
    note: row.note,
    createdBy: row.createdBy,
    createdAt: isoTime(row.createdAt),
    retiredAt: isoTimeOrNull(row.retiredAt),
    replaces: row.replaces,
    holds,
    answers: [...answers],
    mayChange,
  }
}
