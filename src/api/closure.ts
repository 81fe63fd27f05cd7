import type { z } from 'zod'
import { ticketJson } from './present.ts'
import type { ClosureRequest } from './requests.ts'
import type { Asked } from './route.ts'

export async function close({
  desk,
  officer,
  params,
  body,
}: Asked<unknown, z.output<typeof ClosureRequest>>) {
  return ticketJson(await desk.tickets.close(officer, params.number!, body.resolution))
}

export async function reopen({ desk, officer, params }: Asked) {
  return ticketJson(await desk.tickets.reopen(officer, params.number!))
}
