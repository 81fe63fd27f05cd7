import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { api } from '../api.ts'
import { Filters } from '../forms/filters.tsx'
import type { Me } from '../types.ts'
import { categoryName } from '../words/applicants.ts'
import { namesOf, word } from '../words/words.ts'

interface Props {
  readonly me: Me
  readonly query: URLSearchParams
  readonly search: RefObject<HTMLInputElement | null>
}

const STATES = ['new', 'assigned', 'waiting', 'answered', 'reopened', 'closed'] as const

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

  const assignee = [
    ['', word('all')],
    ['me', word('queue.mine')],
    ['none', word('ticket.unassigned')],
  ] as const
  const category = categories.map((code) => [code, categoryName(code)] as const)
  return (
    <Filters
      page="#/"
      query={query}
      search={search}
      searchLabel={word('queue.search')}
      choices={[
        {
          field: 'state',
          label: word('queue.state'),
          options: [['', word('queue.open')], ['all', word('all')], ...namesOf('state', STATES)],
        },
        { field: 'assignee', label: word('ticket.assignee'), options: assignee },
        { field: 'category', label: word('queue.category'), options: [['', word('all')], ...category] },
      ]}
    />
  )
}
