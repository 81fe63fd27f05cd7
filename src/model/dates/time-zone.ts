/** Between moments (ms since epoch) and an office's wall clock (`YYYY-MM-DD`, `HH:MM`). */

/** When people are told what is due that day. */
export const MORNING = '09:00'

/** Making a format costs far more than using it; there are as many as zones of offices. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** Wall clock of `zone` at `now`: `HH:MM`. */
export function timeIn(zone: string, now: number): string {
  return wallClock(zone, now).slice(11, 16)
}

/** The moment (ms) at which the wall clock of `zone` shows `day` and `time` (`HH:MM`). */
export function momentIn(zone: string, day: string, time: string): number {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const offset = (at: number) => Date.parse(`${wallClock(zone, at)}Z`) - Math.floor(at / 1000) * 1000
  // the second look settles zones whose offset changes that day
  return asUtc - offset(asUtc - offset(asUtc))
}

/** Date and wall clock of `zone` at `now` (ms): `YYYY-MM-DDTHH:MM:SS`. */
export function wallClock(zone: string, now: number): string {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'medium',
    })
    formats.set(zone, format)
  }
  return format.format(now).replace(' ', 'T')
}
