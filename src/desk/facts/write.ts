import type { Officer } from '../../model/officer.ts'
import { OperationRefused } from '../errors.ts'
import type { FactRow } from '../ports/facts.ts'
import { withDraft, withoutRow, type ChangeAuthor, type DraftChange, type FactDraft } from './change.ts'
import { knownOffice, libraryOf, mayChange, today, type FactsDeps } from './context.ts'
import { factView, type FactView } from './view.ts'

/** Enters a draft. Rejects with OperationRefused when this officer may not, or it cannot join the library. */
export async function putFact(officer: Officer, draft: FactDraft, deps: FactsDeps): Promise<FactView> {
  if (!mayChange(officer, draft.office)) throw new OperationRefused('other-office')
  const { fact, change } = await joinDraft(officer, draft, deps)
  return written(officer, fact.id, await deps.store.change(change), deps)
}

/** Notes that the officer stands for a row. Rejects with OperationRefused as `retireFact` does. */
export async function confirmFact(officer: Officer, id: string, deps: FactsDeps): Promise<FactView> {
  await rowFor(officer, id, deps)
  return written(officer, id, await deps.store.confirm(id, officer.name, deps.now()), deps)
}

/** Takes a row out of force. Rejects with OperationRefused when there is none, it is another office's, or was retired before. */
export async function retireFact(officer: Officer, id: string, deps: FactsDeps): Promise<FactView> {
  const row = await rowFor(officer, id, deps)
  const begun = row.validFrom === null || row.validFrom <= today(deps, row.office)
  const rows = begun ? [] : await deps.store.list(false)
  const change = withoutRow(rows, row, authorOf(officer, deps))
  return written(officer, id, await deps.store.change(change), deps)
}

/** The library with the draft in it, and what has to be written for that. Rejects with OperationRefused when it cannot join. */
export async function joinDraft(officer: Officer, draft: FactDraft, deps: FactsDeps): Promise<DraftChange> {
  if (draft.office !== null) knownOffice(deps, draft.office)
  return withDraft(await deps.store.list(false), libraryOf(deps).answers, draft, authorOf(officer, deps))
}

function authorOf(officer: Officer, { now, newId, texts }: FactsDeps): ChangeAuthor {
  return { officer, now: now(), newId, languages: texts.languages }
}

async function rowFor(officer: Officer, id: string, { store }: FactsDeps): Promise<FactRow> {
  const row = await store.find(id)
  if (!row) throw new OperationRefused('fact-not-found')
  if (!mayChange(officer, row.office)) throw new OperationRefused('other-office')
  if (row.retiredAt !== null) throw new OperationRefused('fact-retired')
  return row
}

/** What was written is said by the bot of this process at once, elsewhere within a minute. */
async function written(officer: Officer, id: string, done: boolean, deps: FactsDeps): Promise<FactView> {
  if (!done) throw new OperationRefused('fact-changed')
  await deps.reference.refresh()
  const row = await deps.store.find(id)
  if (!row) throw new OperationRefused('fact-not-found')
  return factView(row, officer, deps)
}
