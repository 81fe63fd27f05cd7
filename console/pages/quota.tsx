import { useEffect, useState } from 'preact/hooks'
import { api } from '../api.ts'
import { useRefresh } from '../hooks.ts'
import { ListUpload } from '../imports/upload.tsx'
import type { PageProps } from '../page.ts'
import { QuotaForm } from '../registry/quota-form.tsx'
import type { Offices, Quota } from '../types.ts'
import { at, day } from '../words/format.ts'
import { name, word } from '../words/words.ts'

const REFRESH = 60_000

/** Places as last written down, from today on, and the form to write them. */
export function QuotaPage({ me, onProblem }: PageProps) {
  const [figures, setFigures] = useState<Quota['items'] | null>(null)
  const [offices, setOffices] = useState<Offices['items']>([])
  const [notice, setNotice] = useState('')
  const load = () => void api.quota().then(({ items }) => setFigures(items), onProblem)
  useRefresh(load, REFRESH, 'quota')
  useEffect(() => void api.offices().then(({ items }) => setOffices(items), onProblem), [onProblem])

  function done(words: string) {
    setNotice(words)
    load()
  }
  const title = (code: string) => offices.find((office) => office.code === code)?.name ?? code
  return (
    <section class="fact-list" aria-busy={figures === null}>
      <h2>{word('page.quota')}</h2>
      <p>{word('quota.intro')}</p>
      <QuotaForm me={me} offices={offices} onDone={done} onProblem={onProblem} />
      <p class="told" role="status">
        {notice}
      </p>
      {me.role !== 'ambassador' && (
        <ListUpload list="quota" me={me} offices={offices} onEntered={load} onProblem={onProblem} />
      )}
      {figures?.length === 0 && <p class="middle">{word('quota.none')}</p>}
      <ul class="figures">
        {figures?.map((one) => (
          <li key={[one.office, one.day, one.unit, one.lane, one.half].join()} class="fact">
            <strong>
              {day(one.day)}, {name('half', one.half ?? 'day').toLowerCase()}:{' '}
              {one.left === 0 ? word('quota.full') : one.left}
            </strong>
            <p>
              {title(one.office)} · {name('unit', one.unit)} · {name('lane', one.lane)} · {word('writtenAt')}{' '}
              {at(one.enteredAt)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
