import type { z } from 'zod'
import { ticketJson } from './present.ts'
import type { NoteRequest } from './requests.ts'
import type { Asked } from './route.ts'

export async function note({ desk, officer, params, body }: Asked<unknown, z.output<typeof NoteRequest>>) {
  return ticketJson(await desk.tickets.note(officer, params.number!, body.text))
}
