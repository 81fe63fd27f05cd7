import type { Files } from '../../desk/ports/channel.ts'
import { folderFiles } from './folder.ts'
import { s3Files } from './s3.ts'

/** The file store of this deployment: `FILES_URL`, or a folder beside the data. */
export function openFiles(settings: { FILES_URL?: string | undefined; DATA_DIR: string }): Files {
  return settings.FILES_URL ? s3Files(settings.FILES_URL) : folderFiles(`${settings.DATA_DIR}/files`)
}
