import pino from 'pino'
import type { Log } from '../desk/ports/channel.ts'

/** pino behind our three-verb port. Fields are ids and numbers; an `error` field is reduced to name, code and message. */
export function createLog(level: string): Log {
  const out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
  const clean = (fields: Readonly<Record<string, unknown>> = {}) =>
    Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [key, value instanceof Error ? reduced(value) : value]),
    )
  return {
    info: (message, fields) => out.info(clean(fields), message),
    warn: (message, fields) => out.warn(clean(fields), message),
    error: (message, fields) => out.error(clean(fields), message),
  }
}

/** Database errors carry rows in `detail` and `where`; platform errors carry payloads. Neither may be logged. */
function reduced(error: Error): string {
  const code = 'code' in error && error.code ? ` ${String(error.code)}` : ''
  return `${error.name}${code}: ${error.message.slice(0, 200)}`
}

export const silentLog: Log = { info() {}, warn() {}, error() {} }
