import type { QueryResult, ApplicationView } from '../../src/flows/engine/conversation.ts'
import { attemptAllowance } from '../../src/model/applications/attempts.ts'

/** A small registry of applications for conversations: found by number and birth date, closed after too many wrong tries. */

export interface Entered extends Partial<ApplicationView> {
  readonly birth: string
}

const NEW: Omit<ApplicationView, 'id' | 'enteredAt'> = {
  office: 'KPG',
  status: 'DIPERIKSA',
  name: 'Ma*** Ke**',
  visitDay: null,
  interviewDay: null,
  issuedDay: null,
}

interface Applications {
  /** Enters or changes one; returns it where somebody watches and the status is another one. */
  enter(number: string, row: Partial<Entered>, now: number): ApplicationView | null
  ask(number: string, birth: string, now: number): Extract<QueryResult, { of: 'application' }>
  watch(id: string): void
  stop(): void
  away: boolean
}

export function applications(): Applications {
  const rows = new Map<string, ApplicationView & Entered>()
  const watched = new Set<string>()
  let wrong: number[] = []
  return {
    away: false,
    enter(number, row, now) {
      const before = rows.get(number)
      const id = before?.id ?? `h${rows.size + 1}`
      const after = { birth: '', ...NEW, enteredAt: now, ...before, id, ...row }
      rows.set(number, after)
      return before && watched.has(id) && before.status !== after.status ? viewOf(after) : null
    },
    ask(number, birth, now) {
      if (this.away) return { of: 'application', found: 'away' }
      if (!attemptAllowance(wrong, now).allowed) return { of: 'application', found: 'locked' }
      const row = rows.get(number)
      if (row && row.birth === birth) return { of: 'application', found: viewOf(row) }
      wrong = [...wrong, now]
      return { of: 'application', found: 'unknown' }
    },
    watch: (id) => void watched.add(id),
    stop: () => watched.clear(),
  }
}

function viewOf(row: ApplicationView & Entered): ApplicationView {
  const { id, office, status, name, visitDay, interviewDay, issuedDay, enteredAt } = row
  return { id, office, status, name, visitDay, interviewDay, issuedDay, enteredAt }
}
