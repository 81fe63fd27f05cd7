import type { FileStorage } from '../../ports/files.ts'
import type { Log } from '../../ports/log.ts'
import type { Ledger } from '../../ports/ledger.ts'

/** Bytes removed in one look. */
const LIMIT = 100
/** Every so many looks, files that belong to nothing are looked for: about once an hour. */
const SELDOM = 1_800

interface FileRemovalDeps {
  readonly ledger: Pick<Ledger, 'abandonFiles' | 'removableFiles' | 'markFilesRemoved'>
  readonly files: FileStorage
  readonly log: Log
}

/**
 * Removes bytes that no row stands for. What could not be removed is tried again later, and a process that dies in between leaves
 * the rest to the next look. A look never fails, and one that takes long (a slow store) is the only one.
 */
export function createFileRemoval({ ledger, files, log }: FileRemovalDeps): () => Promise<void> {
  let looks = 0
  let busy = false

  async function remove(id: string): Promise<string[]> {
    try {
      await files.remove(id)
      return [id]
    } catch (error) {
      log.warn('file not removed yet', { file: id, error })
      return []
    }
  }

  async function look(): Promise<void> {
    if (looks++ % SELDOM === 0) await ledger.abandonFiles()
    const due = await ledger.removableFiles(LIMIT)
    if (due.length === 0) return
    const gone = (await Promise.all(due.map(remove))).flat()
    await ledger.markFilesRemoved(gone)
  }

  return async () => {
    if (busy) return
    busy = true
    await look().catch((error: unknown) => log.warn('files not looked through', { error }))
    busy = false
  }
}
