import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** A database of its own for one test file, cloned from the migrated template in some tens of milliseconds. */
export async function freshDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const { url, template } = JSON.parse(inject('postgres')) as { url: string; template: string }
  const name = `t_${randomBytes(6).toString('hex')}`
  await run(url, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return {
    url: url.replace(/\/app$/, `/${name}`),
    drop: () => run(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(sql)
  await client.end()
}
