const NOISY = /node_modules[\\/](libsignal|@whiskeysockets)[\\/]/
const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const
let installed = false

/**
 * libsignal prints whole sessions, private keys included, through the console. What it and Baileys say is dropped,
 * recognised by the file the call comes from; everybody else's console stays as it was.
 */
export function filterConsole(): void {
  if (installed) return
  installed = true
  const { console } = globalThis
  for (const method of METHODS) {
    const original = console[method]
    const filtered = (...args: unknown[]) => {
      if (!NOISY.test(callerOf(filtered))) original.apply(console, args)
    }
    console[method] = filtered
  }
}

function callerOf(called: (...args: unknown[]) => void): string {
  const at = { stack: '' }
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 1
  Error.captureStackTrace(at, called)
  Error.stackTraceLimit = stackTraceLimit
  return at.stack
}
