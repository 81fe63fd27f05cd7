import type { z } from 'zod'
import type { TrendsQuery } from './requests.ts'
import type { Asked } from './route.ts'

export async function trends({ desk, officer, query }: Asked<z.output<typeof TrendsQuery>>) {
  return desk.trends(officer, query)
}
