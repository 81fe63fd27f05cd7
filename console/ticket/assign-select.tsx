import { useEffect, useState } from 'preact/hooks'
import { api } from '../api.ts'
import type { Officers } from '../types.ts'
import { word } from '../words/words.ts'

interface Props {
  readonly has: string | undefined
  readonly onChoose: (officer: string) => void
}

/** Supervisors give a ticket to somebody. */
export function AssignSelect({ has, onChoose }: Props) {
  const [officers, setOfficers] = useState<Officers['items']>([])
  useEffect(() => {
    api.officers().then(
      ({ items }) => setOfficers(items),
      () => setOfficers([]),
    )
  }, [])
  return (
    <select
      aria-label={word('ticket.assignTo')}
      value=""
      onChange={(event) => event.currentTarget.value && onChoose(event.currentTarget.value)}
    >
      <option value="">{word('ticket.assignTo')}</option>
      {officers
        .filter((officer) => officer.id !== has)
        .map((officer) => (
          <option key={officer.id} value={officer.id}>
            {officer.name}
          </option>
        ))}
    </select>
  )
}
