import { useRef } from 'preact/hooks'
import { topicName, topics } from './answers.ts'
import type { Offices } from './types.ts'
import { word } from './words.ts'

interface Props {
  readonly query: URLSearchParams
  readonly offices: Offices['items']
}

/** Filters live in the address; changing one goes there. */
export function FactFilters({ query, offices }: Props) {
  const search = useRef<HTMLInputElement>(null)
  function go(field: string, value: string) {
    const next = new URLSearchParams(query)
    if (value) next.set(field, value)
    else next.delete(field)
    location.hash = `#/jawaban?${next}`
  }
  const choose = (field: string, label: string, options: readonly (readonly [string, string])[]) => (
    <label>
      <span>{label}</span>
      <select value={query.get(field) ?? ''} onChange={(event) => go(field, event.currentTarget.value)}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <form
      class="filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        go('q', search.current?.value.trim() ?? '')
      }}
    >
      <label class="find">
        <span>{word('findFact')}</span>
        <input type="search" ref={search} key={query.get('q')} defaultValue={query.get('q') ?? ''} />
      </label>
      {choose('topic', word('topic'), [
        ['', word('all')],
        ...topics.map((topic) => [topic, topicName(topic)] as const),
      ])}
      {choose('office', word('office'), [
        ['', word('all')],
        ...offices.map(({ code, name }) => [code, name] as const),
      ])}
      {choose('show', word('show'), [
        ['', word('inForce')],
        ['doubtful', word('doubtful')],
        ['history', word('withHistory')],
      ])}
    </form>
  )
}
