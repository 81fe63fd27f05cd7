import type { z } from 'zod'
import type { TrendsQuery } from '../requests/index.ts'
import type { RequestContext } from '../http/route.ts'

/** `GET /trends`: how many tickets, by category, office, channel, day and state. */
export async function readTrends({ desk, officer, query }: RequestContext<z.output<typeof TrendsQuery>>) {
  return desk.trends(officer, query)
}
