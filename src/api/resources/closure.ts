import type { z } from 'zod'
import { ticketJson } from '../serializers.ts'
import type { ClosureRequest } from '../requests/index.ts'
import type { RequestContext } from '../http/route.ts'

export async function closeTicket({
  desk,
  officer,
  params,
  body,
}: RequestContext<unknown, z.output<typeof ClosureRequest>>) {
  return ticketJson(await desk.tickets.close(officer, params.number!, body.resolution))
}

export async function reopenTicket({ desk, officer, params }: RequestContext) {
  return ticketJson(await desk.tickets.reopen(officer, params.number!))
}
