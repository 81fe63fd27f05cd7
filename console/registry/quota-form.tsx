import { useState } from 'preact/hooks'
import { api } from '../api.ts'
import { ChoiceField, DateField, filledIn, OfficeField } from '../forms/fields.tsx'
import type { Me, Offices } from '../types.ts'
import { failed, failedFor } from '../words/problems.ts'
import { namesOf, word } from '../words/words.ts'

interface Props {
  readonly me: Me
  readonly offices: Offices['items']
  /** Kept, or why not. */
  readonly onDone: (notice: string) => void
  readonly onProblem: (problem: unknown) => void
}

const HALVES = ['day', 'morning', 'afternoon'] as const
const LANES = ['regular', 'express', 'priority', 'bap'] as const
const UNITS = ['office', 'ulp', 'mpp', 'ukk'] as const

/** Places of one half-day, as an officer sees them in the office's own system. */
export function QuotaForm({ me, offices, onDone, onProblem }: Props) {
  const [busy, setBusy] = useState(false)

  async function keep(form: HTMLFormElement) {
    const given = filledIn(form)
    const half = given['half'] === 'day' ? null : given['half']
    setBusy(true)
    try {
      const { problems } = await api.putQuota({ ...given, office: given['office'] ?? me.office, half })
      const why = problems[0]?.reason
      onDone(why ? failedFor(why) : word('quota.kept'))
    } catch (problem) {
      onProblem(problem)
      onDone(failed(problem))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      class="fact-form"
      onSubmit={(event) => {
        event.preventDefault()
        void keep(event.currentTarget)
      }}
    >
      {me.office === null && <OfficeField offices={offices} />}
      <DateField name="day" label={word('quota.day')} required />
      <ChoiceField name="half" label={word('quota.half')} options={namesOf('half', HALVES)} />
      <ChoiceField name="lane" label={word('quota.lane')} options={namesOf('lane', LANES)} />
      <ChoiceField name="unit" label={word('quota.unit')} options={namesOf('unit', UNITS)} />
      <label>
        {word('quota.left')}
        <input name="left" inputMode="numeric" required maxLength={6} autocomplete="off" />
      </label>
      <p class="actions">
        <button class="main" disabled={busy}>
          {word('keep')}
        </button>
      </p>
    </form>
  )
}
