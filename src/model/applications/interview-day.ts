import { addDays } from '../dates/calendar.ts'
import type { ParsedDate } from '../dates/day-of-month.ts'
import { parseDate } from '../dates/parse.ts'
import { normalise } from '../understanding/normalise.ts'

/** The day of the interview, as people tell it who ask when the passport is ready. Days are `YYYY-MM-DD` in the office's zone. */

const WHEN_READY =
  /\b(?:kapan|berapa (?:hari|lama)|tanggal berapa) (?:\w+ ){0,4}(?:jadi|selesai|kelar|siap|terbit|diambil|ambil)\w*\b|\b(?:jadi|selesai|kelar|siap|terbit|diambil|ambil)\w* (?:\w+ ){0,3}(?:kapan|tanggal berapa|berapa hari)\b|\bwhen (?:\w+ ){0,5}(?:ready|done|collect|pick)\b/
const INTERVIEW = /\b(?:wawancara|diwawancara|interview|interviewed|foto|difoto|photo|biometrik)\w*\b/
const AHEAD = /\b(?:besok|lusa|nanti|depan|tomorrow|next)\b/

/** A passport whose interview is longer ago than this is not waited for (days). */
const RECENT_DAYS = 120

/** "kapan jadi", "selesainya kapan", "when is it ready". */
export function asksWhenReady(text: string): boolean {
  return WHEN_READY.test(normalise(text))
}

/** Does it say that a day is the one of the interview? */
export function speaksOfInterview(text: string): boolean {
  return INTERVIEW.test(normalise(text))
}

/** "kemarin", "tgl 12", "senin": a day that is behind unless the words say that it is ahead. */
export function parseInterviewDay(text: string, today: string): ParsedDate {
  const near = AHEAD.test(normalise(text)) ? 'future' : 'past'
  const read = parseDate(text, today, near)
  const isOld = read.day !== null && read.day < addDays(today, -RECENT_DAYS)
  return isOld ? { day: null, reason: 'impossible' } : read
}
