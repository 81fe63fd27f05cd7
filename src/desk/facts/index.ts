import type { Officer } from '../../model/officer.ts'
import type { FactDraft } from './change.ts'
import type { FactsDeps } from './context.ts'
import { answersFor, previewDraft, type AnswersRequest, type Preview } from './preview-draft.ts'
import type { ReadyAnswerView } from './ready-answers.ts'
import { listFacts, type FactFilter, type FactView } from './view.ts'
import { confirmFact, putFact, retireFact } from './write.ts'

/** The answer library, for officers. All that change it reject with OperationRefused. */
export interface Facts {
  list(officer: Officer, filter: FactFilter): Promise<readonly FactView[]>
  put(officer: Officer, draft: FactDraft): Promise<FactView>
  confirm(officer: Officer, id: string): Promise<FactView>
  retire(officer: Officer, id: string): Promise<FactView>
  /** The messages the draft is part of, as applicants of its office will hear them on `day` (else on its first day, or today). */
  preview(officer: Officer, draft: FactDraft, day?: string): Promise<Preview>
  /** Ready answers in their final words. Rejects with OperationRefused `unknown-office`. */
  answers(officer: Officer, request: AnswersRequest): Promise<readonly ReadyAnswerView[]>
}

/** The answer library on its store; what is written is read again at once. */
export function createFacts(deps: FactsDeps): Facts {
  return {
    list: (officer, filter) => listFacts(officer, filter, deps),
    put: (officer, draft) => putFact(officer, draft, deps),
    confirm: (officer, id) => confirmFact(officer, id, deps),
    retire: (officer, id) => retireFact(officer, id, deps),
    preview: (officer, draft, day) => previewDraft(officer, draft, day, deps),
    answers: async (officer, request) => answersFor(officer, request, deps),
  }
}
