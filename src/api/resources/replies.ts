import type { z } from 'zod'
import { ticketJson } from '../serializers.ts'
import type { ReplyRequest } from '../requests/index.ts'
import type { RequestContext } from '../http/route.ts'

export async function replyToTicket({
  desk,
  officer,
  params,
  body,
}: RequestContext<unknown, z.output<typeof ReplyRequest>>) {
  return ticketJson(await desk.tickets.reply(officer, params.number!, body))
}
