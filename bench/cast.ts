import { walkEverybody } from '../test/cast/judge.ts'
import { bySubject, figures, table, transcript } from '../test/cast/report.ts'

/** The cast of invented people against the pure engine: a table, and with `talks` what was said with those who did not get their answer. */
export function cast({ talks, only }: { talks: boolean; only: string }): Promise<string> {
  const all = walkEverybody()
  const chosen = all.filter(({ person, outcome }) =>
    only ? person.id.includes(only) : talks && outcome !== 'answer',
  )
  const read = chosen.map((one) => `${transcript(one)}\n`)
  return Promise.resolve([...read, bySubject(all), '', table(figures(all))].join('\n'))
}
