import type { ReferenceData } from '../../../desk/reference.ts'
import type { Queryable } from '../sql/statement.ts'
import { categoryRows, factRows, holidayRows, officeRows, regionRows } from '../sql/reference.ts'
import { loadReleasedLibrary } from './library.ts'

/** What conversations need to know: offices, categories, holidays and the answer library. */
export async function loadReference(db: Queryable): Promise<ReferenceData> {
  const [offices, categories, days, facts, regions] = await Promise.all([
    officeRows(db, {}),
    categoryRows(db, {}),
    holidayRows(db, {}),
    factRows(db, {}),
    regionRows(db, {}),
  ])
  const holidays = new Map(days.map((day) => [day.date, day]))
  return { offices, categories, holidays, library: { ...loadReleasedLibrary(), facts, regions } }
}
