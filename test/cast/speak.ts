import type { Saying, Walker } from './person.ts'
import { commonAnswer, topicsOf } from './topics.ts'

/** What a person reads: the words of all messages of a turn, and the last choices shown. */
export interface Reply {
  readonly text: string
  readonly choices: readonly { readonly number: number; readonly label: string }[]
}

/** What somebody has said already: nobody says the same line for ever. */
export type Said = Map<string, number>

/** Who speaks, what they pursue, what they said so far; `place` is their place in the cast. */
export interface Speaker<A extends Saying = Saying> {
  readonly person: Walker<A>
  readonly ask: A
  readonly said: Said
  readonly place: number
}

/** The next thing this person writes to a reply, or null: they give up. */
export function nextWords(speaker: Speaker, reply: Reply): string | null {
  const { person, ask, said } = speaker
  return (
    byRule(person, reply, said) ??
    (person.numbers ? byNumber(person, reply, said) : null) ??
    byTopic(speaker, reply) ??
    take(`otherwise ${ask.say.join(' ')}`, ask.otherwise, said) ??
    take('otherwise', person.otherwise, said) ??
    byLabel(person, reply, said)
  )
}

function byRule(person: Walker, { text }: Reply, said: Said): string | null {
  for (const [at, { when, say }] of person.answers.entries()) {
    const line = when.test(text) ? take(`rule ${at}`, say, said) : null
    if (line !== null) return line
  }
  return null
}

/** The number of a choice they want; a list that comes again is not answered by the same number again. */
function byNumber(person: Walker, { choices }: Reply, said: Said): string | null {
  for (const { label, number } of wanted(person, choices)) {
    const line = take(`number ${label}`, [String(number)], said)
    if (line !== null) return line
  }
  return null
}

/** A label typed as it stands: what people do when their own words did not help. */
function byLabel(person: Walker, { choices }: Reply, said: Said): string | null {
  for (const { label } of wanted(person, choices)) {
    const line = take(`label ${label}`, [label.toLowerCase()], said)
    if (line !== null) return line
  }
  return null
}

/** The choices this person would take, the best first. */
function wanted({ picks }: Walker, choices: Reply['choices']): Reply['choices'] {
  return picks.flatMap((pick) => choices.find(({ label }) => pick.test(label)) ?? [])
}

/** What they know of the first topic they have words for; asked the same again, people say the same again, once. */
function byTopic({ person, ask, said, place }: Speaker, reply: Reply): string | null {
  for (const topic of topicsOf(reply.text)) {
    const words = wordsFor({ person, ask, place }, topic, reply)
    if (words?.length)
      return take(keyOf(topic, reply), words.length === 1 ? [...words, ...words] : words, said)
  }
  return null
}

/** What fits of a list depends on the list: another one is another question. */
function keyOf(topic: string, { text }: Reply): string {
  return topic === 'about' || topic === 'offer' ? `topic ${topic} ${text}` : `topic ${topic}`
}

function wordsFor(
  { person, ask, place }: Omit<Speaker, 'said'>,
  topic: string,
  reply: Reply,
): readonly string[] | null {
  if (topic === 'offer') return [offered(person, reply)]
  if (topic === 'enough') return enough(person, reply, place)
  if (topic === 'confirm') return [...known(person, topic, place), person.speaks === 'en' ? 'right' : 'benar']
  if (topic === 'story') return person.knows[topic] ?? [ask.say.join(' ')]
  if (topic === 'about') return person.knows[topic] ?? bestOf(person, reply)
  if (topic === 'office' && !person.knows[topic] && /kantor lain\?|another office\?/iu.test(reply.text))
    return null // who did not ask for another office looks for none
  return known(person, topic, place)
}

/** "Anything more?": what they have left to tell, then that it is all; who is asked still does what the message says. */
function enough(person: Walker, { choices }: Reply, place: number): string[] {
  const done = choices.find(({ label }) => /selesai|done/iu.test(label))
  return [...known(person, 'enough', place), ...(done ? [String(done.number)] : [])]
}

/** The label that fits best, in its words. */
function bestOf(person: Walker, { choices }: Reply): string[] {
  return wanted(person, choices)
    .slice(0, 1)
    .map(({ label }) => label.toLowerCase())
}

/** Their own words for a topic, else what anybody says to it. */
function known({ knows, speaks }: Walker, topic: string, place: number): readonly string[] {
  return knows[topic] ?? [commonAnswer(topic, speaks, place) ?? []].flat()
}

/** "Is it about this?": the reading they mean where several are shown, else yes where the words name what they want, else no. */
function offered(person: Walker, { text, choices }: Reply): string {
  const [meant] = wanted(person, choices)
  if (meant) return meant.label.toLowerCase()
  const isWanted = person.picks.some((pick) => pick.test(text))
  if (person.speaks === 'en') return isWanted ? 'yes' : 'no, not that'
  return isWanted ? 'iya' : 'bukan'
}

function take(key: string, lines: readonly string[], said: Said): string | null {
  const times = said.get(key) ?? 0
  const line = lines[times]
  if (line === undefined) return null
  said.set(key, times + 1)
  return line
}
