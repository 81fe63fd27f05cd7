import type { z } from 'zod'
import { ticketJson } from './present.ts'
import type { AssignmentRequest } from './requests.ts'
import type { Asked } from './route.ts'

export async function assign({
  desk,
  officer,
  params,
  body,
}: Asked<unknown, z.output<typeof AssignmentRequest>>) {
  return ticketJson(await desk.tickets.assign(officer, params.number!, body.officer))
}

export async function release({ desk, officer, params }: Asked) {
  return ticketJson(await desk.tickets.release(officer, params.number!))
}
