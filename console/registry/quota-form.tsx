import { useState } from 'preact/hooks'
import { api, Problem } from '../api.ts'
import type { Me, Offices } from '../types.ts'
import { name, word, type Word } from '../words/words.ts'

interface Props {
  readonly me: Me
  readonly offices: Offices['items']
  /** Kept, or why not. */
  readonly onDone: (told: string) => void
  readonly onProblem: (problem: unknown) => void
}

const FIELDS = {
  unit: ['office', 'ulp', 'mpp', 'ukk'],
  lane: ['regular', 'express', 'priority', 'bap'],
} as const

/** Places of one half-day, as an officer sees them in the office's own system. */
export function QuotaForm({ me, offices, onDone, onProblem }: Props) {
  const [busy, setBusy] = useState(false)

  async function keep(form: HTMLFormElement) {
    const given = Object.fromEntries(new FormData(form)) as Record<string, string>
    const half = given.half === 'day' ? null : given.half!
    setBusy(true)
    try {
      const { problems } = await api.putQuota({ ...given, office: given.office ?? me.office, half })
      const why = problems[0]?.reason
      onDone(why ? word('failed', { why: name('problem', why) }) : word('quotaKept'))
    } catch (problem) {
      onProblem(problem)
      const why = problem instanceof Problem ? problem.message : '0'
      onDone(word('failed', { why: name('problem', why) }))
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
      {me.office === null && (
        <label>
          {word('office')}
          <select name="office" required>
            <option value="">{word('choose')}</option>
            {offices.map(({ code, name: title }) => (
              <option key={code} value={code}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {word('quotaDay')}
        <input type="date" name="day" required />
      </label>
      {choice('half', 'quotaHalf', ['day', 'morning', 'afternoon'])}
      {choice('lane', 'quotaLane', FIELDS.lane)}
      {choice('unit', 'quotaUnit', FIELDS.unit)}
      <label>
        {word('quotaLeft')}
        <input name="left" inputMode="numeric" required maxLength={6} autocomplete="off" />
      </label>
      <p class="deeds">
        <button class="main" disabled={busy}>
          {word('keep')}
        </button>
      </p>
    </form>
  )
}

function choice(field: string, label: Word, values: readonly string[]) {
  return (
    <label>
      {word(label)}
      <select name={field}>
        {values.map((value) => (
          <option key={value} value={value}>
            {name(field, value)}
          </option>
        ))}
      </select>
    </label>
  )
}
