import { useEffect, useState } from 'preact/hooks'
import { api, Problem } from '../api.ts'
import type { PageProps } from '../page.ts'
import { ApplicationForm } from '../registry/application-form.tsx'
import { ListUpload } from '../imports/upload.tsx'
import { at, day } from '../words/time.ts'
import type { Application, Offices } from '../types.ts'
import { name, word } from '../words/words.ts'

/** One application by its number; supervisors write one down. */
export function ApplicationsPage({ me, onProblem }: PageProps) {
  const [found, setFound] = useState<Application | null>(null)
  const [offices, setOffices] = useState<Offices['items']>([])
  const [told, setTold] = useState('')
  useEffect(() => void api.offices().then(({ items }) => setOffices(items), onProblem), [onProblem])

  async function look(number: string) {
    setTold('')
    setFound(null)
    try {
      setFound(await api.application(number))
    } catch (problem) {
      onProblem(problem)
      const reason = problem instanceof Problem ? problem.message : '0'
      const none = reason === 'application-not-found'
      setTold(none ? word('applicationNone') : word('failed', { why: name('problem', reason) }))
    }
  }

  return (
    <section class="fact-list">
      <h2>{word('applications')}</h2>
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
          <span>{word('applicationFind')}</span>
          <input type="search" name="q" required maxLength={100} />
        </label>
        <button>{word('applicationLook')}</button>
      </form>
      <p class="told" role="status">
        {told}
      </p>
      {found && <View application={found} />}
      {me.role !== 'ambassador' && (
        <>
          <p>{word('applicationHint')}</p>
          <ListUpload list="applications" me={me} offices={offices} onProblem={onProblem} />
          <ApplicationForm me={me} offices={offices} onDone={setTold} onProblem={onProblem} />
        </>
      )}
    </section>
  )
}

function View({ application }: { readonly application: Application }) {
  const { number, office, status, name: masked, enteredAt } = application
  const days = [
    ['applicationVisit', application.visitDay],
    ['applicationInterview', application.interviewDay],
    ['applicationIssued', application.issuedDay],
  ] as const
  return (
    <article class="fact">
      <h3>{name('status', status)}</h3>
      <p>
        {number} · {office}
        {masked ? ` · ${masked}` : ''} · {word('quotaWritten')} {at(enteredAt)}
      </p>
      {days.map(([label, date]) => date && <p key={label}>{`${word(label)}: ${day(date, true)}`}</p>)}
    </article>
  )
}
