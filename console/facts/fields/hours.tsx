import { WEEKDAYS } from '../../../src/model/dates/weekday.ts'
import type { Weekday } from '../../../src/model/dates/weekday.ts'
import { name, word } from '../../words/words.ts'

interface Props {
  /** JSON of `{ mon: ['08:00', '16:00'] }`; days that are missing have none. */
  readonly text: string
  readonly onText: (text: string) => void
}

type Week = Readonly<Record<string, readonly string[] | undefined>>

const USUAL = ['08:00', '16:00']

/** Hours of a week, a line a day: any, and from when to when. */
export function HoursField({ text, onText }: Props) {
  const week: Week = text ? JSON.parse(text) : {}
  const set = (day: Weekday, times: readonly string[] | undefined) => {
    const days = WEEKDAYS.map((one) => [one, one === day ? times : week[one]] as const)
    onText(JSON.stringify(Object.fromEntries(days.filter(([, open]) => open))))
  }
  return (
    <fieldset class="week">
      <legend>{word('value.weekHours')}</legend>
      {WEEKDAYS.map((day) => (
        <Day key={day} day={day} times={week[day]} onTimes={(times) => set(day, times)} />
      ))}
    </fieldset>
  )
}

interface DayProps {
  readonly day: Weekday
  readonly times: readonly string[] | undefined
  readonly onTimes: (times: readonly string[] | undefined) => void
}

function Day({ day, times, onTimes }: DayProps) {
  const title = name('part', day)
  const time = (at: number, label: string) => (
    <input
      type="time"
      required
      aria-label={`${title}: ${label}`}
      value={times?.[at]}
      onInput={(event) =>
        onTimes(times?.map((one, place) => (place === at ? event.currentTarget.value : one)))
      }
    />
  )
  return (
    <div class="day">
      <label class="tick">
        <input
          type="checkbox"
          checked={times !== undefined}
          onChange={() => onTimes(times ? undefined : USUAL)}
        />
        {title}
      </label>
      {times && (
        <span>
          {time(0, word('value.dayFrom'))} – {time(1, word('value.dayTo'))}
        </span>
      )}
    </div>
  )
}
