import { dayIn } from '../../model/dates/calendar.ts'
import type { Officer } from '../../model/officer.ts'
import type { Library } from '../../model/library.ts'
import { withDraft, withoutRow, type FactDraft } from './change.ts'
import {
  answersUsing,
  readyAnswerPreviews,
  readyAnswerView,
  type MessagePreview,
  type ReadyAnswerView,
  type PreviewContext,
} from './ready-answers.ts'
import { conversationPreviews } from './previews.ts'
import { OperationRefused } from '../errors.ts'
import type { Texts } from '../ports/texts.ts'
import type { FactRow, FactStore } from '../ports/facts.ts'
import type { ReferenceCache } from '../reference.ts'

export interface FactsDeps {
  readonly store: FactStore
  readonly reference: Pick<ReferenceCache, 'get' | 'refresh'>
  readonly texts: Texts
  readonly newId: () => string
  readonly now: () => number
  /** The default office. */
  readonly office: string
}

export interface FactFilter {
  /** The key or its beginning. */
  readonly key?: string | undefined
  /** Rows of this office, with those for all. */
  readonly office?: string | undefined
  readonly topic?: string | undefined
  readonly history?: boolean | undefined
}

/** A row with where it is used, and whether it holds today in its office's zone. */
export interface FactView {
  readonly row: FactRow
  readonly holds: 'now' | 'later' | 'over' | 'retired'
  /** Ids of the ready answers it is part of. */
  readonly answers: readonly string[]
  readonly mayChange: boolean
}

export interface Preview {
  readonly office: string
  readonly day: string
  readonly items: readonly MessagePreview[]
}

/** The answer library, for officers. All that change it reject with OperationRefused. */
export interface Facts {
  list(officer: Officer, filter: FactFilter): Promise<readonly FactView[]>
  put(officer: Officer, draft: FactDraft): Promise<FactView>
  confirm(officer: Officer, id: string): Promise<FactView>
  retire(officer: Officer, id: string): Promise<FactView>
  /** The messages the draft is part of, as applicants of its office will hear them on `day` (else on its first day, or today). */
  preview(officer: Officer, draft: FactDraft, day?: string): Promise<Preview>
  answers(
    officer: Officer,
    ask: { office?: string | undefined; lang: 'id' | 'en'; topic?: string | undefined },
  ): Promise<readonly ReadyAnswerView[]>
}

export function createFacts({ store, reference, texts, newId, now, office: usual }: FactsDeps): Facts {
  const library = (): Library => reference.get().library
  const zoneOf = (office: string | null) =>
    reference.get().offices.find(({ code }) => code === office)?.zone ?? 'Asia/Jakarta'
  const today = (office: string | null) => dayIn(zoneOf(office), now())

  const viewFor =
    (officer: Officer) =>
    (row: FactRow): FactView => ({
      row,
      holds: holdsOn(row, today(row.office)),
      answers: answersUsing(library().answers, row.key).map(({ id }) => id),
      mayChange: mayChange(officer, row.office),
    })

  function known(office: string): string {
    if (!reference.get().offices.some(({ code }) => code === office))
      throw new OperationRefused('unknown-office', { field: 'office' })
    return office
  }

  async function rowFor(officer: Officer, id: string): Promise<FactRow> {
    const row = await store.find(id)
    if (!row) throw new OperationRefused('fact-not-found')
    if (!mayChange(officer, row.office)) throw new OperationRefused('other-office')
    if (row.retiredAt !== null) throw new OperationRefused('fact-retired')
    return row
  }

  /** What was written is said by the bot of this process at once, elsewhere within a minute. */
  async function written(officer: Officer, id: string, done: boolean): Promise<FactView> {
    if (!done) throw new OperationRefused('fact-changed')
    await reference.refresh()
    return viewFor(officer)((await store.find(id))!)
  }

  async function join(officer: Officer, draft: FactDraft) {
    if (draft.office !== null) known(draft.office)
    return withDraft(await store.list(false), library().answers, draft, { officer, now: now(), newId })
  }

  return {
    async list(officer, { key = '', office, topic, history = false }) {
      const { answers } = library()
      const keys = topic && new Set(answers.filter((row) => row.topic === topic).flatMap(keysOf))
      const rows = await store.list(history)
      return rows
        .filter((row) => row.key.startsWith(key) && (!keys || keys.has(row.key)))
        .filter((row) => !office || row.office === null || row.office === office)
        .map(viewFor(officer))
    },
    async put(officer, draft) {
      if (!mayChange(officer, draft.office)) throw new OperationRefused('other-office')
      const { change } = await join(officer, draft)
      return written(officer, change.added[0]!.id, await store.change(change))
    },
    async confirm(officer, id) {
      await rowFor(officer, id)
      return written(officer, id, await store.confirm(id, officer.name, now()))
    },
    async retire(officer, id) {
      const row = await rowFor(officer, id)
      const rows = row.validFrom !== null && row.validFrom > today(row.office) ? await store.list(false) : []
      const change = withoutRow(rows, row, { officer, now: now(), newId })
      return written(officer, id, await store.change(change))
    },
    async preview(officer, draft, on) {
      const office = draft.office ?? officer.office ?? usual
      const day = on ?? later(today(office), draft.validFrom)
      const { facts } = await join(officer, draft)
      const items = (['id', 'en'] as const).flatMap((lang) => {
        const saying: PreviewContext = { texts, facts, office, day, lang }
        const ready = readyAnswerPreviews(draft.key, library(), saying)
        // a ready answer is told in conversations too: it is shown once
        const told = conversationPreviews(draft.key, saying, reference.get())
        return [...ready, ...told.filter(({ text }) => !ready.some((one) => one.text.includes(text)))]
      })
      return { office, day, items }
    },
    async answers(officer, { office: asked, lang, topic }) {
      const office = asked ? known(asked) : (officer.office ?? usual)
      const { facts, answers } = library()
      const saying: PreviewContext = { texts, facts, office, day: today(office), lang }
      return answers.filter((row) => !topic || row.topic === topic).map((row) => readyAnswerView(row, saying))
    },
  }
}

/** Supervisors of an office keep its own rows; those who work everywhere keep every row. */
function mayChange(officer: Officer, office: string | null): boolean {
  return officer.role !== 'ambassador' && (officer.office === null || officer.office === office)
}

function keysOf(row: Library['answers'][number]): string[] {
  return [`say.${row.id}`, ...row.facts.map((need) => need.key)]
}

function holdsOn(row: FactRow, day: string): FactView['holds'] {
  if (row.retiredAt !== null) return 'retired'
  if (row.validFrom !== null && row.validFrom > day) return 'later'
  return row.validTo !== null && row.validTo < day ? 'over' : 'now'
}

function later(day: string, other: string | null): string {
  return other !== null && other > day ? other : day
}
