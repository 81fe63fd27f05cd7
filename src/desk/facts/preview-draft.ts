import type { Lang } from '../../flows/engine/conversation.ts'
import type { Officer } from '../../model/officer.ts'
import { OperationRefused } from '../errors.ts'
import type { FactDraft } from './change.ts'
import { knownOffice, libraryOf, today, type FactsDeps } from './context.ts'
import { conversationPreviews } from './previews.ts'
import {
  readyAnswerPreviews,
  readyAnswerView,
  type MessagePreview,
  type PreviewContext,
  type ReadyAnswerView,
} from './ready-answers.ts'
import { joinDraft } from './write.ts'

/** The messages a draft is part of, as heard in this office on this day (`YYYY-MM-DD`). */
export interface Preview {
  readonly office: string
  readonly day: string
  readonly items: readonly MessagePreview[]
}

/** Which ready answers, in which language. */
export interface AnswersRequest {
  /** The officer's own, or the default one, when it is left out. */
  readonly office?: string | undefined
  /** One of the languages there are. */
  readonly lang: Lang
  readonly topic?: string | undefined
}

/** See `Facts.preview`. */
export async function previewDraft(
  officer: Officer,
  draft: FactDraft,
  day: string | undefined,
  deps: FactsDeps,
): Promise<Preview> {
  const office = draft.office ?? officer.office ?? deps.office
  const on = day ?? later(today(deps, office), draft.validFrom)
  const { facts } = await joinDraft(officer, draft, deps)
  const items = deps.texts.languages.flatMap(({ code: lang }) =>
    previewsIn({ texts: deps.texts, facts, office, day: on, lang }, draft.key, deps),
  )
  return { office, day: on, items }
}

/** A ready answer is told in conversations too: it is shown once. */
function previewsIn(context: PreviewContext, key: string, deps: FactsDeps): readonly MessagePreview[] {
  const ready = readyAnswerPreviews(key, libraryOf(deps), context)
  const conversations = conversationPreviews(key, context, deps.reference.get())
  return [...ready, ...conversations.filter(({ text }) => !ready.some((one) => one.text.includes(text)))]
}

/** See `Facts.answers`. Throws OperationRefused `unknown-office`, `unknown-language`. */
export function answersFor(
  officer: Officer,
  { office: wanted, lang, topic }: AnswersRequest,
  deps: FactsDeps,
): readonly ReadyAnswerView[] {
  const office = wanted ? knownOffice(deps, wanted) : (officer.office ?? deps.office)
  if (!deps.texts.languages.some(({ code }) => code === lang))
    throw new OperationRefused('unknown-language', { field: 'lang' })
  const { facts, answers } = libraryOf(deps)
  const context: PreviewContext = { texts: deps.texts, facts, office, day: today(deps, office), lang }
  return answers.filter((row) => !topic || row.topic === topic).map((row) => readyAnswerView(row, context))
}

function later(day: string, other: string | null): string {
  return other !== null && other > day ? other : day
}
