import type pg from 'pg'
import type { ApplicationView } from '../../../flows/engine/conversation.ts'
import type { Encryption } from '../../../desk/ports/encryption.ts'
import type { ApplicationRecord, QuotaRecord, Registry } from '../../../desk/ports/registry.ts'
import type { QuotaFigure } from '../../../model/quota/figures.ts'
import { applicationId, birthHash } from './identity.ts'

/** The registry in our own tables: one look-up by primary key for however many ask. */
export function createLocalRegistry(pool: pg.Pool, encryption: Encryption): Registry {
  return {
    async applications(asks) {
      if (asks.length === 0) return []
      const keys = asks.map(({ number, birth }) => ({
        id: applicationId(encryption, number),
        birth: birthHash(encryption, number, birth),
      }))
      const { rows } = await pool.query<ApplicationRow>({
        name: 'applications',
        text: 'SELECT * FROM application WHERE id = ANY($1::text[])',
        values: [keys.map((key) => key.id)],
      })
      const byKey = new Map(rows.map((row) => [`${row.id} ${row.birth_hash}`, row]))
      return keys.map((key) => {
        const row = byKey.get(`${key.id} ${key.birth}`)
        return row ? viewOf(row) : 'unknown'
      })
    },
    async quotaFigures(asks) {
      const { rows } = await pool.query<FigureRow>({
        name: 'figures',
        text: 'SELECT * FROM quota_figure WHERE office = ANY($1::text[]) AND day >= $2::date ORDER BY day',
        values: [asks.flatMap((ask) => ask.offices), asks.map((ask) => ask.from).sort()[0]],
      })
      const figures = rows.map(figureOf)
      return asks.map((ask) =>
        figures.filter((one) => ask.offices.includes(one.office) && one.day >= ask.from),
      )
    },
  }
}

/** See `RegistryBook.application`. */
export async function findApplicationRecord(
  pool: pg.Pool,
  encryption: Encryption,
  number: string,
  office: string | null,
): Promise<ApplicationRecord | null> {
  const { rows } = await pool.query<ApplicationRow>(
    'SELECT * FROM application WHERE id = $1 AND ($2::text IS NULL OR office = $2)',
    [applicationId(encryption, number), office],
  )
  const row = rows[0]
  return row ? { ...viewOf(row), number: encryption.decrypt(row.number), enteredBy: row.entered_by } : null
}

/** See `RegistryBook.quota`. */
export async function listQuotaRecords(
  pool: pg.Pool,
  office: string | null,
  from: string,
  limit: number,
): Promise<QuotaRecord[]> {
  const { rows } = await pool.query<FigureRow>(
    `SELECT * FROM quota_figure WHERE ($1::text IS NULL OR office = $1) AND day >= $2::date
      ORDER BY office, day, unit, lane, half LIMIT $3`,
    [office, from, limit],
  )
  return rows.map((row) => ({ ...figureOf(row), enteredBy: row.entered_by }))
}

interface ApplicationRow {
  id: string
  number: string
  birth_hash: string
  office: string
  status: ApplicationView['status']
  name: string | null
  visit_day: string | null
  interview_day: string | null
  issued_day: string | null
  entered_at: Date
  entered_by: string
}

interface FigureRow {
  office: string
  unit: QuotaFigure['unit']
  lane: QuotaFigure['lane']
  day: string
  half: 'day' | 'morning' | 'afternoon'
  left: number
  entered_at: Date
  entered_by: string
}

function viewOf({ id, office, status, name, ...row }: ApplicationRow): ApplicationView {
  return {
    id,
    office,
    status,
    name,
    visitDay: row.visit_day,
    interviewDay: row.interview_day,
    issuedDay: row.issued_day,
    enteredAt: row.entered_at.getTime(),
  }
}

function figureOf({ office, unit, lane, day, half, left, entered_at }: FigureRow): QuotaFigure {
  return {
    office,
    unit,
    lane,
    day,
    half: half === 'day' ? null : half,
    left,
    enteredAt: entered_at.getTime(),
  }
}
