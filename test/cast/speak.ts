import type { Person } from './person.ts'
import { commonAnswer, topicsOf } from './topics.ts'

/** What a person reads: the words of all messages of a turn, and the last choices shown. */
export interface Reply {
  readonly text: string
  readonly choices: readonly { readonly number: number; readonly label: string }[]
}

/** What somebody has said already: nobody says the same line for ever. */
export type Said = Map<string, number>

/** The next thing this person writes to a reply, or null: they give up. `place` is their place in the cast. */
export function nextWords(person: Person, reply: Reply, said: Said, place: number): string | null {
  return (
    byRule(person, reply, said) ??
    (person.numbers ? byNumber(person, reply, said) : null) ??
    byTopic(person, reply, said, place) ??
    take('otherwise', person.otherwise, said) ??
    byLabel(person, reply, said)
  )
}

function byRule(person: Person, { text }: Reply, said: Said): string | null {
  for (const [at, { when, say }] of person.answers.entries()) {
    const line = when.test(text) ? take(`rule ${at}`, say, said) : null
    if (line !== null) return line
  }
  return null
}

/** The number of a choice they want; a list that comes again is not answered by the same number again. */
function byNumber(person: Person, { choices }: Reply, said: Said): string | null {
  for (const pick of person.picks) {
    const choice = choices.find(({ label }) => pick.test(label))
    const line = choice ? take(`number ${choice.label}`, [String(choice.number)], said) : null
    if (line !== null) return line
  }
  return null
}

function byTopic(person: Person, { text }: Reply, said: Said, place: number): string | null {
  for (const topic of topicsOf(text)) {
    const known =
      topic === 'offer'
        ? offered(person, text)
        : (person.knows[topic] ?? common(person, topic, { text, place }))
    const line = known && take(`topic ${topic}`, known, said)
    if (line) return line
  }
  return null
}

function common(
  person: Person,
  topic: string,
  { text, place }: { text: string; place: number },
): string[] | null {
  const isInvited = topic === 'office' && /kantor lain\?|another office\?/iu.test(text) // nobody looks for an office they did not ask for
  const line = isInvited ? null : commonAnswer(topic, person.speaks, place)
  return line === null ? null : [line, line]
}

/** "Is it about this?": yes where the words name what they want, no where they do not. */
function offered(person: Person, text: string): string[] {
  const wanted = person.picks.some((pick) => pick.test(text))
  const [yes, no] = person.speaks === 'en' ? ['yes', 'no, not that'] : ['iya', 'bukan']
  return wanted ? [yes] : [no]
}

/** A label typed as it stands: what people do when their own words did not help. */
function byLabel(person: Person, { choices }: Reply, said: Said): string | null {
  for (const pick of person.picks) {
    const choice = choices.find(({ label }) => pick.test(label))
    const line = choice ? take(`label ${choice.label}`, [choice.label.toLowerCase()], said) : null
    if (line !== null) return line
  }
  return null
}

function take(key: string, lines: readonly string[], said: Said): string | null {
  const times = said.get(key) ?? 0
  const line = lines[times]
  if (line === undefined) return null
  said.set(key, times + 1)
  return line
}
