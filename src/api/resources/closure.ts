import type { z } from 'zod'
import { ticketJson } from '../serializers.ts'
import type { ClosureRequest } from '../requests/index.ts'
import type { TicketRequest } from '../http/route.ts'

/** `POST /tickets/{number}/closure`: closes the ticket with its resolution, which the applicant is told. */
export async function closeTicket({
  desk,
  officer,
  params,
  body,
}: TicketRequest<z.output<typeof ClosureRequest>>) {
  return ticketJson(await desk.tickets.close(officer, params.number, body.resolution))
}

/** `DELETE /tickets/{number}/closure`: opens a closed ticket again. */
export async function reopenTicket({ desk, officer, params }: TicketRequest) {
  return ticketJson(await desk.tickets.reopen(officer, params.number))
}
