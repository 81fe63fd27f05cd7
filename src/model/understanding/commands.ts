import { editDistance } from '../words/similarity.ts'
import { parseChoiceNumber } from './choice-number.ts'
import { normalise, MAX_PHRASE_LENGTH, withoutHonorifics } from './normalise.ts'

/** The words of the contract: they work in every state of the conversation. */
const COMMANDS = ['menu', 'petugas', 'ulangi', 'kembali', 'batal', 'lapor', 'status', 'bahasa'] as const
/** A word that works in every state of the conversation. */
export type Command = (typeof COMMANDS)[number]

/** Numbers with the same meaning everywhere. */
const NUMBERED: ReadonlyMap<number, Command> = new Map([
  [0, 'petugas'],
  [8, 'ulangi'],
  [9, 'menu'],
])

/**
 * What people say for each command (normalised): the words themselves, safe to take out of free text when they are the
 * whole message, and what is also said where one of several choices is expected.
 */
export interface CommandPhrases {
  exact(command: Command): ReadonlySet<string>
  loose(command: Command): ReadonlySet<string>
}

/**
 * The command a message consists of. `free` = the person may be writing free text:
 * then only the words themselves count, not their looser synonyms or near misses.
 */
export function parseCommand(text: string, free: boolean, phrases: CommandPhrases): Command | null {
  if (text.length > MAX_PHRASE_LENGTH) return null
  const number = parseChoiceNumber(text)
  if (number !== null) return NUMBERED.get(number) ?? null
  const said = normalise(text)
  const exact = commandIn(phrases.exact, said)
  if (exact || free) return exact
  return commandIn(phrases.loose, said) ?? nearMiss(said)
}

function commandIn(phrasesOf: CommandPhrases['exact'], said: string): Command | null {
  const bare = withoutHonorifics(said)
  return COMMANDS.find((command) => phrasesOf(command).has(said) || phrasesOf(command).has(bare)) ?? null
}

/** One slip of the finger in one of the longer words ("petugs", "kembli"). */
function nearMiss(said: string): Command | null {
  if (said.length < 5 || said.length > 10) return null
  return COMMANDS.find((word) => word.length >= 5 && editDistance(said, word) === 1) ?? null
}
