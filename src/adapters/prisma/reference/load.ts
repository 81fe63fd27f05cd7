import type { ReferenceData } from '../../../desk/reference.ts'
import type { Prisma } from '../client.ts'
import { toDay } from '../days.ts'
import { loadFacts } from '../facts/load.ts'
import { loadReleasedLibrary } from './library.ts'

/** Rows in force today (by their valid-from and valid-to); retired ones stay in the tables. */
function inForce(today: Date) {
  return {
    AND: [
      { OR: [{ validFrom: null }, { validFrom: { lte: today } }] },
      { OR: [{ validTo: null }, { validTo: { gte: today } }] },
    ],
  }
}

/** Offices in force, by name. */
export async function loadOffices(prisma: Prisma): Promise<ReferenceData['offices']> {
  const select = { code: true, name: true, city: true, province: true, zone: true, aliases: true }
  return prisma.office.findMany({ where: inForce(midnight()), orderBy: { name: 'asc' }, select })
}

/** Categories in force, in the order they are shown. */
export async function loadCategories(prisma: Prisma): Promise<ReferenceData['categories']> {
  const select = { code: true, group: true, servqual: true, sla: true, confidential: true, label: true }
  return prisma.category.findMany({ where: inForce(midnight()), orderBy: { position: 'asc' }, select })
}

/** What conversations need to know: offices, categories, holidays and the answer library. */
export async function loadReference(prisma: Prisma): Promise<ReferenceData> {
  const [offices, categories, days, facts] = await Promise.all([
    loadOffices(prisma),
    loadCategories(prisma),
    prisma.holiday.findMany({ select: { date: true, name: true, status: true } }),
    loadFacts(prisma),
  ])
  const holidays = days.map((day) => ({ ...day, date: toDay(day.date) }))
  return {
    offices,
    categories,
    holidays: new Map(holidays.map((day) => [day.date, day])),
    library: { ...loadReleasedLibrary(), facts },
  }
}

/** Today as a `date` column holds it. */
function midnight(): Date {
  return new Date(new Date().setUTCHours(0, 0, 0, 0))
}
