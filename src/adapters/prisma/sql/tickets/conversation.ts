import type { ChoiceLabel, InboundContent } from '../../../../model/messages/content.ts'
import { prepared } from '../statement.ts'

// SQL because inbox and outbox are read as one list, in the order of the sequence they share.

/** Rows of a conversation shown at most. */
const LATEST = 500

export type ConversationSqlRow = { readonly seq: string; readonly at: Date } & (
  | { readonly person: true; readonly content: InboundContent; readonly removed: boolean }
  | {
      readonly person: false
      readonly officerId: string | null
      readonly officerName: string | null
      readonly text: string
      readonly question: number
      readonly choices: ChoiceLabel[] | null
      readonly state: 'pending' | 'sent' | 'failed'
      readonly failure: string | null
    }
)

interface ConversationValues {
  readonly chatId: string
  readonly ticketId: string
  readonly confidential: boolean
  /** ms since epoch */
  readonly storyFrom: number
}

/** Both ends of the story are by the database's clock, like the messages themselves. */
const STORY = `BETWEEN to_timestamp(:storyFrom::float8 / 1000) AND (SELECT at FROM opened)`

/**
 * What was said from `story_from` until the ticket was opened, and whatever carries its id since. What was said in confidence is left
 * out of every ticket that is not confidential itself.
 */
export const conversationRows = prepared<ConversationValues, ConversationSqlRow>(
  'conversation',
  `WITH opened AS (SELECT at FROM ticket_event WHERE ticket_id = :ticketId AND seq = 1),
    told AS (
      SELECT seq, received_at AS at, true AS person, content, NULL::uuid AS officer_id, NULL AS text, 0 AS question,
             NULL::jsonb AS choices, NULL AS state, NULL AS failure,
             content->'file'->>'id' IS NOT NULL AND NOT EXISTS (
               SELECT FROM stored_file f WHERE f.id = (content->'file'->>'id')::uuid) AS removed
        FROM inbound WHERE chat_id = :chatId AND kind = 'message' AND (NOT confidential OR :confidential)
         AND (ticket_id = :ticketId OR received_at ${STORY})
      UNION ALL
      SELECT seq, created_at, false, NULL, officer_id, text, question, choices, state, failure, false
        FROM outbound WHERE chat_id = :chatId AND (NOT confidential OR :confidential)
         AND (ticket_id = :ticketId OR created_at ${STORY}))
    SELECT s.*, s.officer_id AS "officerId", f.name AS "officerName" FROM (SELECT * FROM told ORDER BY seq DESC LIMIT ${LATEST}) s
      LEFT JOIN officer f ON f.id = s.officer_id ORDER BY s.seq`,
)
