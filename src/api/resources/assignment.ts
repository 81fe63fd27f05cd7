import type { z } from 'zod'
import { ticketJson } from '../serializers.ts'
import type { AssignmentRequest } from '../requests/index.ts'
import type { RequestContext } from '../http/route.ts'

export async function assignTicket({
  desk,
  officer,
  params,
  body,
}: RequestContext<unknown, z.output<typeof AssignmentRequest>>) {
  return ticketJson(await desk.tickets.assign(officer, params.number!, body.officer))
}

export async function releaseTicket({ desk, officer, params }: RequestContext) {
  return ticketJson(await desk.tickets.release(officer, params.number!))
}
