import { useEffect, useRef, useState } from 'preact/hooks'
import { isCertain } from '../../src/model/facts/fact.ts'
import { api } from '../api.ts'
import type { FactEdit } from '../facts/draft.ts'
import { FactFilters } from '../facts/filters.tsx'
import { FactForm } from '../facts/form.tsx'
import { FactRow } from '../facts/row.tsx'
import { formatValue, kindOf } from '../facts/value.ts'
import { useRefresh } from '../hooks.ts'
import type { PageProps } from '../page.ts'
import type { Fact, Offices } from '../types.ts'
import { today } from '../words/format.ts'
import { answerIds, answerTitle } from '../words/applicants.ts'
import { failed } from '../words/problems.ts'
import { word } from '../words/words.ts'

const REFRESH = 60_000

interface Props extends PageProps {
  readonly query: URLSearchParams
}

/** The rows of the library that the address asks for, kept fresh, and what became of a change. */
function useFacts({ query, onProblem }: Pick<Props, 'query' | 'onProblem'>) {
  const [facts, setFacts] = useState<readonly Fact[] | null>(null)
  const [notice, setNotice] = useState('')

  function refused(problem: unknown) {
    onProblem(problem)
    setNotice(failed(problem))
  }
  const latest = useRef(0)
  async function load() {
    const request = ++latest.current
    try {
      const all = await allPages(apiQuery(query))
      // of two answers that overtake each other the later question's counts
      if (request === latest.current) setFacts(all)
    } catch (problem) {
      refused(problem)
    }
  }
  useRefresh(() => void load(), REFRESH, query.toString())

  const run = (change: Promise<unknown>) =>
    void change.then(load).then(() => setNotice(word('facts.kept')), refused)
  function leaveForm(kept: boolean) {
    setNotice(kept ? word('facts.kept') : '')
    if (kept) void load()
  }
  return { facts, notice, run, leaveForm }
}

/** The answer library: what the bot and every officer say, with source, days and how sure it is. */
export function FactsPage({ me, query, onProblem }: Props) {
  const { facts, notice, run, leaveForm } = useFacts({ query, onProblem })
  const [offices, setOffices] = useState<Offices['items']>([])
  const [edit, setEdit] = useState<FactEdit | null>(null)
  useEffect(() => void api.offices().then(({ items }) => setOffices(items), onProblem), [onProblem])

  const mayAdd = me.role !== 'ambassador'
  const shown = matching(facts ?? [], query)
  const form = edit && (
    <FactForm
      key={`${edit.key} ${edit.row?.id} ${edit.corrects}`}
      edit={edit}
      kind={kindOf(edit.key, facts ?? [])}
      offices={offices}
      me={me}
      onDone={(kept) => {
        setEdit(null)
        leaveForm(kept)
      }}
      onProblem={onProblem}
    />
  )

  return (
    <section class="fact-list" aria-busy={facts === null}>
      <h2>{word('page.facts')}</h2>
      <p>{word('facts.intro')}</p>
      <FactFilters query={query} offices={offices} />
      {mayAdd && <OwnWords onChoose={(id) => setEdit({ key: `say.${id}`, row: null, corrects: false })} />}
      <p class="told" role="status">
        {notice}
      </p>
      {edit?.row === null && form}
      {facts && shown.length === 0 && <p class="middle">{word('facts.none')}</p>}
      <ul>
        {shown.map((fact) => (
          <>
            <FactRow key={fact.id} fact={fact} mayAdd={mayAdd} onEdit={setEdit} onChange={run} />
            {edit?.row?.id === fact.id && <li key={`${fact.id} form`}>{form}</li>}
          </>
        ))}
      </ul>
    </section>
  )
}

/** Own words of an office for one of the ready answers. */
function OwnWords({ onChoose }: { readonly onChoose: (answer: string) => void }) {
  return (
    <select
      aria-label={word('facts.ownWords')}
      value=""
      onChange={(event) => event.currentTarget.value && onChoose(event.currentTarget.value)}
    >
      <option value="">{word('facts.ownWords')}</option>
      {answerIds.map((id) => (
        <option key={id} value={id}>
          {answerTitle(id)}
        </option>
      ))}
    </select>
  )
}

/** The whole list, page by page: words are looked for here, not by the API. */
async function allPages(query: URLSearchParams): Promise<Fact[]> {
  const { items, nextCursor } = await api.facts(query)
  if (nextCursor === null) return items
  const rest = new URLSearchParams(query)
  rest.set('cursor', nextCursor)
  return [...items, ...(await allPages(rest))]
}

function apiQuery(query: URLSearchParams): URLSearchParams {
  const wanted = new URLSearchParams()
  for (const field of ['topic', 'office']) {
    const value = query.get(field)
    if (value) wanted.set(field, value)
  }
  if (query.get('show') === 'history') wanted.set('history', 'true')
  return wanted
}

/** Words are looked for in keys, values, sources and the titles of the answers; old rows only with the history. */
function matching(facts: readonly Fact[], query: URLSearchParams): readonly Fact[] {
  const [show, words] = [query.get('show'), (query.get('q') ?? '').toLowerCase().split(/\s+/)]
  return facts.filter((fact) => {
    if (show !== 'history' && fact.holds === 'over') return false
    if (show === 'doubtful' && isCertain(fact, today())) return false
    const titles = fact.answers.map(answerTitle)
    const text = [fact.key, formatValue(fact.key, fact.value), fact.source, ...titles].join(' ').toLowerCase()
    return words.every((one) => text.includes(one))
  })
}
