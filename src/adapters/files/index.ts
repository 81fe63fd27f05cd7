import type { FileStorage } from '../../desk/ports/files.ts'
import { createFolderStorage } from './folder.ts'
import { createS3Storage } from './s3.ts'

/** The file store of this deployment: `FILES_URL`, or a folder beside the data. Throws when `FILES_URL` is no URL. */
export function createFileStorage(settings: {
  FILES_URL?: string | undefined
  DATA_DIR: string
}): FileStorage {
  return settings.FILES_URL
    ? createS3Storage(settings.FILES_URL)
    : createFolderStorage(`${settings.DATA_DIR}/files`)
}
