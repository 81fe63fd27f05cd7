import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import pg from 'pg'
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded.ts'
import { migrate } from '../../src/adapters/postgres/migrate.ts'

/** One embedded server for the whole run with a migrated template; each file clones its own database from it. */
export default async function setup({ provide }: { provide: (key: 'postgres', value: string) => void }) {
  mkdirSync('.data', { recursive: true })
  const built = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
  if (built.status !== 0) throw new Error('the program was not built')
  const server = await startEmbeddedPostgres(process.env.TEST_PG_DIR ?? '/tmp/tanyapaspor-test/pg')
  const client = new pg.Client(server.url)
  client.on('error', () => {}) // another run may stop the server we share
  await client.connect()
  const template = `template_${process.pid}`
  await client.query(`CREATE DATABASE ${template}`)
  const inside = new pg.Client(server.url.replace(/\/app$/, `/${template}`))
  await inside.connect()
  await migrate(inside)
  await inside.end()
  provide('postgres', JSON.stringify({ url: server.url, template }))
  return async () => {
    await client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`)
    await client.end()
    await server.stop()
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string
  }
}
