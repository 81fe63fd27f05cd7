import type { z } from 'zod'
import { ticketJson } from '../serializers.ts'
import type { NoteRequest } from '../requests/index.ts'
import type { RequestContext } from '../http/route.ts'

export async function addNote({
  desk,
  officer,
  params,
  body,
}: RequestContext<unknown, z.output<typeof NoteRequest>>) {
  return ticketJson(await desk.tickets.note(officer, params.number!, body.text))
}
