import { useEffect, useRef, useState } from 'preact/hooks'
import { api } from '../api.ts'
import type { Writing } from '../facts/draft.ts'
import { FactFilters } from '../facts/filters.tsx'
import { FactForm } from '../facts/form.tsx'
import { FactRow } from '../facts/row.tsx'
import { kindOf, shown } from '../facts/value.ts'
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
  const [writing, setWriting] = useState<Writing | null>(null)
  const [told, setTold] = useState('')
  const mayAdd = me.role !== 'ambassador'

  function refused(problem: unknown) {
    onProblem(problem)
    setTold(failed(problem))
  }
  const asking = useRef(0)
  async function load() {
    const mine = ++asking.current
    try {
      const all = await everything(asked(query))
      // of two answers that overtake each other the later question's counts
      if (mine === asking.current) setFacts(all)
    } catch (problem) {
      refused(problem)
    }
  }
  useRefresh(() => void load(), REFRESH, query.toString())
  useEffect(() => void api.offices().then(({ items }) => setOffices(items), onProblem), [onProblem])

  const act = (change: Promise<unknown>) =>
    void change.then(load).then(() => setTold(word('facts.kept')), refused)
  const retire = (fact: Fact) => confirm(word('facts.retireSure')) && act(api.retireFact(fact.id))
  function done(kept: boolean) {
    setWriting(null)
    setTold(kept ? word('facts.kept') : '')
    if (kept) void load()
  }
  const form = writing && (
    <FactForm
      key={`${writing.key} ${writing.row?.id} ${writing.corrects}`}
      writing={writing}
      kind={kindOf(writing.key, facts ?? [])}
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
      {mayAdd && <OwnWords onChoose={(id) => setWriting({ key: `say.${id}`, row: null, corrects: false })} />}
      <p class="told" role="status">
        {told}
      </p>
      {writing?.row === null && form}
      {facts && wanted(facts, query).length === 0 && <p class="middle">{word('facts.none')}</p>}
      <ul>
        {wanted(facts ?? [], query).map((fact) => (
          <>
            <FactRow
              key={fact.id}
              fact={fact}
              mayAdd={mayAdd}
              onCorrect={() => setWriting({ key: fact.key, row: fact, corrects: true })}
              onRenew={() => setWriting({ key: fact.key, row: fact, corrects: false })}
              onConfirm={() => act(api.confirmFact(fact.id))}
              onRetire={() => retire(fact)}
            />
            {writing?.row?.id === fact.id && <li key={`${fact.id} form`}>{form}</li>}
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
async function everything(query: URLSearchParams): Promise<Fact[]> {
  const { items, nextCursor } = await api.facts(query)
  if (nextCursor === null) return items
  const rest = new URLSearchParams(query)
  rest.set('cursor', nextCursor)
  return [...items, ...(await everything(rest))]
}

function asked(query: URLSearchParams): URLSearchParams {
  const wanted = new URLSearchParams()
  for (const field of ['topic', 'office']) {
    const value = query.get(field)
    if (value) wanted.set(field, value)
  }
  if (query.get('show') === 'history') wanted.set('history', 'true')
  return wanted
}

/** Words are looked for in keys, values, sources and the titles of the answers; old rows only with the history. */
function wanted(facts: readonly Fact[], query: URLSearchParams): readonly Fact[] {
  const [show, words] = [query.get('show'), (query.get('q') ?? '').toLowerCase().split(/\s+/)]
  return facts.filter((fact) => {
    if (show !== 'history' && fact.holds === 'over') return false
    if (show === 'doubtful' && fact.confidence === 'confirmed') return false
    const titles = fact.answers.map(answerTitle)
    const text = [fact.key, shown(fact.key, fact.value), fact.source, ...titles].join(' ').toLowerCase()
    return words.every((one) => text.includes(one))
  })
}
