import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

/** Tables as PostgreSQL's own COPY text: the same on every version, and nothing of a row is read by us. */

export interface TableHead {
  readonly table: string
  readonly columns: readonly string[]
}

const name = (identifier: string) => pg.escapeIdentifier(identifier)

/** Our tables with their columns, as they stand; the book of migrations is told by its names instead. */
export async function listTables(client: pg.Client): Promise<TableHead[]> {
  const { rows } = await client.query<TableHead>(
    `SELECT table_name AS "table", array_agg(column_name::text ORDER BY ordinal_position) AS columns
       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'
      GROUP BY table_name ORDER BY table_name`,
  )
  return parentsFirst(rows, await parentsIn(client))
}

/** Whose rows must be there before whose. */
async function parentsIn(client: pg.Client): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await client.query<{ child: string; parents: string[] }>(
    `SELECT c.relname AS child, array_agg(DISTINCT p.relname::text) AS parents FROM pg_constraint k
       JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid
      WHERE k.contype = 'f' AND c.oid <> p.oid AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname`,
  )
  return new Map(rows.map(({ child, parents }) => [child, parents]))
}

function parentsFirst(
  tables: readonly TableHead[],
  parents: ReadonlyMap<string, readonly string[]>,
): TableHead[] {
  const placed = new Set<string>()
  const place = (one: TableHead): TableHead[] => {
    if (placed.has(one.table)) return []
    placed.add(one.table)
    const before = tables.filter(({ table }) => parents.get(one.table)?.includes(table))
    return [...before.flatMap(place), one]
  }
  return tables.flatMap(place)
}

export function exportRows(client: pg.Client, { table, columns }: TableHead): AsyncIterable<Buffer> {
  return client.query(copyTo(`COPY ${name(table)} (${columns.map(name).join(', ')}) TO STDOUT`))
}

export async function importRows(
  client: pg.Client,
  { table, columns }: TableHead,
  rows: AsyncIterable<Buffer>,
): Promise<void> {
  const into = client.query(copyFrom(`COPY ${name(table)} (${columns.map(name).join(', ')}) FROM STDIN`))
  await pipeline(rows, into)
}

export type Sequences = Readonly<Record<string, string>>

/** Last numbers given out, by sequence. */
export async function readSequences(client: pg.Client): Promise<Sequences> {
  const { rows } = await client.query<{ name: string; last: string }>(
    `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL`,
  )
  return Object.fromEntries(rows.map((row) => [row.name, row.last]))
}

export async function restoreSequences(client: pg.Client, sequences: Sequences): Promise<void> {
  await client.query(
    `SELECT setval(format('public.%I', name)::regclass, last::bigint) FROM jsonb_each_text($1::jsonb) x(name, last)`,
    [JSON.stringify(sequences)],
  )
}
