import { addDays, daysBetween } from '../dates/calendar.ts'
import { parseDate } from '../dates/parse.ts'
import { readActs } from '../understanding/acts.ts'
import { normalise } from '../understanding/normalise.ts'

/** How soon somebody leaves, by what they wrote. */

interface DepartureUrgency {
  /** 1: within two days, or they stand at the gate; 2: soon. */
  readonly priority: 1 | 2
  /** The day they leave, `YYYY-MM-DD`; null where they only say that it is soon. */
  readonly leaves: string | null
}

/** As sure as this somebody leaves soon (0–1). */
const SURE = 0.6
/** Days: within them it is urgent, within those it cannot wait. */
const SOON = 14
const AT_ONCE = 2
const NOW =
  /\b(?:(?:sekarang|skrg) di bandara|bandara (?:sekarang|skrg)|hari ini|malam ini|nanti malam|sore ini|siang ini|pagi ini|di bandara|sudah di pelabuhan|tonight|today|at the airport)\b/i

/** Who goes away, in the words of many regions; a visit to the office is none. */
const LEAVES =
  /\b(?:be?rangkat\w*|brngkt|brgkt|terbang|pesawat|penerbangan|flight|fly|flying|tiket\w*|umr[oa]h|haji|kapal|mangkat|budal|angkat|indit|barangkek|takeoff|take off|leave|leaving|keberangkatan|nyebrang|nyeberang|kapalnya|pesawatnya|melaut|berlayar|layar|feri|ferry|sail(?:s|ing)?|jalan ke|merantau|berobat|operasi|di bandara|wisuda|pemakaman)\b/i

const THIS_OR_NEXT_WEEK = /\b(?:minggu|mgg|pekan) (?:ini|depan)\b|\b(?:this|next) week\b/i

/** "Sudah di bandara, paspor ditolak". */
const AT_THE_GATE =
  /\b(?:sudah|udah|udh|sdh|sedang|lagi|sekarang|skrg|i am|at) (?:(?:di|the) )?(?:bandara|airport|pelabuhan)\b/i

/** Reads a departure in free words; null where nobody leaves soon. `today`: `YYYY-MM-DD` in the office's zone. */
export function readUrgency(text: string, today: string): DepartureUrgency | null {
  const sentences = text.split(/[.,;!?\n]+/).filter((one) => one.trim() !== '')
  const days = sentences
    .flatMap((one) => (LEAVES.test(normalise(one)) ? certainDay(one, today) : []))
    .filter((day) => isSoon(day, today))
  const leaves = days.toSorted()[0] ?? null
  const isSaid = readActs(text).has('urgency', SURE) || AT_THE_GATE.test(text)
  const going = sentences.filter((one) => LEAVES.test(normalise(one)))
  if (going.some((one) => NOW.test(one))) return { priority: 1, leaves: today }
  if (leaves === null && !isSaid && !going.some((one) => THIS_OR_NEXT_WEEK.test(one))) return null
  if (isSaid && NOW.test(text)) return { priority: 1, leaves: today }
  return { priority: leaves !== null && leaves <= addDays(today, AT_ONCE) ? 1 : 2, leaves }
}

/** "Bulan depan" is no day. */
function certainDay(sentence: string, today: string): readonly string[] {
  const read = parseDate(sentence, today)
  return read.day !== null && read.certain && !/\b(?:bulan|month)\b/i.test(sentence) ? [read.day] : []
}

function isSoon(day: string, today: string): boolean {
  return day >= today && daysBetween(today, day) <= SOON
}
