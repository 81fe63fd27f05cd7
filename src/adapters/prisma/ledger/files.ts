import type pg from 'pg'
import type { InboundContent } from '../../../model/messages/content.ts'
import type { NewFile } from '../../../desk/ports/ledger.ts'
import { expectRemoval, insertFile, resolveHeldFile, type FileValues } from '../sql/ledger/files.ts'
import { json } from '../sql/statement.ts'

const NONE: FileValues = { id: null, chatId: null, sha256: null, mime: null, bytes: null }

/** See `Ledger.expectFile`. */
export async function expectFile(pool: pg.Pool, id: string): Promise<void> {
  await expectRemoval(pool, { id })
}

/** See `Ledger.resolveFile`. */
export async function resolveFile(
  pool: pg.Pool,
  inboundId: string,
  content: InboundContent,
  file: NewFile | null,
): Promise<void> {
  await resolveHeldFile(pool, { ...(file ?? NONE), inboundId, content: json(content) })
}

/** See `Ledger.saveFile`. */
export async function saveFile(pool: pg.Pool, file: NewFile): Promise<void> {
  await insertFile(pool, file)
}
