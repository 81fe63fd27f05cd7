import { insertStatusNews, applicationView } from '../registry/status-news.ts'

/**
 * Parts of the commit for turns that want to be told later. What a turn stops and what it sets are told apart beforehand, because
 * no row may be touched twice in one statement. Moments come as ms from now.
 */
export interface SubscriptionValues {
  /** JSON: for each chat what is left when all its wishes have been heard. */
  readonly subscriptions: string
  readonly applicationIds: readonly string[]
}

const SUBSCRIBED = `
subscribed AS (
  SELECT x.* FROM json_to_recordset(:subscriptions::json) x("chatId" uuid, stops text[], timers json, quota json, "stopQuota" bool,
         applications json, "stopApplications" bool, discards uuid[]) JOIN won ON won.id = x."chatId")`

/** A reminder that is stopped and set in one turn is only moved. */
const STOPPED = `
stopped AS (
  DELETE FROM timer t USING subscribed x WHERE t.chat_id = x."chatId" AND t.kind = 'reminder' AND t.name = ANY(x.stops)
     AND t.done_at IS NULL AND NOT EXISTS (SELECT 1 FROM json_to_recordset(x.timers) r(name text, key text)
           WHERE r.name = t.name AND r.key = t.key))`

const REMINDED = `
reminded AS (
  INSERT INTO timer (id, chat_id, kind, name, key, due_at, data)
  SELECT r.id, x."chatId", 'reminder', r.name, r.key, now() + r."inMs" * interval '1 millisecond', r.data
    FROM subscribed x, json_to_recordset(x.timers) r(id uuid, name text, key text, "inMs" float8, data jsonb)
  ON CONFLICT (chat_id, name, key) WHERE done_at IS NULL DO UPDATE SET due_at = excluded.due_at, data = excluded.data)`

/** One watch of places a chat: a new one takes the place of the old. */
const QUOTA = `
unwatched_quota AS (
  DELETE FROM quota_watch w USING subscribed x WHERE w.chat_id = x."chatId" AND x."stopQuota" AND x.quota IS NULL),
watched_quota AS (
  INSERT INTO quota_watch (chat_id, office, until)
  SELECT x."chatId", x.quota->>'office', (x.quota->>'until')::date FROM subscribed x WHERE x.quota IS NOT NULL
  ON CONFLICT (chat_id) DO UPDATE SET office = excluded.office, until = excluded.until, told_at = NULL)`

/**
 * A status may have changed since the person saw it. Their application's row is locked and read as it is now, and who enters it
 * takes the same lock before they look who watches (see registry/applications): whichever comes second sees the other.
 */
const WATCHING = `
looked AS (SELECT * FROM application WHERE id = ANY(:applicationIds::text[]) ORDER BY id FOR SHARE),
watching AS (
  SELECT x."chatId" AS chat_id, w.*, coalesce(a.status, w.status) AS stands, ${applicationView('a')} AS view
    FROM subscribed x, json_to_recordset(x.applications) w(id text, status "ApplicationStatus", until date, proof text)
    LEFT JOIN looked a ON a.id = w.id AND w.proof IS NULL)`

const APPLICATIONS = `
unwatched_applications AS (
  DELETE FROM application_watch w USING subscribed x WHERE w.chat_id = x."chatId" AND x."stopApplications"
     AND (w.chat_id, w.application_id) NOT IN (SELECT chat_id, id FROM watching)),
watched_applications AS (
  INSERT INTO application_watch (application_id, chat_id, status, until) SELECT id, chat_id, stands, until FROM watching
  ON CONFLICT (application_id, chat_id) DO UPDATE SET status = excluded.status, until = excluded.until)`

/** What another registry has to be asked again. */
const POLLED = `
polled AS (
  INSERT INTO registry_poll (kind, key, proof) SELECT DISTINCT ON (id) 'application', id, proof FROM watching
   WHERE proof IS NOT NULL ORDER BY id
  ON CONFLICT (kind, key) DO UPDATE SET proof = excluded.proof)`

/** Whose status changed meanwhile is told at once. */
const TOLD = `
changed_meanwhile AS (SELECT chat_id, view FROM watching WHERE stands <> status),
told AS (${insertStatusNews('changed_meanwhile')})`

/** A refused file goes: its bytes are removed by who removes files. */
const DISCARDED = `
discarded AS (
  DELETE FROM stored_file f USING subscribed x WHERE f.chat_id = x."chatId" AND f.id = ANY(x.discards) AND f.ticket_id IS NULL
  RETURNING f.id),
to_remove AS (INSERT INTO file_removal (id) SELECT id FROM discarded)`

export const SUBSCRIPTION_PARTS: readonly string[] = [
  SUBSCRIBED,
  STOPPED,
  REMINDED,
  QUOTA,
  WATCHING,
  APPLICATIONS,
  POLLED,
  TOLD,
  DISCARDED,
]

/** Chats that have news at once, beside what every commit returns. */
export const WOKEN_CHATS = `SELECT 'woken', chat_id FROM told`
