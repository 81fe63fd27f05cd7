import type { z } from 'zod'
import type { RawRow } from '../model/registry-rows.ts'
import { moment } from './present.ts'
import type { ApplicationQuery, ApplicationsRequest, QuotaQuery, QuotaRequest } from './requests.ts'
import type { Asked } from './route.ts'
import type * as schema from './schemas.ts'

export async function quota({ desk, officer, query }: Asked<z.output<typeof QuotaQuery>>) {
  const figures = await desk.registry.quota(officer, query)
  return {
    items: figures.map((figure) => ({ ...figure, enteredAt: moment(figure.enteredAt) })),
  } satisfies z.output<typeof schema.Quota>
}

export async function putQuota({ desk, officer, body }: Asked<unknown, z.output<typeof QuotaRequest>>) {
  return desk.registry.enterQuota(officer, body.figures.map(rawRow))
}

export async function application({ desk, officer, query }: Asked<z.output<typeof ApplicationQuery>>) {
  const { id: _id, enteredAt, ...found } = await desk.registry.application(officer, query.number)
  return { ...found, enteredAt: moment(enteredAt) } satisfies z.output<typeof schema.Application>
}

export async function putApplications({
  desk,
  officer,
  body,
}: Asked<unknown, z.output<typeof ApplicationsRequest>>) {
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
