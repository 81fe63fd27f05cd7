import pg from 'pg'
import { freshDatabase } from './database.ts'
import { freePort } from './redis.ts'
import { temporaryFolder } from './system.ts'

/** What processes of one deployment share: a database and a folder of their own, and the variables that name them. */
export interface Deployment {
  /** To look into the database beside the processes. */
  readonly pool: pg.Pool
  /** Where the process with the channels answers. */
  readonly url: string
  readonly env: Readonly<Record<string, string>>
  /** To be called when its processes have ended. */
  clear(): Promise<void>
}

export async function newDeployment(): Promise<Deployment> {
  const database = await freshDatabase()
  const pool = new pg.Pool({ connectionString: database.url, max: 2 })
  const folder = temporaryFolder()
  const port = String(await freePort())
  return {
    pool,
    url: `http://127.0.0.1:${port}`,
    env: {
      PORT: port,
      DATABASE_URL: database.url,
      SECRET_KEY: 'the key of this test only',
      DATA_DIR: folder.path,
    },
    async clear() {
      await pool.end()
      await database.drop()
      folder.remove()
    },
  }
}
