import { Filters } from '../forms/filters.tsx'
import type { Offices } from '../types.ts'
import { topicName, topics } from '../words/applicants.ts'
import { word } from '../words/words.ts'

interface Props {
  readonly query: URLSearchParams
  readonly offices: Offices['items']
}

export function FactFilters({ query, offices }: Props) {
  const topic = topics.map((one) => [one, topicName(one)] as const)
  const office = offices.map(({ code, name }) => [code, name] as const)
  const show = [
    ['', word('facts.inForce')],
    ['doubtful', word('facts.doubtful')],
    ['history', word('facts.withHistory')],
  ] as const
  return (
    <Filters
      page="#/jawaban"
      query={query}
      searchLabel={word('facts.find')}
      choices={[
        { field: 'topic', label: word('facts.topic'), options: [['', word('all')], ...topic] },
        { field: 'office', label: word('office'), options: [['', word('all')], ...office] },
        { field: 'show', label: word('facts.show'), options: show },
      ]}
    />
  )
}
