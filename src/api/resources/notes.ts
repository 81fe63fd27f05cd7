import type { z } from 'zod'
import { ticketJson } from '../serializers.ts'
import type { NoteRequest } from '../requests/index.ts'
import type { TicketRequest } from '../http/route.ts'

/** `POST /tickets/{number}/notes`: an internal note, which the applicant never sees. */
export async function addNote({ desk, officer, params, body }: TicketRequest<z.output<typeof NoteRequest>>) {
  return ticketJson(await desk.tickets.note(officer, params.number, body.text))
}
