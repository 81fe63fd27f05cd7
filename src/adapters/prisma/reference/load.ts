import type pg from 'pg'
import type { Holiday } from '../../../model/dates/calendar.ts'
import type { Office } from '../../../model/offices/office.ts'
import type { Category } from '../../../model/tickets/category.ts'
import { loadFacts } from '../facts/load.ts'
import { loadReleasedLibrary } from './library.ts'

/** Rows in force today (by their valid-from and valid-to); retired ones stay in the tables. */
const IN_FORCE =
  '(valid_from IS NULL OR valid_from <= current_date) AND (valid_to IS NULL OR valid_to >= current_date)'

/** What conversations need to know: offices, categories, holidays and the answer library. */
export async function loadReference(pool: pg.Pool) {
  const [offices, categories, holidays, facts] = await Promise.all([
    pool.query<Office>(
      `SELECT code, name, city, province, zone, aliases FROM office WHERE ${IN_FORCE} ORDER BY name`,
    ),
    pool.query<Category>(
      `SELECT code, "group", servqual, sla, confidential, label FROM category WHERE ${IN_FORCE} ORDER BY position`,
    ),
    pool.query<Holiday>('SELECT date, name, status FROM holiday'),
    loadFacts(pool),
  ])
  return {
    offices: offices.rows,
    categories: categories.rows,
    holidays: new Map(holidays.rows.map((day) => [day.date, day])),
    library: { ...loadReleasedLibrary(), facts },
  }
}
