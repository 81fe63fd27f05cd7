import { topicName, topics } from '../words/answers.ts'
import { Filters } from '../forms/filters.tsx'
import type { Offices } from '../types.ts'
import { word } from '../words/words.ts'

interface Props {
  readonly query: URLSearchParams
  readonly offices: Offices['items']
}

export function FactFilters({ query, offices }: Props) {
  const topic = topics.map((one) => [one, topicName(one)] as const)
  const office = offices.map(({ code, name }) => [code, name] as const)
  const show = [
    ['', word('inForce')],
    ['doubtful', word('doubtful')],
    ['history', word('withHistory')],
  ] as const
  return (
    <Filters
      page="#/jawaban"
      query={query}
      searchLabel={word('findFact')}
      choices={[
        { field: 'topic', label: word('topic'), options: [['', word('all')], ...topic] },
        { field: 'office', label: word('office'), options: [['', word('all')], ...office] },
        { field: 'show', label: word('show'), options: show },
      ]}
    />
  )
}
