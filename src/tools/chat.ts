import process from 'node:process'
import { createTerminalChannel } from '../bots/terminal/channel.ts'
import { ConfigError, readConfig } from '../config.ts'
import { startRuntime, stopAll, type Stoppable } from '../runtime.ts'
import { openDesk } from '../start.ts'
import { silentLog } from '../adapters/log.ts'
import { messageOf } from '../adapters/errors.ts'

/** `npm run -s chat`: talk to the bot in the terminal, or send it lines through a pipe. Joins a running service's database. */
const stops: Stoppable[] = []
let failed = 0
try {
  const { LOG_LEVEL = 'error' } = process.env
  const config = readConfig({ ...process.env, LOG_LEVEL })
  const runtime = await startRuntime(config, stops)
  const desk = openDesk(runtime, true)
  stops.push({ name: 'desk', stop: desk.close })
  const interactive = process.stdin.isTTY
  const terminal = createTerminalChannel(
    { input: process.stdin, output: process.stdout, interactive },
    desk.channelContext,
  )
  await desk.open([terminal])
  process.once('SIGINT', () => process.stdin.destroy())
  await terminal.done
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`)
  failed = error instanceof ConfigError ? 2 : 1
} finally {
  await stopAll(stops, silentLog)
}
process.exit(failed)
