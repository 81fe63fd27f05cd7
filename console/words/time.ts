const moment = new Intl.DateTimeFormat('id-ID', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
})
const dayOf = new Intl.DateTimeFormat('id-ID', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})

/** A moment (ISO 8601) in the officer's own zone. */
export const at = (iso: string) => moment.format(new Date(iso))

const yearOf = new Intl.DateTimeFormat('id-ID', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A day `YYYY-MM-DD`, the same in every zone; `withYear` instead of the weekday. */
export const day = (date: string, withYear = false) =>
  (withYear ? yearOf : dayOf).format(new Date(`${date}T00:00:00Z`))
