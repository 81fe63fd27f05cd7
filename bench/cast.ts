import { deskFigures, deskSubjects, deskTable, deskTranscript } from '../test/cast/desk-report.ts'
import { walkComplainers } from '../test/cast/desk.ts'
import { walkEverybody } from '../test/cast/judge.ts'
import { bySubject, figures, table, transcript } from '../test/cast/report.ts'

/** Whose talks are printed before the table: of all who did not fare well, or of some by a part of their id. */
interface Shown {
  readonly talks: boolean
  readonly only: string
}

/** The cast of invented people with questions against the pure engine: a table, and with `talks` what was said with those who did not get their answer. */
export function cast(shown: Shown): Promise<string> {
  const all = walkEverybody()
  const read = chosen(all, shown, ({ outcome }) => outcome !== 'answer').map(transcript)
  return Promise.resolve(report(read, bySubject(all), table(figures(all))))
}

/** The same for those who have something to report, by what stands at the desk in the end. */
export function complainers(shown: Shown): Promise<string> {
  const all = walkComplainers()
  const read = chosen(all, shown, ({ isClean }) => !isClean).map(deskTranscript)
  return Promise.resolve(report(read, deskSubjects(all), deskTable(deskFigures(all))))
}

function chosen<T extends { readonly person: { readonly id: string } }>(
  all: readonly T[],
  { talks, only }: Shown,
  faredBadly: (one: T) => boolean,
): T[] {
  return all.filter((one) => (only ? one.person.id.includes(only) : talks && faredBadly(one)))
}

const report = (talks: readonly string[], subjects: string, figures: string) =>
  [...talks.map((talk) => `${talk}\n`), subjects, '', figures].join('\n')
