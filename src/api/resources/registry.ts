import type { z } from 'zod'
import type { RawRow } from '../../model/imports/row.ts'
import { isoTime } from '../serializers.ts'
import type { ApplicationQuery, ApplicationsRequest, QuotaQuery, QuotaRequest } from '../requests/index.ts'
import type { RequestContext } from '../http/route.ts'
import type * as schema from '../responses/index.ts'

/** `GET /quota`: places as last entered. */
export async function listQuota({ desk, officer, query }: RequestContext<z.output<typeof QuotaQuery>>) {
  const figures = await desk.registry.quota(officer, query)
  return {
    items: figures.map((figure) => ({ ...figure, enteredAt: isoTime(figure.enteredAt) })),
  } satisfies z.output<typeof schema.Quota>
}

/** `PUT /quota`: enters places; watchers are told when they open. */
export async function putQuota({
  desk,
  officer,
  body,
}: RequestContext<unknown, z.output<typeof QuotaRequest>>) {
  return desk.registry.enterQuota(officer, body.figures.map(rawRow))
}

/** `GET /applications`: one application by its number. */
export async function findApplication({
  desk,
  officer,
  query,
}: RequestContext<z.output<typeof ApplicationQuery>>) {
  const { id: _id, enteredAt, ...found } = await desk.registry.application(officer, query.number)
  return { ...found, enteredAt: isoTime(enteredAt) } satisfies z.output<typeof schema.Application>
}

/** `PUT /applications`: enters applications; watchers are told of a new status. */
export async function putApplications({
  desk,
  officer,
  body,
}: RequestContext<unknown, z.output<typeof ApplicationsRequest>>) {
  return desk.registry.enterApplications(officer, body.applications.map(rawRow))
}

/** JSON's absent values and counts as a list would have them. */
function rawRow(row: Readonly<Record<string, string | number | null | undefined>>): RawRow {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => [
      field,
      value === null || value === undefined ? undefined : String(value),
    ]),
  )
}
