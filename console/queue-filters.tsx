import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { api } from './api.ts'
import { categoryName } from './categories.ts'
import type { Me } from './types.ts'
import { name, word } from './words.ts'

interface Props {
  readonly me: Me
  readonly query: URLSearchParams
  readonly search: RefObject<HTMLInputElement | null>
}

const STATES = ['new', 'assigned', 'waiting', 'answered', 'reopened', 'closed']

/** Filters live in the address; changing one goes there. */
export function Filters({ me, query, search }: Props) {
  const seesSealed = me.role === 'supervisor'
  const [categories, setCategories] = useState<string[]>([])
  useEffect(() => {
    api.categories().then(
      ({ items }) =>
        setCategories(items.filter((item) => !item.sealed || seesSealed).map((item) => item.code)),
      () => setCategories([]),
    )
  }, [seesSealed])

  function go(field: string, value: string) {
    const next = new URLSearchParams(query)
    if (value) next.set(field, value)
    else next.delete(field)
    location.hash = `#/?${next}`
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
        <span>{word('search')}</span>
        <input ref={search} type="search" key={query.get('q')} defaultValue={query.get('q') ?? ''} />
      </label>
      {choose('state', word('state'), [
        ['', word('open')],
        ['all', word('all')],
        ...STATES.map((state) => [state, name('state', state)] as const),
      ])}
      {choose('assignee', word('whose'), [
        ['', word('all')],
        ['me', word('mine')],
        ['none', word('unassigned')],
      ])}
      {choose('category', word('category'), [
        ['', word('all')],
        ...categories.map((code) => [code, categoryName(code)] as const),
      ])}
    </form>
  )
}
