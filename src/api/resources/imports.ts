import type { Request, RequestHandler } from 'express'
import type { z } from 'zod'
import { LIST_COLUMNS, type ListName } from '../../desk/imports/lists.ts'
import { UPLOAD_MAX } from '../../desk/imports/index.ts'
import type { SheetKind } from '../../desk/ports/sheets.ts'
import { HttpProblem } from '../http/problem.ts'
import type { ImportQuery } from '../requests/index.ts'
import type { RequestContext } from '../http/route.ts'
import type * as schema from '../responses/index.ts'

/** What a list may be sent as. */
export const LIST_MIME_TYPES: ReadonlyMap<string, SheetKind> = new Map([
  ['text/csv', 'csv'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
])

/** What the file of this list holds, in words. */
export function listDescription(list: ListName): string {
  const { needed, optional } = LIST_COLUMNS[list]
  return `A list whose first line names its columns: ${needed.join(', ')} and, if you like, ${optional.join(', ')}. At most ${UPLOAD_MAX} bytes.`
}

/** Refuses, before a byte of it is read, a file that is of no kind we know or larger than it may be. */
export const requireListUpload: RequestHandler = (request, _response, next) => {
  sheetKind(request)
  const { 'content-length': length } = request.headers
  if (Number(length ?? 0) > UPLOAD_MAX)
    throw new HttpProblem(413, 'list-too-large', `A list may have ${UPLOAD_MAX / 1_000_000} MB here.`)
  next()
}

type Import = RequestContext<z.output<typeof ImportQuery>>

/** `POST /imports/applications`: enters a list of applications, or says what would happen. */
export const importApplications = (context: Import) => runImport('applications', context)
/** `POST /imports/quota`: enters a list of places, or says what would happen. */
export const importQuota = (context: Import) => runImport('quota', context)

async function runImport(list: ListName, { desk, officer, query, request }: Import) {
  const kind = sheetKind(request)
  const report = await desk.imports.run(officer, list, { kind, bytes: request }, query.dryRun)
  return { ...report, ignored: [...report.ignored], problems: [...report.problems] } satisfies z.output<
    typeof schema.ImportReport
  >
}

/** Throws 415 when the body is of no kind we know, or packed. */
function sheetKind({ headers }: Request): SheetKind {
  const { 'content-type': type = '', 'content-encoding': packed = 'identity' } = headers
  const kind = LIST_MIME_TYPES.get(type.replace(/;.*/s, '').trim().toLowerCase())
  if (kind && packed === 'identity') return kind
  const types = [...LIST_MIME_TYPES.keys()].join(' or ')
  throw new HttpProblem(415, 'wrong-type', `The file must be ${types}, not packed.`)
}
