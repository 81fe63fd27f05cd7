import { useEffect, useRef, useState } from 'preact/hooks'
import { api } from '../api.ts'
import type { FactEdit } from '../facts/draft.ts'
import { FactFilters } from '../facts/filters.tsx'
import { FactForm } from '../facts/form.tsx'
import { FactRow } from '../facts/row.tsx'
import { formatValue, kindOf } from '../facts/value.ts'
import { useRefresh } from '../hooks.ts'
import type { PageProps } from '../page.ts'
import type { Fact, Offices } from '../types.ts'
import { answerIds, answerTitle } from '../words/applicants.ts'
import { failed } from '../words/problems.ts'
import { word } from '../words/words.ts'

const REFRESH = 60_000

/** The answer library: what the bot and every officer say, with source, days and how sure it is. */
export function FactsPage({ me, query, onProblem }: PageProps & { readonly query: URLSearchParams }) {
  const [facts, setFacts] = useState<readonly Fact[] | null>(null)
  const [offices, setOffices] = useState<Offices['items']>([])
  const [edit, setEdit] = useState<FactEdit | null>(null)
  const [notice, setNotice] = useState('')
  const mayAdd = me.role !== 'ambassador'

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
  useEffect(() => void api.offices().then(({ items }) => setOffices(items), onProblem), [onProblem])

  const run = (change: Promise<unknown>) =>
    void change.then(load).then(() => setNotice(word('facts.kept')), refused)
  const retire = (fact: Fact) => confirm(word('facts.retireSure')) && run(api.retireFact(fact.id))
  function done(kept: boolean) {
    setEdit(null)
    setNotice(kept ? word('facts.kept') : '')
    if (kept) void load()
  }
  const form = edit && (
    <FactForm
      key={`${edit.key} ${edit.row?.id} ${edit.corrects}`}
      edit={edit}
      kind={kindOf(edit.key, facts ?? [])}
      offices={offices}
      me={me}
      onDone={done}
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
      {facts && matching(facts, query).length === 0 && <p class="middle">{word('facts.none')}</p>}
      <ul>
        {matching(facts ?? [], query).map((fact) => (
          <>
            <FactRow
              key={fact.id}
              fact={fact}
              mayAdd={mayAdd}
              onCorrect={() => setEdit({ key: fact.key, row: fact, corrects: true })}
              onRenew={() => setEdit({ key: fact.key, row: fact, corrects: false })}
              onConfirm={() => run(api.confirmFact(fact.id))}
              onRetire={() => retire(fact)}
            />
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
    if (show === 'doubtful' && fact.confidence === 'confirmed') return false
    const titles = fact.answers.map(answerTitle)
    const text = [fact.key, formatValue(fact.key, fact.value), fact.source, ...titles].join(' ').toLowerCase()
    return words.every((one) => text.includes(one))
  })
}
