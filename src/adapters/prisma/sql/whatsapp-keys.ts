import { rowsOf, unprepared } from './statement.ts'
import type { WhatsAppKeyRow } from '../../../desk/ports/whatsapp.ts'

// SQL because all keys of a message are stored or none, and their age counts by the database's clock.

/** Without a value a row is deleted. */
export const saveKeys = unprepared<
  { readonly session: string; readonly rows: readonly WhatsAppKeyRow[] },
  never
>(
  `WITH given AS (SELECT * FROM ${rowsOf<WhatsAppKeyRow>('rows', { type: 'text', id: 'text', value: 'text' })}),
    gone AS (
      DELETE FROM whatsapp_key k USING given g
      WHERE k.session = :session AND k.type = g.type AND k.id = g.id AND g.value IS NULL
    )
    INSERT INTO whatsapp_key (session, type, id, value, updated_at)
    SELECT :session, type, id, value, now() FROM given WHERE value IS NOT NULL
    ON CONFLICT (session, type, id) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
)

export const purgeKeys = unprepared<
  { readonly session: string; readonly type: string; readonly olderThanMs: number },
  never
>(
  `DELETE FROM whatsapp_key
    WHERE session = :session AND type = :type AND updated_at < now() - :olderThanMs * interval '1 millisecond'`,
)
