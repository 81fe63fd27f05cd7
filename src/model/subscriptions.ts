import { addDays } from './dates/calendar.ts'

/** Days after which what a person asked to be told of ends by itself: an application waits longer than a passport takes, and than it waits to be collected. */
const SUBSCRIPTION_DAYS = { application: 90, quota: 30 } as const

/** The last day (`YYYY-MM-DD`) of a subscription that began on `day`. */
export function subscriptionEnds(of: keyof typeof SUBSCRIPTION_DAYS, day: string): string {
  return addDays(day, SUBSCRIPTION_DAYS[of])
}
