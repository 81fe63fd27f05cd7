import type pg from 'pg'

/** What a statement runs on: the pool, or the connection of a transaction. */
export type Queryable = Pick<pg.Pool | pg.ClientBase, 'query'>

/** A statement that is there to be run. Rejects with the database's own error. */
export type Statement<Values, Row> = (db: Queryable, values: Values) => Promise<Row[]>

/** A parameter: `:chatIds` or `:turns.chatId`, but not the second half of `::text`. */
const PARAMETER = /(?<![:\w']):([a-z]\w*(?:\.[a-z]\w*)?)/gi

/**
 * A statement whose parameters have names: `:chatIds` is a value, `:turns.chatId` a column of the rows `turns`. Planned once for each connection under the `name`.
 * Its rows are what `Row` says: nobody checks that but the tests.
 */
export function prepared<Values extends object, Row extends pg.QueryResultRow>(
  name: string,
  sql: string,
): Statement<Values, Row> {
  return build(name, sql)
}

/** The same without a name: planned anew each time, for the values that are really given. */
export function unprepared<Values extends object, Row extends pg.QueryResultRow>(
  sql: string,
): Statement<Values, Row> {
  return build(undefined, sql)
}

function build<Values extends object, Row extends pg.QueryResultRow>(
  name: string | undefined,
  sql: string,
): Statement<Values, Row> {
  const { text, names } = numbered(sql)
  const readers = names.map(readerOf)
  return async (db, values) => {
    const given = { text, values: readers.map((read) => read(values)) }
    const { rows } = await db.query<Row>(name === undefined ? given : { ...given, name })
    return rows
  }
}

function readerOf(name: string): (values: object) => unknown {
  const [key = name, column] = name.split('.')
  if (column === undefined) return (values) => Reflect.get(values, key)
  return (values) => (Reflect.get(values, key) as readonly object[]).map((row) => Reflect.get(row, column))
}

/** `:name` becomes `$n`, the same number wherever it stands again. */
export function numbered(sql: string): { readonly text: string; readonly names: readonly string[] } {
  const names: string[] = []
  const text = sql.replace(PARAMETER, (_, name: string) => {
    if (!names.includes(name)) names.push(name)
    return `$${names.indexOf(name) + 1}`
  })
  return { text, names }
}

/**
 * SQL for the rows of a parameter, as `x`: one array a column, which measured a tenth faster than JSON on the hot path.
 * `place` counts them from 1, where their order matters.
 */
export function rowsOf<Row extends object>(
  parameter: string,
  types: Readonly<Record<keyof Row & string, string>>,
): string {
  const columns = Object.entries<string>(types)
  const arrays = columns.map(([column, type]) => `:${parameter}.${column}::${type}[]`)
  const names = columns.map(([column]) => `"${column}"`)
  return `unnest(${arrays.join(', ')}) WITH ORDINALITY x(${names.join(', ')}, place)`
}

const LONE_SURROGATE = /(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g

/**
 * Rows for `json_to_recordset`. Half a character (an emoji cut in two) is what PostgreSQL refuses in JSON: it becomes U+FFFD,
 * as it does in a text parameter.
 */
export function json(rows: unknown): string {
  const text = JSON.stringify(rows)
  return text.includes('\\ud') ? text.replaceAll(LONE_SURROGATE, '$1\ufffd') : text
}
