import { useState } from 'preact/hooks'
import { api, Problem } from '../api.ts'
import type { Me, Offices } from '../types.ts'
import { APPLICATION_NAMES } from '../words/applications.ts'
import { name, word, type Word } from '../words/words.ts'

interface Props {
  readonly me: Me
  readonly offices: Offices['items']
  readonly onDone: (told: string) => void
  readonly onProblem: (problem: unknown) => void
}

/** One application, written down by a supervisor; lists come by import or from another system. */
export function ApplicationForm({ me, offices, onDone, onProblem }: Props) {
  const [busy, setBusy] = useState(false)

  async function keep(form: HTMLFormElement) {
    const given = Object.fromEntries(new FormData(form)) as Record<string, string>
    setBusy(true)
    try {
      const { problems } = await api.putApplication({ ...given, office: given.office ?? me.office })
      const why = problems[0]?.reason
      onDone(why ? word('failed', { why: name('problem', why) }) : word('applicationKept'))
      if (!why) form.reset()
    } catch (problem) {
      onProblem(problem)
      onDone(word('failed', { why: name('problem', problem instanceof Problem ? problem.message : '0') }))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      class="fact-form"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        void keep(event.currentTarget)
      }}
    >
      <h3>{word('applicationWrite')}</h3>
      {text('number', 'applicationFind', true)}
      {date('birth', 'applicationBirth', true)}
      {me.office === null &&
        choice(
          'office',
          'office',
          offices.map(({ code, name: title }) => [code, title]),
        )}
      {choice('status', 'applicationStatus', Object.entries(APPLICATION_NAMES.status!))}
      {text('name', 'applicationName')}
      {date('visitDay', 'applicationVisit')}
      {date('interviewDay', 'applicationInterview')}
      {date('issuedDay', 'applicationIssued')}
      <p class="deeds">
        <button class="main" disabled={busy}>
          {word('keep')}
        </button>
      </p>
    </form>
  )
}

function text(of: string, label: Word, required = false) {
  return (
    <label>
      {word(label)}
      <input name={of} required={required} maxLength={100} />
    </label>
  )
}

function date(of: string, label: Word, required = false) {
  return (
    <label>
      {word(label)}
      <input name={of} type="date" required={required} />
    </label>
  )
}

function choice(of: string, label: Word, values: readonly (readonly [string, string])[]) {
  return (
    <label>
      {word(label)}
      <select name={of} required>
        <option value="">{word('choose')}</option>
        {values.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
