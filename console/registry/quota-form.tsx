import { api } from '../api.ts'
import { ChoiceField, DateField, OfficeField } from '../forms/fields.tsx'
import { namesOf, word } from '../words/words.ts'
import { EntryForm, type Entry, type EntryProps } from './entry-form.tsx'

const HALVES = ['day', 'morning', 'afternoon'] as const
const LANES = ['regular', 'express', 'priority', 'bap'] as const
const UNITS = ['office', 'ulp', 'mpp', 'ukk'] as const

/** The API has no half for a whole day. */
const enter = (entry: Entry) =>
  api.putQuota({ ...entry, half: entry['half'] === 'day' ? null : entry['half'] })

/** Places of one half-day, as an officer sees them in the office's own system. */
export function QuotaForm({ offices, ...props }: EntryProps) {
  return (
    <EntryForm {...props} enter={enter} keptNotice={word('quota.kept')}>
      {props.me.office === null && <OfficeField offices={offices} />}
      <DateField name="day" label={word('quota.day')} required />
      <ChoiceField name="half" label={word('quota.half')} options={namesOf('half', HALVES)} />
      <ChoiceField name="lane" label={word('quota.lane')} options={namesOf('lane', LANES)} />
      <ChoiceField name="unit" label={word('quota.unit')} options={namesOf('unit', UNITS)} />
      <label>
        {word('quota.left')}
        <input name="left" inputMode="numeric" required maxLength={6} autocomplete="off" />
      </label>
    </EntryForm>
  )
}
