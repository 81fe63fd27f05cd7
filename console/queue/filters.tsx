import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { api } from '../api.ts'
import { categoryName } from '../words/categories.ts'
import { Filters } from '../forms/filters.tsx'
import type { Me } from '../types.ts'
import { name, word } from '../words/words.ts'

interface Props {
  readonly me: Me
  readonly query: URLSearchParams
  readonly search: RefObject<HTMLInputElement | null>
}

const STATES = ['new', 'assigned', 'waiting', 'answered', 'reopened', 'closed']

export function QueueFilters({ me, query, search }: Props) {
  const seesSealed = me.role === 'supervisor'
  const [categories, setCategories] = useState<string[]>([])
  useEffect(() => {
    api.categories().then(
      ({ items }) =>
        setCategories(items.filter((item) => !item.confidential || seesSealed).map((item) => item.code)),
      () => setCategories([]),
    )
  }, [seesSealed])

  const states = STATES.map((state) => [state, name('state', state)] as const)
  const assignee = [
    ['', word('all')],
    ['me', word('mine')],
    ['none', word('unassigned')],
  ] as const
  const category = categories.map((code) => [code, categoryName(code)] as const)
  return (
    <Filters
      page="#/"
      query={query}
      search={search}
      searchLabel={word('search')}
      choices={[
        {
          field: 'state',
          label: word('state'),
          options: [['', word('open')], ['all', word('all')], ...states],
        },
        { field: 'assignee', label: word('whose'), options: assignee },
        { field: 'category', label: word('category'), options: [['', word('all')], ...category] },
      ]}
    />
  )
}
