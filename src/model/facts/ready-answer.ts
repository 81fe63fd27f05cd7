import {
  doubtOf,
  lookUpFact,
  safeValue,
  type Doubt,
  type UncertaintyReason,
  type Fact,
  type FactValue,
  type FactLookup,
} from './fact.ts'
import { rupiah } from './rupiah.ts'
import { isTime, partsOf } from './values.ts'

/** Ready answers, the same for bot and officers: words in `locales`, every figure out of the answer library. */

/** What an answer needs of the library: to fill a blank (`as`), or to be as its words assume (`is`). */
export interface FactDependency {
  readonly key: string
  /** Part of a fact that has several (`{ from, to }`). */
  readonly part?: string
  readonly as?: string
  readonly is?: FactValue
}

/** Anything with words of its own that lean on facts: an answer, or a step of the guide. */
interface AnswerTemplate {
  readonly id: string
  readonly facts: readonly FactDependency[]
}

/** A row of `answers.json`; words under `answer.<id>.title` and `.text`. */
export interface ReadyAnswer extends AnswerTemplate {
  readonly topic: string
}

type TemplateVars = Readonly<Record<string, string | number>>

/** An office's own words for an answer (fact `say.<answer id>`), by language. */
type CustomAnswer = Readonly<Record<string, string>>

/** Own words in a language; where the office wrote none in it, those it wrote first. */
export function customWords(words: CustomAnswer, lang: string): string {
  return words[lang] ?? Object.values(words)[0] ?? ''
}

/** Why an answer is not given without asking. What is only announced leaves the last certain rule, which is told. */
type AskReason = Exclude<UncertaintyReason, 'announced' | 'reported'> | 'changed'

/**
 * How an answer may be given. `safe`: one source says so, sources disagree or a change is announced; `doubt` must be said with it.
 * `ask`: not to be answered by a bot; `changed` means the fact no longer is what the words say.
 */
type AnswerResult =
  | { readonly how: 'own words'; readonly words: CustomAnswer }
  | { readonly how: 'sure'; readonly vars: TemplateVars }
  | { readonly how: 'safe'; readonly vars: TemplateVars; readonly doubt: Doubt }
  | { readonly how: 'ask'; readonly key: string; readonly reason: AskReason }

/** The answer for an office on a day (`YYYY-MM-DD` in its zone). */
export function resolveAnswer(
  facts: readonly Fact[],
  row: AnswerTemplate,
  office: string | null,
  day: string,
): AnswerResult {
  const own = lookUpFact(facts, `say.${row.id}`, office, day)
  if (own.sure && isOwnWords(own.value)) return { how: 'own words', words: own.value }
  const vars: Record<string, string | number> = {}
  const doubts: Doubt[] = []
  for (const need of row.facts) {
    const picked = lookUpFact(facts, need.key, office, day)
    const value = partOf(safeValue(picked), need.part)
    const obstacle = obstacleTo(picked, value, need)
    if (obstacle !== null) return { how: 'ask', key: need.key, reason: obstacle }
    doubts.push(...[doubtOf(picked)].filter((doubt) => doubt !== null))
    if (need.as !== undefined) vars[need.as] = shown(need.key, value)
  }
  const doubt = gravestDoubt(doubts)
  return doubt === null ? { how: 'sure', vars } : { how: 'safe', vars, doubt }
}

const GRAVEST = ['announced', 'contested', 'reported'] as const

/** The one doubt to say where several facts have one: the gravest, of the oldest source; an undated one counts as the oldest. */
export function gravestDoubt(doubts: readonly Doubt[]): Doubt | null {
  const reason = GRAVEST.find((one) => doubts.some((doubt) => doubt.reason === one))
  if (!reason) return null
  const years = doubts.filter((doubt) => doubt.reason === reason).map(({ year }) => year)
  return { reason, year: years.reduce((oldest, year) => (isOlder(year, oldest) ? year : oldest)) }
}

function isOlder(year: number | null, than: number | null): boolean {
  return year === null || (than !== null && year < than)
}

function obstacleTo(picked: FactLookup, value: FactValue, need: FactDependency): AskReason | null {
  if (!picked.sure && value === null) return unknownBecause(picked.reason)
  const asAssumed = need.is === undefined || JSON.stringify(value) === JSON.stringify(need.is)
  return asAssumed ? null : 'changed'
}

/** A reported fact or an announced one without a value that could be told is one that nobody has confirmed. */
function unknownBecause(reason: UncertaintyReason): AskReason {
  return reason === 'announced' || reason === 'reported' ? 'unconfirmed' : reason
}

function partOf(value: FactValue, part: string | undefined): FactValue {
  const parts = partsOf(value)
  return part === undefined || parts === null ? value : (parts[part] ?? null)
}

/** A value as people read it: `Rp650.000`, `08.00`, `a, b`. */
function shown(key: string, value: FactValue): string | number {
  if (typeof value === 'number') return key.startsWith('fee.') ? rupiah(value) : value
  if (Array.isArray(value)) return value.map((item) => shown(key, item)).join(', ')
  return isTime(value) ? value.replace(':', '.') : String(value)
}

function isOwnWords(value: FactValue): value is FactValue & CustomAnswer {
  const words = Object.values(partsOf(value) ?? {})
  return words.length > 0 && words.every((one) => typeof one === 'string')
}
