import { useState } from 'preact/hooks'
import { APPLICATION_STATUSES } from '../../src/model/applications/status.ts'
import { api } from '../api.ts'
import { ChoiceField, DateField, filledIn, OfficeField, TextField } from '../forms/fields.tsx'
import type { Me, Offices } from '../types.ts'
import { failed, failedFor } from '../words/problems.ts'
import { namesOf, word } from '../words/words.ts'

interface Props {
  readonly me: Me
  readonly offices: Offices['items']
  readonly onDone: (notice: string) => void
  readonly onProblem: (problem: unknown) => void
}

/** One application, written down by a supervisor; lists come by import or from another system. */
export function ApplicationForm({ me, offices, onDone, onProblem }: Props) {
  const [busy, setBusy] = useState(false)

  async function keep(form: HTMLFormElement) {
    const given = filledIn(form)
    setBusy(true)
    try {
      const { problems } = await api.putApplication({ ...given, office: given['office'] ?? me.office })
      const why = problems[0]?.reason
      onDone(why ? failedFor(why) : word('applications.kept'))
      if (!why) form.reset()
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
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        void keep(event.currentTarget)
      }}
    >
      <h3>{word('applications.write')}</h3>
      <TextField name="number" label={word('applications.number')} required />
      <DateField name="birth" label={word('applications.birth')} required />
      {me.office === null && <OfficeField offices={offices} />}
      <ChoiceField
        name="status"
        label={word('applications.status')}
        required
        options={namesOf('status', APPLICATION_STATUSES)}
      />
      <TextField name="name" label={word('applications.name')} />
      <DateField name="visitDay" label={word('applications.visitDay')} />
      <DateField name="interviewDay" label={word('applications.interviewDay')} />
      <DateField name="issuedDay" label={word('applications.issuedDay')} />
      <p class="actions">
        <button class="main" disabled={busy}>
          {word('keep')}
        </button>
      </p>
    </form>
  )
}
