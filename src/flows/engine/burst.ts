import type { InboundContent } from '../../model/messages/content.ts'
import { parseChoiceNumber } from '../../model/understanding/choice-number.ts'
import { parseCommand } from '../../model/understanding/commands.ts'
import type { Hears } from './conversation.ts'
import { commandPhrases } from './input/command.ts'
import { speaksOfDanger } from './input/first/danger.ts'

/** People send one thought in several messages: "pak", "mau tanya", "paspor anak sy hilang". They are read together. */

/** What a message is to the burst it stands in. */
export interface BurstPart {
  /** May more of the same thought follow? Then it is not read before a pause; else it is read at once, with what came before. */
  readonly waits: boolean
  /** Is it a piece of a thought, read as one text with its neighbours? Else it is read by itself, in its place. */
  readonly joins: boolean
}

/**
 * What waits, and what ends the waiting. A tap, a number, a command is a whole answer. A shared place and what cannot be read are
 * rarely followed by more. Photo and voice message wait for their words, and are read before or after them. Danger waits for nothing.
 */
export function burstPart(content: InboundContent, hears: Hears): BurstPart {
  if (content.kind === 'media') return { waits: true, joins: false }
  if (content.kind !== 'text') return { waits: false, joins: false }
  const { text } = content
  if (parseCommand(text, true, commandPhrases(hears))) return { waits: false, joins: false }
  return { waits: parseChoiceNumber(text) === null && !speaksOfDanger(text), joins: true }
}
