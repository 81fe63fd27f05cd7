/** How a changed application reaches the chats that watch it: as rows of their inbox, in the statement that found the change. */

/** An inbox row for each row of `source`: its `chat_id`, and its `view`, an application as its applicant may see it. */
export const insertStatusNews = (source: string) => `
  INSERT INTO inbound (id, chat_id, external_id, kind, content)
  SELECT gen_random_uuid(), n.chat_id, 'application:' || (n.view->>'id') || ':' || gen_random_uuid(), 'application changed',
         jsonb_build_object('kind', 'application changed', 'application', n.view)
    FROM ${source} n RETURNING chat_id`

/** The view of a row of `application`. */
export const applicationView = (
  row: string,
) => `jsonb_build_object('id', ${row}.id, 'office', ${row}.office, 'status', ${row}.status,
  'name', ${row}.name, 'visitDay', ${row}.visit_day, 'interviewDay', ${row}.interview_day, 'issuedDay', ${row}.issued_day,
  'enteredAt', (extract(epoch FROM ${row}.entered_at) * 1000)::float8)`
