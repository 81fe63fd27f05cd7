import type { CommitTurn, SubscriptionChange } from '../../../desk/ports/ledger.ts'
import { newId } from '../../ids.ts'
import { insertStatusNewsSql, applicationViewSql } from '../registry/status-news.ts'

type Remind = Extract<SubscriptionChange, { do: 'remind' }>
type WatchQuota = Extract<SubscriptionChange, { do: 'watch quota' }>
type WatchApplication = Extract<SubscriptionChange, { do: 'watch application' }>

/**
 * More parts of the commit's statement, for turns that want to be told later; $20 holds them as JSON. What a turn stops and what it
 * sets are told apart beforehand, because no row may be touched twice in one statement. Moments come as ms from now.
 *
 * A status may have changed since the person saw it. Their application's row is locked and read as it is now ($21: ids), and who
 * enters it takes the same lock before they look who watches (see registry/enter-applications): whichever comes second sees the other.
 */
export const SUBSCRIPTION_CHANGES_SQL = `,
wished AS (
  SELECT x.* FROM jsonb_to_recordset($20::jsonb) x(chat_id uuid, stops text[], timers jsonb, quota jsonb, stop_quota bool,
         applications jsonb, stop_applications bool, discards uuid[]) JOIN won ON won.id = x.chat_id),
stopped AS (
  DELETE FROM timer t USING wished x WHERE t.chat_id = x.chat_id AND t.kind = 'reminder' AND t.name = ANY(x.stops)
     AND t.done_at IS NULL AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset(x.timers) r(name text, key text)
           WHERE r.name = t.name AND r.key = t.key)),
reminded AS (
  INSERT INTO timer (id, chat_id, kind, name, key, due_at, data)
  SELECT r.id, x.chat_id, 'reminder', r.name, r.key, now() + r.in_ms * interval '1 millisecond', r.data
    FROM wished x, jsonb_to_recordset(x.timers) r(id uuid, name text, key text, in_ms float8, data jsonb)
  ON CONFLICT (chat_id, name, key) WHERE done_at IS NULL DO UPDATE SET due_at = excluded.due_at, data = excluded.data),
unwatched_quota AS (
  DELETE FROM quota_watch w USING wished x WHERE w.chat_id = x.chat_id AND x.stop_quota AND x.quota IS NULL),
watched_quota AS (
  INSERT INTO quota_watch (chat_id, office, until)
  SELECT x.chat_id, x.quota->>'office', (x.quota->>'until')::date FROM wished x WHERE x.quota IS NOT NULL
  ON CONFLICT (chat_id) DO UPDATE SET office = excluded.office, until = excluded.until, told_at = NULL),
looked AS (SELECT * FROM application WHERE id = ANY($21::text[]) ORDER BY id FOR SHARE),
watching AS (
  SELECT x.chat_id, w.*, coalesce(a.status, w.status) AS stands, ${applicationViewSql('a')} AS view
    FROM wished x, jsonb_to_recordset(x.applications) w(id text, status text, until date, proof text)
    LEFT JOIN looked a ON a.id = w.id AND w.proof IS NULL),
unwatched_applications AS (
  DELETE FROM application_watch w USING wished x WHERE w.chat_id = x.chat_id AND x.stop_applications
     AND (w.chat_id, w.application_id) NOT IN (SELECT chat_id, id FROM watching)),
watched_applications AS (
  INSERT INTO application_watch (application_id, chat_id, status, until) SELECT id, chat_id, stands, until FROM watching
  ON CONFLICT (application_id, chat_id) DO UPDATE SET status = excluded.status, until = excluded.until),
polled AS (
  INSERT INTO registry_poll (kind, key, proof) SELECT DISTINCT ON (id) 'application', id, proof FROM watching
   WHERE proof IS NOT NULL ORDER BY id
  ON CONFLICT (kind, key) DO UPDATE SET proof = excluded.proof),
changed_meanwhile AS (SELECT chat_id, view FROM watching WHERE stands <> status),
told AS (${insertStatusNewsSql('changed_meanwhile')}),
discarded AS (
  DELETE FROM stored_file f USING wished x WHERE f.chat_id = x.chat_id AND f.id = ANY(x.discards) AND f.ticket_id IS NULL
  RETURNING f.id),
to_remove AS (INSERT INTO file_removal (id) SELECT id FROM discarded)`

/** Chats that have news at once, beside what every commit returns. */
export const WOKEN_CHATS_SQL = ` UNION ALL SELECT 'woken', chat_id FROM told`

/** $20: for each chat what is left when all its wishes have been heard, in order. */
export function subscriptionChangesJson(turns: readonly CommitTurn[]): string {
  return JSON.stringify(turns.filter((turn) => turn.subscriptions.length > 0).map(heard))
}

/** $21 */
export function watchedApplicationIds(turns: readonly CommitTurn[]): string[] {
  const wishes = turns.flatMap((turn) => turn.subscriptions)
  return wishes.flatMap((wish) => (wish.do === 'watch application' ? [wish.applicationId] : []))
}

interface Heard {
  readonly stops: Set<string>
  readonly timers: Map<string, Remind>
  quota: WatchQuota | null
  stopQuota: boolean
  readonly applications: Map<string, WatchApplication>
  stopApplications: boolean
  readonly discards: Set<string>
}

function heard(turn: CommitTurn): Record<string, unknown> {
  const all: Heard = {
    stops: new Set(),
    timers: new Map(),
    quota: null,
    stopQuota: false,
    applications: new Map(),
    stopApplications: false,
    discards: new Set(),
  }
  for (const wish of turn.subscriptions) hear(wish, all)
  return {
    chat_id: turn.chatId,
    stops: [...all.stops],
    timers: [...all.timers.values()].map((wish) => timerJson(wish, turn.at)),
    quota: all.quota && { office: all.quota.office, until: all.quota.until },
    stop_quota: all.stopQuota,
    applications: [...all.applications.values()].map(watchJson),
    stop_applications: all.stopApplications,
    discards: [...all.discards],
  }
}

function hear(wish: SubscriptionChange, all: Heard): void {
  switch (wish.do) {
    case 'remind':
      all.timers.set(JSON.stringify([wish.name, wish.key]), wish)
      return
    case 'stop reminding':
      all.stops.add(wish.name)
      for (const [at, { name }] of all.timers) if (name === wish.name) all.timers.delete(at)
      return
    case 'watch quota':
      all.quota = wish
      return
    case 'watch application':
      all.applications.set(wish.applicationId, wish)
      return
    case 'stop watching':
      if (wish.what === 'quota') [all.quota, all.stopQuota] = [null, true]
      else {
        all.applications.clear()
        all.stopApplications = true
      }
      return
    case 'discard file':
      all.discards.add(wish.fileId)
      return
    default:
      wish satisfies never
  }
}

function timerJson({ name, key, at, data }: Remind, now: number): Record<string, unknown> {
  return { id: newId(), name, key, in_ms: at - now, data }
}

function watchJson({ applicationId: id, status, until, proof }: WatchApplication): Record<string, unknown> {
  return { id, status, until, proof: proof ?? null }
}
