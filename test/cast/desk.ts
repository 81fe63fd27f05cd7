import { complainers, type Complainer, type Matter } from './complainer.ts'
import { seenByOfficer, toldIn } from './judge.ts'
import { walk, type Asked, type Exchange } from './walk.ts'

/** What became of one matter at the desk. */
export interface Desk {
  readonly asked: Asked<Matter>
  readonly ticket: Exchange['ticket']
  /** It stands where it belongs: with an officer, or - where nothing was to be sent - told and not sent. */
  readonly isReached: boolean
  readonly isKind: boolean
  readonly isOffice: boolean
  readonly isWhole: boolean
  /** null: it is not for us to say. */
  readonly isCategory: boolean | null
  readonly confidential: boolean
  /** Already when the matter was first told it was only for supervisors. */
  readonly isConfidentialAtOnce: boolean
  readonly messages: number
  /** What was said that must not be. */
  readonly wrong: readonly string[]
}

/** One person's way, judged by what stands at the desk. */
export interface Reported {
  readonly person: Complainer
  readonly matters: readonly Desk[]
  readonly isReached: boolean
  readonly isClean: boolean
}

/** A matter that took more messages than these was no good service, whatever came of it. */
const MANY = 8

/** Everybody with something to report, walked and judged. */
export function walkComplainers(): Reported[] {
  return complainers().map((person, place) => {
    const matters = walk(person, place, isSettled).map(deskOf)
    const isDone = matters.length === person.asks.length
    return {
      person,
      matters,
      isReached: isDone && matters.every(({ isReached }) => isReached),
      isClean: isDone && matters.every(isClean),
    }
  })
}

function isClean(it: Desk): boolean {
  return (
    it.isReached && it.isKind && it.isOffice && it.isWhole && it.wrong.length === 0 && it.messages <= MANY
  )
}

/** They stop writing when it is sent, or when what they wanted to hear was said. */
function isSettled({ ask, talk }: Asked<Matter>): boolean {
  const { kinds, tells } = ask.wants
  if (talk.some(({ ticket }) => ticket)) return true
  if (kinds.includes('again') && talk.some(({ isAdded }) => isAdded)) return true
  return kinds.includes('none') && isTold(tells, talk)
}

/** What they wanted to hear and did not; their own words read back to them tell them nothing. */
export function untold(tells: readonly RegExp[], talk: readonly Exchange[]): RegExp[] {
  const told = talk.map(({ text }) => text.replaceAll(/“[^”]*”/gu, '')).join('\n')
  return tells.filter((needed) => !needed.test(told))
}

const isTold = (tells: readonly RegExp[], talk: readonly Exchange[]) => untold(tells, talk).length === 0

function deskOf(asked: Asked<Matter>): Desk {
  const { ask, talk } = asked
  const { wants } = ask
  const at = talk.findIndex(({ ticket }) => ticket)
  const ticket = talk[at]?.ticket ?? null
  const told = talk.find(({ wrote }) => wants.story[0]?.test(wrote)) ?? talk[0]
  return {
    asked,
    ticket,
    ...reached(asked, ticket),
    isOffice: !ticket || wants.office === null || ticket.office === wants.office,
    isWhole: !ticket || isWhole(asked, talk[at]!),
    isCategory: isCategory(wants, ticket),
    confidential: ticket ? ticket.confidential : talk.some(({ confidential }) => confidential),
    isConfidentialAtOnce: told !== undefined && (told.confidential || told.ticket?.confidential === true),
    messages: ticket ? Math.max(at + 1, ask.say.length) : talk.length,
    wrong: talk.flatMap((one) => wants.never.flatMap((never) => never.exec(toldIn(one))?.[0] ?? [])),
  }
}

function reached(
  { ask, talk }: Asked<Matter>,
  ticket: Desk['ticket'],
): { isReached: boolean; isKind: boolean } {
  const { kinds, tells } = ask.wants
  const isAdded = talk.some((one) => one.isAdded)
  const isNone = kinds.includes('none') && ticket === null && isTold(tells, talk)
  const isAgain = kinds.includes('again') && (isAdded || ticket !== null)
  const isSent = ticket !== null && kinds.some((kind) => kind !== 'none')
  return {
    isReached: isNone || ((isAgain || isSent) && isTold(kinds.includes('none') ? [] : tells, talk)),
    isKind: isNone || isAgain || (ticket !== null && kinds.includes(ticket.kind)),
  }
}

function isWhole({ ask, talk }: Asked<Matter>, opened: Exchange): boolean {
  const seen = seenByOfficer(opened, talk)
  const { story, files } = ask.wants
  return story.every((needed) => needed.test(seen)) && opened.ticket!.files.length >= files
}

/** Only a complaint has a category that somebody chose or understood. */
function isCategory({ categories }: Matter['wants'], ticket: Desk['ticket']): boolean | null {
  if (categories.length === 0 || ticket?.kind !== 'complaint') return null
  return categories.some((code) => ticket.category.startsWith(code))
}
