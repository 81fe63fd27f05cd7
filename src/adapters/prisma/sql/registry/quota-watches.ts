import { rowsOf, unprepared } from '../statement.ts'

// SQL because all watchers of an office are told in one statement, in waves by the database's clock.

/** Name of the timers that carry a wave; the key is the office, so that one opening is told once. */
const OPENED = 'quota opened'

interface Moment {
  readonly office: string
  /** ms since epoch */
  readonly at: number
}

const TODAY = `(to_timestamp(:at::float8 / 1000) AT TIME ZONE 'Asia/Jakarta')::date`

/** One after the other within an office: an opening and its end must not overtake each other. */
export const lockOffices = unprepared<{ readonly offices: readonly string[] }, never>(
  'SELECT pg_advisory_xact_lock(7271, hashtext(x)) FROM unnest(:offices::text[]) x',
)

/** The office is full: its next places are a new opening. */
export const endOpening = unprepared<{ readonly office: string }, never>(
  'UPDATE quota_watch SET told_at = NULL WHERE office = :office AND told_at IS NOT NULL',
)

/** The same, unless other days still have places. */
export const endOpeningWhenFull = unprepared<Moment, never>(
  `UPDATE quota_watch SET told_at = NULL WHERE office = :office AND told_at IS NOT NULL AND NOT EXISTS (
     SELECT 1 FROM quota_figure WHERE office = :office AND lane = 'regular' AND "left" > 0 AND day >= ${TODAY})`,
)

export const dropEndedWatches = unprepared<Moment, never>(
  `DELETE FROM quota_watch WHERE office = :office AND until < ${TODAY}`,
)

/** Watchers who have not heard of this opening: from now on they have. */
export const takeWatchers = unprepared<{ readonly office: string }, { chatId: string }>(
  `UPDATE quota_watch SET told_at = now() WHERE office = :office AND told_at IS NULL RETURNING chat_id AS "chatId"`,
)

interface WaveRow {
  readonly id: string
  readonly chatId: string
  readonly inMs: number
}

export const insertWaves = unprepared<
  { readonly waves: readonly WaveRow[]; readonly office: string; readonly data: string },
  never
>(
  `INSERT INTO timer (id, chat_id, kind, name, key, due_at, data)
    SELECT x.id, x."chatId", '${OPENED}', '${OPENED}', :office, now() + x."inMs" * interval '1 millisecond', :data::jsonb
      FROM ${rowsOf<WaveRow>('waves', { id: 'uuid', chatId: 'uuid', inMs: 'float8' })}
    ON CONFLICT (chat_id, name, key) WHERE done_at IS NULL DO UPDATE SET due_at = excluded.due_at, data = excluded.data`,
)
