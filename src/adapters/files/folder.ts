import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { FileStorage } from '../../desk/ports/files.ts'
import { codeOf } from '../errors.ts'

/**
 * Files in a folder, one per id (already encrypted). Written beside and renamed, so that no half file is ever read.
 * Throws the system's error when the disk is full or the folder is not ours; a file that is not there is null.
 */
export function createFolderStorage(folder: string): FileStorage {
  const at = (id: string) => path.join(folder, id.slice(-2), path.basename(id))
  return {
    async put(id, encrypted) {
      await mkdir(path.dirname(at(id)), { recursive: true, mode: 0o700 })
      await writeFile(`${at(id)}.part`, encrypted, { mode: 0o600 })
      await rename(`${at(id)}.part`, at(id))
    },
    async get(id) {
      try {
        return await readFile(at(id))
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null
        throw error
      }
    },
    async remove(id) {
      // a process that died while it wrote left only a part
      await rm(`${at(id)}.part`, { force: true })
      await rm(at(id), { force: true })
    },
  }
}
