import type { Formatter } from 'i18next'

/**
 * How moments and days are written, also inside words: `{{when, moment}}`. A moment (ISO 8601) is told in the officer's
 * own zone; a day (`YYYY-MM-DD`) is the same in every zone.
 */
const FORMATS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  moment: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' },
  date: { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
}

export function addTimeFormats(formatter: Formatter): void {
  for (const [name, options] of Object.entries(FORMATS))
    formatter.addCached(name, (locale) => {
      const format = new Intl.DateTimeFormat(locale, options)
      return (iso: string) => format.format(new Date(iso))
    })
}
