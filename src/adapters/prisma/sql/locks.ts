import { unprepared } from './statement.ts'

// SQL because PostgreSQL gives up an advisory lock the moment its connection ends: no other way tells the living from the dead.

/** First half of the advisory locks that say "this process lives"; the second half is its number. */
export const INSTANCE_LOCK = 7270

export const lockInstance = unprepared<{ readonly id: number }, never>(
  `SELECT pg_advisory_lock(${INSTANCE_LOCK}, :id::int)`,
)

/** Is the process with this number dead? `column` is a constant of ours, never input. */
export const instanceDead = (column: string) => `NOT EXISTS (
  SELECT 1 FROM pg_locks l WHERE l.locktype = 'advisory' AND l.classid = ${INSTANCE_LOCK} AND l.objid::int8 = ${column} AND l.granted
    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()))`

/** Whose the WhatsApp account is; `mine` is false when another process has it. */
export const tryLock = unprepared<{ readonly name: string }, { mine: boolean }>(
  'SELECT pg_try_advisory_lock(hashtextextended(:name, 0)) AS mine',
)
