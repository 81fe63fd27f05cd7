import type pg from 'pg'
import type { FactChange, FactRow, FactStore } from '../../../desk/ports/facts.ts'
import { FACT_COLUMNS_SQL } from './load.ts'
import { sqlState } from '../pool.ts'

const ROWS = `SELECT f.id, ${FACT_COLUMNS_SQL}, f.created_at AS "createdAt", f.confirmed_at AS "confirmedAt",
  f.retired_at AS "retiredAt", f.replaces, f.created_by AS "officerId", o.name AS "officerName"
  FROM fact f LEFT JOIN (SELECT id AS officer_id, name FROM officer) o ON o.officer_id = f.created_by`

interface Row extends Omit<FactRow, 'createdBy' | 'createdAt' | 'confirmedAt' | 'retiredAt'> {
  readonly createdAt: Date
  readonly confirmedAt: Date | null
  readonly retiredAt: Date | null
  readonly officerId: string | null
  readonly officerName: string | null
}

/** The answer library as officers keep it. */
export function createFactStore(pool: pg.Pool): FactStore {
  return {
    async list(history) {
      const { rows } = await pool.query<Row>(
        `${ROWS} WHERE $1 OR f.retired_at IS NULL
          ORDER BY f.key, f.office NULLS FIRST, f.valid_from NULLS FIRST, f.created_at, f.id`,
        [history],
      )
      return rows.map(rowOf)
    },
    async find(id) {
      const { rows } = await pool.query<Row>(`${ROWS} WHERE f.id::text = $1`, [id])
      return rows[0] ? rowOf(rows[0]) : null
    },
    change: (change) => write(pool, change),
    async confirm(id, by, at) {
      const { rowCount } = await pool.query(
        `UPDATE fact SET confirmed_by = $2, confirmed_at = to_timestamp($3::float8 / 1000)
          WHERE id = $1::uuid AND retired_at IS NULL`,
        [id, by, at],
      )
      return rowCount === 1
    },
  }
}

function rowOf({ officerId, officerName, ...row }: Row): FactRow {
  return {
    ...row,
    createdBy: officerId === null ? null : { id: officerId, name: officerName ?? '' },
    createdAt: row.createdAt.getTime(),
    confirmedAt: row.confirmedAt?.getTime() ?? null,
    retiredAt: row.retiredAt?.getTime() ?? null,
  }
}

async function write(pool: pg.Pool, { at, by, retired, added }: FactChange): Promise<boolean> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const { rowCount } = await client.query(
      `UPDATE fact SET retired_at = to_timestamp($2::float8 / 1000), retired_by = $3::uuid
        WHERE id = ANY($1::uuid[]) AND retired_at IS NULL`,
      [retired, at, by],
    )
    if (rowCount === retired.length) await client.query(ADD, [JSON.stringify(added), at])
    await client.query(rowCount === retired.length ? 'COMMIT' : 'ROLLBACK')
    return rowCount === retired.length
  } catch (error) {
    await client.query('ROLLBACK')
    // another officer's row for the same key, office and first day came in between
    if (sqlState(error) === '23505') return false
    throw error
  } finally {
    client.release()
  }
}

const ADD = `
INSERT INTO fact (id, key, office, value, valid_from, valid_to, source, confidence, confirmed_by, confirmed_at, note, created_by, created_at, replaces)
SELECT x.id, x.key, x.office, coalesce(x.value, 'null'::jsonb), x."validFrom", x."validTo", x.source, x.confidence, x."confirmedBy",
  to_timestamp(x."confirmedAt" / 1000), x.note, x."createdBy", to_timestamp($2::float8 / 1000), x.replaces
FROM jsonb_to_recordset($1::jsonb) x(id uuid, key text, office text, value jsonb, "validFrom" date, "validTo" date, source text,
  confidence text, "confirmedBy" text, "confirmedAt" float8, note text, "createdBy" uuid, replaces uuid)`
