import { createTexts } from '../../src/adapters/texts.ts'
import type { CommandPhrases } from '../../src/model/understanding/commands.ts'

const { hears } = createTexts()

/** What people say for commands, as the locale files have it. */
export const COMMAND_PHRASES: CommandPhrases = {
  exact: (command) => hears[`command.${command}`],
  loose: (command) => hears[`commandLoosely.${command}`],
}
