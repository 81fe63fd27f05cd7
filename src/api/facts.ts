import type { z } from 'zod'
import type { FactView } from '../desk/facts.ts'
import { moment, momentOrNull } from './present.ts'
import type { AnswersQuery, FactRequest, FactsQuery, PreviewRequest } from './requests.ts'
import type { Asked } from './route.ts'
import type * as schema from './schemas.ts'

export async function facts({ desk, officer, query }: Asked<z.output<typeof FactsQuery>>) {
  return { items: (await desk.facts.list(officer, query)).map(factJson) }
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
