import { WEEKDAYS } from '../../../src/model/dates/weekday.ts'
import type { QuotaReleaseRule } from '../../../src/model/facts/release-rule.ts'
import { RELEASE_SCHEDULES } from '../../../src/model/facts/release-rule.ts'
import { name, word } from '../../words/words.ts'

interface Props {
  /** JSON of a rule. */
  readonly text: string
  readonly onText: (text: string) => void
}

type Opens = QuotaReleaseRule['opens']
type Given = Partial<Record<'weekday' | 'day' | 'time', string>> & { readonly months?: number }

/** When an office opens places: how, and only what belongs to that. */
export function ReleaseField({ text, onText }: Props) {
  const { opens, ...given }: { opens: Opens } & Given = text ? JSON.parse(text) : { opens: 'announced' }
  const keep = (next: Given, how = opens) => onText(JSON.stringify({ opens: how, ...next }))
  return (
    <fieldset class="span">
      <legend>{word('value.label')}</legend>
      <label>
        {word('value.opens')}
        <select
          value={opens}
          onChange={(event) =>
            keep(
              {},
              RELEASE_SCHEDULES.find((how) => how === event.currentTarget.value),
            )
          }
        >
          {RELEASE_SCHEDULES.map((one) => (
            <option key={one} value={one}>
              {name('opens', one)}
            </option>
          ))}
        </select>
      </label>
      {opens === 'weekly' && (
        <label>
          {word('value.weekday')}
          <select
            required
            value={given.weekday ?? ''}
            onChange={(event) => keep({ ...given, weekday: event.currentTarget.value })}
          >
            <option value="">{word('choose')}</option>
            {WEEKDAYS.map((day) => (
              <option key={day} value={day}>
                {name('part', day)}
              </option>
            ))}
          </select>
        </label>
      )}
      {opens === 'once' && <Input type="date" part="day" given={given} onGiven={keep} required />}
      {opens === 'rolling' && <Input type="number" part="months" given={given} onGiven={keep} required />}
      {['weekly', 'month-end', 'once'].includes(opens) && (
        <Input type="time" part="time" given={given} onGiven={keep} />
      )}
    </fieldset>
  )
}

interface InputProps {
  readonly type: 'date' | 'number' | 'time'
  readonly part: keyof Given
  readonly given: Given
  readonly onGiven: (given: Given) => void
  readonly required?: boolean
}

/** An hour that is not known stays empty. */
function Input({ type, part, given, onGiven, required }: InputProps) {
  const set = (text: string) => {
    const { [part]: _, ...others } = given
    onGiven(text === '' ? others : { ...others, [part]: type === 'number' ? Number(text) : text })
  }
  return (
    <label>
      {word(`value.${part}`)}
      <input
        type={type}
        min={type === 'number' ? 1 : undefined}
        required={required}
        value={given[part] ?? ''}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </label>
  )
}
