import { useEffect, useState } from 'preact/hooks'
import { api } from '../api.ts'
import { ListUpload } from '../imports/upload.tsx'
import type { PageProps } from '../page.ts'
import { ApplicationForm } from '../registry/application-form.tsx'
import type { Application, Offices } from '../types.ts'
import { at, date } from '../words/format.ts'
import { failed, reasonOf } from '../words/problems.ts'
import { name, word } from '../words/words.ts'

/** One application by its number; supervisors write one down. */
export function ApplicationsPage({ me, onProblem }: PageProps) {
  const [found, setFound] = useState<Application | null>(null)
  const [offices, setOffices] = useState<Offices['items']>([])
  const [notice, setNotice] = useState('')
  useEffect(() => void api.offices().then(({ items }) => setOffices(items), onProblem), [onProblem])

  async function look(number: string) {
    setNotice('')
    setFound(null)
    try {
      setFound(await api.application(number))
    } catch (problem) {
      onProblem(problem)
      const none = reasonOf(problem) === 'application-not-found'
      setNotice(none ? word('applications.none') : failed(problem))
    }
  }

  return (
    <section class="fact-list">
      <h2>{word('page.applications')}</h2>
      <form
        class="filters"
        role="search"
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault()
          void look(String(new FormData(event.currentTarget).get('q')).trim())
        }}
      >
        <label class="find">
          <span>{word('applications.number')}</span>
          <input type="search" name="q" required maxLength={100} />
        </label>
        <button>{word('applications.look')}</button>
      </form>
      <p class="told" role="status">
        {notice}
      </p>
      {found && <View application={found} />}
      {me.role !== 'ambassador' && (
        <>
          <p>{word('applications.hint')}</p>
          <ListUpload list="applications" me={me} offices={offices} onProblem={onProblem} />
          <ApplicationForm me={me} offices={offices} onDone={setNotice} onProblem={onProblem} />
        </>
      )}
    </section>
  )
}

function View({ application }: { readonly application: Application }) {
  const { number, office, status, name: masked, enteredAt } = application
  const days = [
    ['visitDay', application.visitDay],
    ['interviewDay', application.interviewDay],
    ['issuedDay', application.issuedDay],
  ] as const
  return (
    <article class="fact">
      <h3>{name('status', status)}</h3>
      <p>
        {number} · {office}
        {masked ? ` · ${masked}` : ''} · {word('writtenAt')} {at(enteredAt)}
      </p>
      {days.map(
        ([field, day]) => day && <p key={field}>{`${word(`applications.${field}`)}: ${date(day)}`}</p>,
      )}
    </article>
  )
}
