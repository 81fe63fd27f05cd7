import { addDays } from './calendar.ts'
import { parseDate } from './parse.ts'
import type { ParsedDate } from './day-of-month.ts'

/** Places are opened at most about three months ahead: a visit further away is doubtful. */
const FAR_DAYS = 92
/** A visit that was missed is spoken of within this time. */
const RECENT_DAYS = 60

/** The date of a visit as people write it: mostly ahead, but "20 nov" said on 21 November was yesterday, not next year. */
export function parseVisitDate(text: string, today: string): ParsedDate {
  const ahead = parseDate(text, today, 'future')
  // "1" may as well have been meant as a choice
  if (ahead.day !== null && /^\W*\d{1,2}\W*$/.test(text)) return { day: ahead.day, certain: false }
  if (ahead.day === null || ahead.day <= addDays(today, FAR_DAYS)) return ahead
  const behind = parseDate(text, today, 'past')
  const isRecent = behind.day !== null && behind.day >= addDays(today, -RECENT_DAYS)
  return { day: isRecent ? behind.day : ahead.day, certain: false }
}
