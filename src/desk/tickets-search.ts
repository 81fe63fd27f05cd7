import { clean } from '../model/text.ts'
import { parseTicketNumber } from '../model/ticket-number.ts'
import type { QueueFilter } from './ports-officers.ts'

/** Words looked for at once; more only make a search slower. */
const WORDS = 10

/** What an officer typed into the search field: a ticket number, the beginning of one, or words of the story. */
export function searchOf(typed: string): QueueFilter['search'] {
  const text = clean(typed)
  if (text === '') return typed === '' ? null : { words: [] }
  const number = parseTicketNumber(text)
  if (number) return { number }
  if (/^[a-z]{3}[-. ]?\d[\dx\-. ]*$/i.test(text)) return { number: text.toUpperCase().replace(/[. ]/g, '-') }
  return { words: (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, WORDS) }
}
