import { APPLICATION_STATUSES } from '../../src/model/applications/status.ts'
import { api } from '../api.ts'
import { ChoiceField, DateField, OfficeField, TextField } from '../forms/fields.tsx'
import { namesOf, word } from '../words/words.ts'
import { EntryForm, type EntryProps } from './entry-form.tsx'

/** One application, written down by a supervisor; lists come by import or from another system. */
export function ApplicationForm({ offices, ...props }: EntryProps) {
  return (
    <EntryForm {...props} enter={api.putApplication} keptNotice={word('applications.kept')} forgets>
      <h3>{word('applications.write')}</h3>
      <TextField name="number" label={word('applications.number')} required />
      <DateField name="birth" label={word('applications.birth')} required />
      {props.me.office === null && <OfficeField offices={offices} />}
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
    </EntryForm>
  )
}
