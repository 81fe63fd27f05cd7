import type { z } from 'zod'
import { ticketJson } from '../serializers.ts'
import type { ReplyRequest } from '../requests/index.ts'
import type { TicketRequest } from '../http/route.ts'

/** `POST /tickets/{number}/replies`: an answer to the applicant, in final words. */
export async function replyToTicket({
  desk,
  officer,
  params,
  body,
}: TicketRequest<z.output<typeof ReplyRequest>>) {
  return ticketJson(await desk.tickets.reply(officer, params.number, body))
}
