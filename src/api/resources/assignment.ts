import type { z } from 'zod'
import { ticketJson } from '../serializers.ts'
import type { AssignmentRequest } from '../requests/index.ts'
import type { TicketRequest } from '../http/route.ts'

/** `POST /tickets/{number}/assignment`: claims the ticket, or gives it to the officer named. */
export async function assignTicket({
  desk,
  officer,
  params,
  body,
}: TicketRequest<z.output<typeof AssignmentRequest>>) {
  return ticketJson(await desk.tickets.assign(officer, params.number, body.officer))
}

/** `DELETE /tickets/{number}/assignment`: gives the ticket back to everybody. */
export async function releaseTicket({ desk, officer, params }: TicketRequest) {
  return ticketJson(await desk.tickets.release(officer, params.number))
}
