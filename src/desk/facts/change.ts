import type { Language } from '../../flows/engine/conversation.ts'
import { addDays } from '../../model/dates/calendar.ts'
import { factProblem, addFact } from '../../model/facts/change.ts'
import type { Fact } from '../../model/facts/fact.ts'
import type { ReadyAnswer } from '../../model/facts/ready-answer.ts'
import type { Officer } from '../../model/officer.ts'
import { isOfficialLink } from '../../model/offices/locations.ts'
import { OperationRefused } from '../errors.ts'
import type { FactChange, FactRow, NewFact } from '../ports/facts.ts'

/** A fact as an officer writes it down. */
export interface FactDraft extends Omit<Fact, 'confirmedBy'> {
  /** The row it corrects; it is retired with the same stroke. */
  readonly replaces: string | null
}

/** Who changes the library, when (ms since epoch), and ids for new rows. */
export interface ChangeAuthor {
  readonly officer: Officer
  readonly now: number
  readonly newId: () => string
  /** In each of them an office writes its own words. */
  readonly languages: readonly Language[]
}

/** What a draft makes of the library. */
export interface DraftChange {
  /** The draft's own row. */
  readonly fact: NewFact
  /** All rows once it is in. */
  readonly facts: readonly Fact[]
  /** What has to be written for it. */
  readonly change: FactChange
}

/** Longest message a person is sent (characters). */
const OWN_WORDS_MAX = 300

/** The library's rows once the draft is in, and what has to be written for it. Throws OperationRefused when it cannot join. */
export function withDraft(
  rows: readonly FactRow[],
  answers: readonly ReadyAnswer[],
  draft: FactDraft,
  author: ChangeAuthor,
): DraftChange {
  const replaced = rows.find((row) => row.id === draft.replaces)
  if (draft.replaces !== null && !(replaced && sameFact(replaced, draft)))
    throw new OperationRefused('fact-not-found')
  const others = rows.filter((row) => row !== replaced)
  const fact = entered(draft, author)
  // a kind is told by the rows before it, so the replaced one counts unless it stands where the new one will
  const problem = factProblem(replaced ? [...others, { ...replaced, validFrom: '0001-01-01' }] : others, fact)
  if (problem) throw new OperationRefused(`fact-${problem}`, { field: FIELDS[problem] })
  if (fact.key.startsWith('say.')) ownWords(fact, answers, author.languages)
  const facts = addFact(replaced ? lengthened(others, replaced) : others, fact)
  const change = changeBetween(others, facts, author)
  return {
    fact,
    facts,
    change: {
      ...change,
      retired: [...(replaced ? [replaced.id] : []), ...change.retired],
      added: [fact, ...change.added],
    },
  }
}

/** What has to be written so that a row that has not begun never does: what it was to end goes on. */
export function withoutRow(rows: readonly FactRow[], row: FactRow, author: ChangeAuthor): FactChange {
  const others = rows.filter(({ id }) => id !== row.id)
  const change = changeBetween(others, lengthened(others, row), author)
  return { ...change, retired: [row.id, ...change.retired] }
}

/** The rows without a last day that they only had because of `gone`. */
function lengthened(rows: readonly FactRow[], gone: FactRow): readonly FactRow[] {
  if (gone.validFrom === null) return rows
  const eve = addDays(gone.validFrom, -1)
  const ended = (row: FactRow) =>
    row.key === gone.key &&
    row.office === gone.office &&
    row.validTo === eve &&
    row.replaces !== null &&
    row.createdAt === gone.createdAt
  return rows.map((row) => (ended(row) ? { ...row, validTo: null } : row))
}

/** Rows whose last day is another now go on as copies. */
function changeBetween(before: readonly FactRow[], after: readonly Fact[], author: ChangeAuthor): FactChange {
  const moved = before.flatMap((row, at) => {
    const validTo = after[at]?.validTo
    return validTo === undefined || validTo === row.validTo ? [] : [{ row, validTo }]
  })
  const retired = moved.map(({ row }) => row.id)
  const added = moved.map(({ row, validTo }) => ({ ...copy(row, author), validTo }))
  return { at: author.now, by: author.officer.id, retired, added }
}

const FIELDS = {
  'unknown-key': 'key',
  'other-kind': 'value',
  hours: 'value',
  kinds: 'value',
  span: 'value',
  release: 'value',
  dates: 'validTo',
  'no-source': 'source',
  twice: 'validFrom',
} as const

function sameFact(row: FactRow, draft: FactDraft): boolean {
  return row.retiredAt === null && row.key === draft.key && row.office === draft.office
}

/** Who writes a fact down as confirmed, confirms it. */
function entered(draft: FactDraft, { officer, now, newId }: ChangeAuthor): NewFact {
  const certain = draft.confidence === 'confirmed'
  const marks = { confirmedBy: certain ? officer.name : null, confirmedAt: certain ? now : null }
  return { ...draft, ...marks, id: newId(), createdBy: officer.id }
}

/** A row is never changed in place: with another last day it goes on as a copy. */
function copy(row: FactRow, { officer, newId }: ChangeAuthor): NewFact {
  const { key, office, value, validFrom, validTo, source, confidence, year, confirmedBy, confirmedAt, note } =
    row
  const known = { key, office, value, validFrom, validTo, source, confidence, year }
  const kept = { ...known, confirmedBy, confirmedAt, note }
  return { ...kept, id: newId(), createdBy: officer.id, replaces: row.id }
}

/** An office's own words for a ready answer: each language, one message, links to the Directorate General only. */
function ownWords(
  { key, value }: Fact,
  answers: readonly ReadyAnswer[],
  languages: readonly Language[],
): void {
  if (!answers.some((row) => key === `say.${row.id}`))
    throw new OperationRefused('fact-unknown-key', { field: 'key' })
  const words = typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null
  if (!languages.every(({ code }) => sayable(words?.get(code))))
    throw new OperationRefused('fact-words', { field: 'value' })
}

function sayable(words: unknown): boolean {
  if (typeof words !== 'string' || words.trim() === '' || [...words].length > OWN_WORDS_MAX) return false
  return (words.match(/\b(?:https?:\/\/|www\.)\S+/gi) ?? []).every((link) => isOfficialLink(link))
}
