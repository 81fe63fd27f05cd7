import type { Officer } from '../../model/officer.ts'
import type { RowNews } from './sheet.ts'
import { importList, type ListName, type ListSetting } from './lists.ts'
import { Refused } from '../errors.ts'
import type { Bells } from '../ports/channel.ts'
import type { SeenKeys, SheetBytes, SheetFiles, SheetKind } from '../ports/sheets.ts'
import type { ReferenceBook } from '../reference.ts'
import { rowsWorld } from '../registry/index.ts'

export interface ImportsDeps extends Pick<ListSetting, 'book' | 'seal'> {
  readonly reference: Pick<ReferenceBook, 'get'>
  readonly files: SheetFiles
  readonly openSeen: () => Promise<SeenKeys>
  readonly bells: Bells
  readonly now: () => number
}

/** A row that is not simply in; says where and why, never what stood there. */
export interface ListProblem {
  /** Line of the file, counted from 1. */
  readonly row: number
  /** Our name of the column; `row`: the row as a whole. */
  readonly field: string
  readonly reason: RowNews
}

export interface ImportReport {
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

export interface UploadedList {
  readonly kind: SheetKind
  readonly bytes: AsyncIterable<Uint8Array>
}

/** Lists that officers bring in themselves; who works for one office brings in that office's rows only. */
export interface Imports {
  /** Throws SheetRefused when the file as a whole cannot be taken, and Refused `imports-under-way` when others are at it. */
  bring(officer: Officer, list: ListName, uploaded: UploadedList, dry: boolean): Promise<ImportReport>
}

/** Bytes of a list that is uploaded; larger ones come in with the tool, on the server itself. */
export const UPLOAD_MAX = 20_000_000
/** Problems named in one report. */
const LISTED = 200
/** Imports at the same time: each holds a connection to the database all along. */
const AT_ONCE = 2

export function createImports(deps: ImportsDeps): Imports {
  let underWay = 0
  return {
    async bring(officer, list, { kind, bytes }, dry) {
      if (underWay >= AT_ONCE) throw new Refused('imports-under-way', { waitMs: 10_000 })
      underWay++
      try {
        return await deps.files.keep(bytes, UPLOAD_MAX, (kept) => take(deps, officer, list, kind, kept, dry))
      } finally {
        underWay--
      }
    },
  }
}

async function take(
  deps: ImportsDeps,
  officer: Officer,
  list: ListName,
  kind: SheetKind,
  bytes: SheetBytes,
  dry: boolean,
): Promise<ImportReport> {
  const { book, seal, bells, now } = deps
  const sheet = await deps.files.open(bytes, kind)
  const problems: ListProblem[] = []
  let all = 0
  const seen = await deps.openSeen()
  try {
    const summary = await importList(list, sheet, {
      book,
      seal,
      world: rowsWorld(officer, deps),
      source: { by: officer.id, at: now(), office: officer.office },
      seen,
      dry,
      note(row, field, reason) {
        if (++all <= LISTED) problems.push({ row, field, reason })
      },
      wake: bells.converse,
    })
    problems.sort((a, b) => a.row - b.row)
    return { dryRun: dry, ...summary, problems, moreProblems: all - problems.length }
  } finally {
    await seen.close()
  }
}
