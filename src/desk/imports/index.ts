import type { Officer } from '../../model/officer.ts'
import type { RowIssue } from './sheet.ts'
import { importList, type ListName, type ListContext } from './lists.ts'
import { OperationRefused } from '../errors.ts'
import type { Notifier } from '../ports/notifier.ts'
import type { SeenKeys, Sheet, SheetFiles, SheetKind } from '../ports/sheets.ts'
import type { ReferenceCache } from '../reference.ts'
import { rowContext } from '../registry/rows.ts'

interface ImportsDeps extends Pick<ListContext, 'store' | 'encryption'> {
  readonly reference: Pick<ReferenceCache, 'get'>
  readonly files: SheetFiles
  readonly openSeen: () => Promise<SeenKeys>
  readonly notifier: Notifier
  readonly now: () => number
}

/** A row that is not simply in; says where and why, never what stood there. */
interface ListProblem {
  /** Line of the file, counted from 1. */
  readonly row: number
  /** Our name of the column; `row`: the row as a whole. */
  readonly field: string
  readonly reason: RowIssue
}

/** What became of a list, by rows. */
interface ImportReport {
  readonly dryRun: boolean
  readonly rows: number
  /** Good rows that are in, or would be. */
  readonly entered: number
  readonly leftOut: number
  /** Of the good ones: stood in the file before. */
  readonly twice: number
  /** Titles of columns that were not read. */
  readonly ignored: readonly string[]
  /** The first of them, by row. */
  readonly problems: readonly ListProblem[]
  /** How many more there are. */
  readonly moreProblems: number
}

/** A list as it arrives. */
interface UploadedList {
  readonly kind: SheetKind
  readonly bytes: AsyncIterable<Uint8Array>
}

/** Lists that officers bring in themselves; who works for one office brings in that office's rows only. */
export interface Imports {
  /** Rejects with SheetError when the file as a whole cannot be taken, and with OperationRefused `imports-under-way` when others are at it. */
  run(officer: Officer, list: ListName, uploaded: UploadedList, dry: boolean): Promise<ImportReport>
}

/** Bytes of a list that is uploaded; larger ones come in with the tool, on the server itself. */
export const UPLOAD_MAX = 20_000_000
/** Problems named in one report. */
const LISTED = 200
/** Imports at the same time: each holds a connection to the database all along. */
const AT_ONCE = 2

/** At most `AT_ONCE` imports in this process; who comes then is asked to wait. */
export function createImports(deps: ImportsDeps): Imports {
  let underWay = 0
  return {
    async run(officer, list, { kind, bytes }, dry) {
      if (underWay >= AT_ONCE) throw new OperationRefused('imports-under-way', { waitMs: 10_000 })
      underWay++
      try {
        return await deps.files.withUpload(bytes, UPLOAD_MAX, async (upload) =>
          importInto(list, await deps.files.open(upload, kind), officer, dry, deps),
        )
      } finally {
        underWay--
      }
    },
  }
}

async function importInto(
  list: ListName,
  sheet: Sheet,
  officer: Officer,
  dry: boolean,
  deps: ImportsDeps,
): Promise<ImportReport> {
  const { store, encryption, notifier, now } = deps
  const problems = createProblemList()
  const seen = await deps.openSeen()
  try {
    const summary = await importList(list, sheet, {
      store,
      encryption,
      rowContext: rowContext(officer, deps),
      source: { by: officer.id, at: now(), office: officer.office },
      seen,
      dry,
      onIssue: problems.add,
      wake: notifier.wakeConversations,
    })
    return { dryRun: dry, ...summary, ...problems.report() }
  } finally {
    await seen.close()
  }
}

/** The first problems of an import, and how many more there are. */
function createProblemList() {
  const problems: ListProblem[] = []
  let all = 0
  return {
    add(row: number, field: string, reason: RowIssue): void {
      if (++all <= LISTED) problems.push({ row, field, reason })
    },
    report(): Pick<ImportReport, 'problems' | 'moreProblems'> {
      return { problems: problems.toSorted((a, b) => a.row - b.row), moreProblems: all - problems.length }
    },
  }
}
