import type { z } from 'zod'
import { ticketJson } from './present.ts'
import type { ReplyRequest } from './requests.ts'
import type { Asked } from './route.ts'

export async function reply({ desk, officer, params, body }: Asked<unknown, z.output<typeof ReplyRequest>>) {
  return ticketJson(await desk.tickets.reply(officer, params.number!, body))
}
