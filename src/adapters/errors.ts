/** What was thrown may be anything: these read of it what it may have. */

/** The code of a database's or the system's error, such as `ENOENT` or `28P01`. */
export function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
