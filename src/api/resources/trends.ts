import type { z } from 'zod'
import type { TrendsQuery } from '../requests/index.ts'
import type { RequestContext } from '../http/route.ts'

export async function readTrends({ desk, officer, query }: RequestContext<z.output<typeof TrendsQuery>>) {
  return desk.trends(officer, query)
}
