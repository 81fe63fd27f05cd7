import { LONGEST_BURST } from '../../../../desk/ports/ledger.ts'

/** Parts of the commit for turns that open or change a ticket: both are JSON arrays, one object a ticket. */
export interface TicketValues {
  readonly opened: string
  readonly changed: string
}

/** A message lies in the inbox a moment before its turn begins, and waits for the rest of its thought: a story starts that much before its first turn. */
const UNDERWAY = `interval '${5_000 + LONGEST_BURST} milliseconds'`

/** The app's clock says when a story began; what counts is how long ago that was, by the database's clock. */
const OPENED = `
opened AS (
  INSERT INTO ticket (id, number, kind, chat_id, channel, office, category, servqual, confidential, priority, lang, story, due,
         opened_at, story_from, updated_at)
  SELECT x.id, x.number, x.kind, x."chatId", x.channel, x.office, x.category, x.servqual, x.confidential, x.priority, x.lang, x.story, x.due,
         to_timestamp(x."openedAt" / 1000.0), now() - (x."openedAt" - x."storyFrom") * interval '1 millisecond' - ${UNDERWAY}, now()
    FROM json_to_recordset(:opened::json) x(id uuid, number text, kind "TicketKind", "chatId" uuid, channel "Channel", office text, category text,
         servqual "Servqual", confidential bool, priority int, lang text, story text, due date, "openedAt" float8, "storyFrom" float8)
    JOIN won ON won.id = x."chatId")`

/** The first event of a ticket is its story. */
const OPENED_EVENTS = `
opened_events AS (
  INSERT INTO ticket_event (id, ticket_id, seq, kind, text, data)
  SELECT x."eventId", x.id, 1, 'opened', x.story, jsonb_build_object('files', x."fileIds")
    FROM json_to_recordset(:opened::json) x(id uuid, "eventId" uuid, "chatId" uuid, story text, "fileIds" jsonb)
    JOIN won ON won.id = x."chatId")`

/** What became of tickets was worked out while their rows were locked (see ledger/ticket-changes). */
const CHANGED = `
changed AS (
  UPDATE ticket t SET state = x.state, seq = x.seq, closed_at = CASE WHEN x.reopened THEN NULL WHEN x.withdrawn THEN now() ELSE t.closed_at END,
         rating = coalesce(x.rating, t.rating), updated_at = now()
    FROM json_to_recordset(:changed::json) x(id uuid, "chatId" uuid, state "TicketState", seq int, reopened bool, withdrawn bool, rating int)
    JOIN won ON won.id = x."chatId" WHERE t.id = x.id)`

const CHANGED_EVENTS = `
changed_events AS (
  INSERT INTO ticket_event (id, ticket_id, seq, kind, text, data)
  SELECT e.id, x.id, e.seq, e.kind, e.text, e.data
    FROM json_to_recordset(:changed::json) x(id uuid, "chatId" uuid, events json) JOIN won ON won.id = x."chatId",
         json_to_recordset(x.events) e(id uuid, seq int, kind "TicketEventKind", text text, data jsonb))`

/** Files go with the ticket they were handed in with, never with somebody else's. */
const FILES = `
files AS (
  UPDATE stored_file f SET ticket_id = x.id
    FROM (SELECT * FROM json_to_recordset(:opened::json) o(id uuid, "chatId" uuid, "fileIds" uuid[])
          UNION ALL SELECT * FROM json_to_recordset(:changed::json) c(id uuid, "chatId" uuid, "fileIds" uuid[])) x
    JOIN won ON won.id = x."chatId" WHERE f.id = ANY(x."fileIds") AND f.chat_id = x."chatId")`

export const TICKET_PARTS: readonly string[] = [OPENED, OPENED_EVENTS, CHANGED, CHANGED_EVENTS, FILES]
