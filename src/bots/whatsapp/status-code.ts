/** The status code of a Boom, which is what Baileys throws; undefined when it is something else. */
export function statusCodeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('output' in error)) return undefined
  const { output } = error
  const code = typeof output === 'object' && output && 'statusCode' in output ? output.statusCode : undefined
  return typeof code === 'number' ? code : undefined
}
