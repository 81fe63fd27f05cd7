import { everybody, type Ask, type Person } from './person.ts'
import { walk, type Asked, type Exchange } from './walk.ts'

/** How a person fared: told what is right; with an officer who has the question (asked for, or all that was left); or neither. */
type Outcome = 'answer' | 'wished' | 'officer' | 'failed'

/** One person's way, judged. */
export interface Fared {
  readonly person: Person
  readonly outcome: Outcome
  /** What was told that this person must not be told. */
  readonly wrong: readonly string[]
  readonly asked: readonly Asked<Ask>[]
}

/** Everybody of the cast, walked and judged. */
export function walkEverybody(): Fared[] {
  return everybody().map((person, place) => {
    const asked = walk(person, place, (one) => reached(one) !== 'failed')
    const wrong = asked.flatMap(wrongIn)
    return { person, outcome: wrong.length > 0 ? 'failed' : overall(asked), wrong, asked }
  })
}

/** The worst of what they asked: one thing that failed is a person who was failed. */
function overall(asked: readonly Asked<Ask>[]): Outcome {
  const each = asked.map(reached)
  if (each.includes('failed')) return 'failed'
  if (each.includes('officer')) return 'officer'
  return each.includes('answer') ? 'answer' : 'wished'
}

function reached({ ask, talk }: Asked<Ask>): Outcome {
  const told = talk.map(toldIn).join('\n')
  if (ask.says?.every((needed) => needed.test(told))) return 'answer'
  if (!talk.some((one) => one.ticket && ask.question.test(seenByOfficer(one, talk)))) return 'failed'
  return ask.says === null ? 'wished' : 'officer'
}

/** What a reply tells: a paper or a price that only stands in a question is not told. */
export function toldIn({ text }: Exchange): string {
  return text.replaceAll(/[^.!?\n]*\?/gu, '')
}

/** The ticket as an officer opens it: its story, what is known, and what was written since the story began. */
export function seenByOfficer({ ticket }: Exchange, talk: readonly Exchange[]): string {
  if (!ticket) return ''
  const since = talk.filter(({ at }) => at >= ticket.storyFrom).map(({ wrote }) => wrote)
  return [ticket.story, JSON.stringify(ticket.about ?? ''), ...since].join('\n')
}

function wrongIn({ ask, talk }: Asked<Ask>): string[] {
  return talk.flatMap((one) => ask.never.flatMap((never) => never.exec(toldIn(one))?.[0] ?? []))
}
