import { readFileSync } from 'node:fs'
import { createTexts } from '../../src/adapters/texts.ts'
import { restore, step } from '../../src/flows/index.ts'
import { initialState } from '../../src/flows/engine/state.ts'
import type {
  QueryResult,
  Query,
  Effect,
  Input,
  TicketView,
  World,
} from '../../src/flows/engine/conversation.ts'
import type { State } from '../../src/flows/engine/state.ts'
import { mapCard } from '../../src/model/messages/card.ts'
import type { InboundContent } from '../../src/model/messages/content.ts'
import type { QuotaFigure } from '../../src/model/quota/figures.ts'
import { fact, seededLibrary } from '../model/library.ts'
import type { Fact } from '../../src/model/facts/fact.ts'
import { applications, type Entered } from './applications.ts'
import type { SubscriptionChange } from '../../src/desk/ports/ledger.ts'
import { formatTicketNumber } from '../../src/model/tickets/number.ts'

/** A stage for conversations: a frozen world, a small registry of tickets, and everything said in real words. */

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))
export const offices: World['offices'] = read('prisma/data/offices.json')
export const categories: World['categories'] = read('prisma/data/categories.json')
export const holidays: World['holidays'] = new Map(
  read('prisma/data/holidays.json').map((one: { date: string }) => [one.date, one]),
)
export const library: World['library'] = seededLibrary()
const texts = createTexts()

/** Friday 20 November 2026, 10:00 in Kupang. */
export const START = Date.parse('2026-11-20T02:00:00Z')

/** A world in which nothing is going on. */
export const STILL: World = {
  now: START,
  channel: 'terminal',
  office: 'KPG',
  offices,
  categories,
  holidays,
  library,
  openTicket: null,
  hears: texts.hears,
  words: texts.render,
  languages: texts.languages,
}

type Reminder = Extract<Effect, { do: 'remind' }>

export interface Stage {
  /** What happened on this push, as lines; the state is saved to JSON and read back after it. */
  hear(content: InboundContent, followed?: boolean): string[]
  officer(does: 'claim' | 'ask' | 'reply' | 'close', text?: string): string[]
  pass(ms: number): void
  state(): State
  /** The reminder that comes due next, on time. */
  remind(): string[]
  /** The office enters places; who watches it hears of them. */
  enter(figures: readonly QuotaFigure[]): string[]
  /** The source of quota is out of reach, or back. */
  away(isAway: boolean): string[]
  /** The office enters or changes an application; who watches it hears of it. */
  apply(number: string, row: Partial<Entered>): string[]
  /** The source of applications is out of reach, or back. */
  registry(isAway: boolean): string[]
  /** A row more in the answer library. */
  know(row: Partial<Fact> & Pick<Fact, 'key' | 'value'>): string[]
  /** The answer library without any row of this key. */
  forget(key: string): string[]
  readonly now: () => number
  /** Replaces the saved state, as an update of the program might. */
  save(json: unknown): string[]
  readonly effects: Effect[]
}

export function stage(lang: 'id' | 'en' = 'id'): Stage {
  let state = initialState(lang)
  let now = START
  const tickets: TicketView[] = []
  const effects: Effect[] = []
  /** When an officer spoke last, of tickets where nobody has since. */
  const answered = new Map<string, number>()
  let reminders: Reminder[] = []
  let watched: string | null = null
  let figures: QuotaFigure[] | 'away' = []
  let facts = library.facts
  const registry = applications()

  const world = (): World => {
    const open = tickets.findLast((one) => one.state !== 'closed')
    return {
      ...STILL,
      now,
      library: { ...library, facts },
      openTicket: open
        ? {
            id: open.id,
            number: open.number,
            confidential: open.confidential,
            answeredAt: answered.get(open.id) ?? null,
          }
        : null,
    }
  }

  function push(input: Input): string[] {
    const turn = step(state, input, world())
    state = restore(JSON.parse(JSON.stringify(turn.state)), texts.languages)
    effects.push(...turn.effects)
    return turn.effects.flatMap((effect) => [...line(effect, state.lang), ...carryOut(effect)])
  }

  function carryOut(effect: Effect): string[] {
    if (effect.do === 'query') return push({ kind: 'query result', result: answerTo(effect.query) })
    if (effect.do === 'open ticket') tickets.push(viewOf(effect.ticket, now))
    if (effect.do === 'reopen ticket') change(effect.ticketId, { state: 'reopened', closedAt: null })
    if (effect.do === 'remind')
      reminders = [...reminders.filter((one) => one.name !== effect.name || one.key !== effect.key), effect]
    if (effect.do === 'stop reminding') reminders = reminders.filter((one) => one.name !== effect.name)
    if (effect.do === 'watch quota') watched = effect.office
    if (effect.do === 'watch application') registry.watch(effect.applicationId)
    if (effect.do === 'stop watching' && effect.what === 'quota') watched = null
    if (effect.do === 'stop watching' && effect.what === 'applications') registry.stop()
    if (effect.do === 'withdraw ticket') change(effect.ticketId, { state: 'closed', closedAt: now })
    if (effect.do === 'add to ticket') answered.delete(effect.ticketId)
    if (effect.do === 'rate ticket') change(effect.ticketId, { rating: effect.score })
    return []
  }

  function answerTo(ask: Query): QueryResult {
    const number = tickets.length + 14
    if (ask.of === 'new ticket')
      return {
        of: 'new ticket',
        id: `t${number}`,
        number: formatTicketNumber(ask.office, '2026-11-20', number),
      }
    if (ask.of === 'my tickets') return { of: 'my tickets', tickets: tickets.toReversed() }
    if (ask.of === 'application') return registry.ask(ask.number, ask.birth, now)
    if (ask.of === 'quota')
      return {
        of: 'quota',
        figures: figures === 'away' ? 'away' : figures.filter(({ office }) => ask.offices.includes(office)),
      }
    return { of: 'ticket', ticket: tickets.find((one) => one.number === ask.number) ?? null }
  }

  function change(id: string, changes: Partial<TicketView>): TicketView {
    const at = tickets.findIndex((one) => one.id === id)
    return (tickets[at] = { ...tickets[at]!, ...changes })
  }

  function officerDid(id: string, does: 'claim' | 'ask' | 'reply', text = ''): string[] {
    const states = { claim: 'assigned', ask: 'waiting', reply: 'answered' } as const
    if (does !== 'claim') answered.set(id, now)
    change(id, { state: states[does], ...(does !== 'claim' && { lastReply: text }) })
    return []
  }

  return {
    hear: (content, followed = false) => push({ kind: 'message', content, followed }),
    officer(does, text) {
      const last = tickets.findLast((one) => one.state !== 'closed')!
      if (does !== 'close') return officerDid(last.id, does, text)
      const ticket = change(last.id, { state: 'closed', closedAt: now })
      return push({ kind: 'ticket changed', change: 'closed', ticket })
    },
    remind() {
      const next = reminders.toSorted((a, b) => a.at - b.at)[0]!
      reminders = reminders.filter((one) => one !== next)
      now = Math.max(now, next.at)
      return push({ kind: 'reminder', name: next.name, data: next.data })
    },
    enter(entered) {
      figures = [...(figures === 'away' ? [] : figures), ...entered]
      const opened = entered.filter(
        ({ office, lane, left }) => office === watched && lane === 'regular' && left > 0,
      )
      return opened.length > 0 ? push({ kind: 'quota opened', office: watched!, figures: opened }) : []
    },
    away(isAway) {
      figures = isAway ? 'away' : []
      return []
    },
    apply(number, row) {
      const changed = registry.enter(number, row, now)
      return changed ? push({ kind: 'application changed', application: changed }) : []
    },
    registry(isAway) {
      registry.away = isAway
      return []
    },
    know(row) {
      facts = [...facts, fact(row)]
      return []
    },
    forget(key) {
      facts = facts.filter((row) => row.key !== key)
      return []
    },
    now: () => now,
    pass: (ms) => void (now += ms),
    state: () => state,
    save(json) {
      state = restore(json, texts.languages)
      return []
    },
    effects,
  }
}

function viewOf(ticket: Extract<Effect, { do: 'open ticket' }>['ticket'], now: number): TicketView {
  const { id, number, kind, office, category, confidential, due } = ticket
  const common = { openedAt: now, closedAt: null, rating: null, lastReply: null }
  return { id, number, kind, office, category, confidential: confidential, due, state: 'new', ...common }
}

/** An effect as lines a person can judge: words with their choices, or what is done. */
function line(effect: Effect, lang: string): string[] {
  if (effect.do === 'say') {
    const choices = (effect.choices ?? []).map(
      (choice, at) => `${choice.number ?? at + 1} ${texts.render(lang, choice.label)}`,
    )
    const said = [...cardLines(effect, lang), ...texts.render(lang, effect.text).split('\n')]
    return choices.length > 0 ? [...said, `[${choices.join(' | ')}]`] : said
  }
  if (effect.do === 'query') return []
  if (effect.do === 'open ticket') {
    const { number, kind, office, category, confidential, story, about, files, due, storyFrom } =
      effect.ticket
    const what = { kind, office, category, ...(confidential && { confidential }), due }
    const since = `from ${new Date(storyFrom).toISOString().slice(11, 16)}`
    const told = story.length > 300 ? `${story.length} characters` : JSON.stringify(story)
    const known = about ? texts.render('id', about).split('\n') : []
    return [
      `=> opens ${number}: ${Object.values(what).join(', ')}, ${since}, ${files.length} files, ${told}`,
      ...known.map((one) => `   ${one}`),
    ]
  }
  if (effect.do === 'mark sensitive') return ['=> mark sensitive']
  if (!('ticketId' in effect)) return [`=> ${wishOf(effect)}`]
  const score = effect.do === 'rate ticket' ? `: ${effect.score}` : ''
  return [`=> ${effect.do} ${effect.ticketId}${score}`]
}

/** A picture as what stands in it, a part a line: "[gambar KTP elektronik; Paspor lama]". */
function cardLines({ card }: Extract<Effect, { do: 'say' }>, lang: string): string[] {
  if (!card) return []
  const { title, parts } = mapCard(card, (text) => texts.render(lang, text))
  const lines = parts.map(({ heading, lines }) => {
    const shown = lines.map(({ icon, text, note }) => `${icon}: ${text}${note === null ? '' : ` (${note})`}`)
    return `[picture ${heading ?? title} ${shown.join('; ')}]`
  })
  return lines
}

/** A reminder or a watch, as one line. */
function wishOf(effect: SubscriptionChange): string {
  if (effect.do === 'remind') {
    const when = new Date(effect.at).toISOString().slice(0, 16)
    return `remind ${effect.name} ${effect.key} at ${when} ${JSON.stringify(effect.data)}`
  }
  if (effect.do === 'watch application')
    return `watch application ${effect.applicationId} at ${effect.status} until ${effect.until}`
  const { do: what, ...rest } = effect
  return [what, ...Object.values(rest)].join(' ')
}
