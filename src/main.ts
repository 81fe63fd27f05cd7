import process from 'node:process'
import { ConfigError, readConfig } from './config.ts'
import { startSystem } from './start.ts'
import { messageOf } from './adapters/errors.ts'

/** How long a stop may take before the process is ended all the same (ms); rows make that safe. */
const STOP_WITHIN = 10_000

try {
  const config = readConfig(process.env)
  const system = await startSystem(config)
  process.stdout.write(`${system.greeting.join('\n')}\n`) // at once: who reads a pipe for the address gets the rest too
  stopOn(['SIGINT', 'SIGTERM'], system.stop)
  // libraries of the channels leave promises of their own behind: rows make every failure safe, an exit would not be
  process.on('unhandledRejection', (error) => system.log.error('unhandled rejection', { error }))
} catch (error) {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : `not started: ${messageOf(error)}`}\n`,
  )
  process.exit(error instanceof ConfigError ? 2 : 1)
}

function stopOn(signals: readonly NodeJS.Signals[], stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of signals)
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      setTimeout(() => process.exit(1), STOP_WITHIN).unref()
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
}
