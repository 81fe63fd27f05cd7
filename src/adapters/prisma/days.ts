/** A `date` column as Prisma's client gives it (midnight UTC) is a day, `YYYY-MM-DD`, to everybody else. */
export function toDay(date: Date): string
export function toDay(date: Date | null): string | null
export function toDay(date: Date | null): string | null {
  return date && date.toISOString().slice(0, 10)
}

/** A day, `YYYY-MM-DD`, as Prisma's client takes it. */
export function fromDay(day: string): Date
export function fromDay(day: string | null): Date | null
export function fromDay(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`)
}
