import { COMMA, markPapers, STOP, type NamedPaper } from './paper-names.ts'

/** Which papers somebody has, in their own words. */

/** `has`: null where the paper is only named ("akta itu apa?"), or asked about ("akta harus ada?"). */
interface PaperAnswer {
  readonly id: string
  readonly has: boolean | null
}

/** Longer messages are stories that name papers in passing (characters). */
const LONGEST = 400

/**
 * The papers a message names, each with what it says of it. "Semua" speaks of every paper that was given, and "cuma",
 * "tinggal", "kecuali" of all others too: "semua ada kecuali akta" and "cuma ada ijazah" answer for each. So give only
 * the papers the question was about.
 */
export function readPapers(text: string, papers: readonly NamedPaper[]): readonly PaperAnswer[] {
  if (text.length > LONGEST) return []
  const clauses = clausesIn(signsOf(markPapers(text, papers)), text.includes('?'))
  const named = clauses.flatMap((_, at) => answersIn(clauses, at))
  const rest = restOf(clauses, papers.length)
  const states = new Map<number, boolean | null>()
  // a paper named twice: the last that was said of it
  for (const { paper, has } of named) if (has !== null || !states.has(paper)) states.set(paper, has)
  if (rest !== null) for (const paper of papers.keys()) if (!states.has(paper)) states.set(paper, rest)
  return [...states].flatMap(([at, has]) => (papers[at] ? [{ id: papers[at].id, has }] : []))
}

type Sign =
  | { readonly kind: 'paper'; readonly paper: number }
  | { readonly kind: 'state'; readonly has: boolean }
  | { readonly kind: 'all' | 'only' | 'left' | 'except' | 'asked' | 'some' | 'comma' | 'stop' | 'none' }

const WITH =
  'ada|punya|bawa|dibawa|jadi|siap|dapat|ketemu|selesai|bikin|buat|urus|diurus|pegang|nemu|mengurus|membawa'
const LACKS = `(?:sudah |masih |memang )?(?:tidak|belum|bukan|tanpa|tak) (?:saya )?(?:sempat |pernah |bisa |di)?(?:${WITH})\\b`
const GONE =
  'hilang|kehilangan|ketinggalan|tertinggal|kurang|lupa(?: bawa)?|terbakar|kebakar|hanyut|dicuri|kecopetan|dicopet|kebanjiran|musnah|lenyap|tercecer|raib|lost|missing|tanpa|without'
const PENDING =
  '(?:masih|lagi|sedang|baru) (?:di ?urus|urus|proses|diproses|mengurus|ngurus|mau diurus|bikin|dibuat|di \\w+)'

/** Signs by their words (standard form), the longer before the shorter. */
const SIGNS: readonly (readonly [RegExp, Sign])[] = [
  [/#(\d+)/, { kind: 'comma' }],
  [/(?:tidak|belum) (?:lengkap|semua)\b|sebagian\b/, { kind: 'some' }],
  [
    /(?:belum|tidak) (?:ada|punya) (?:sama sekali|satu ?pun|apa apa|semua)\b|(?:semua )?(?:belum|tidak ada) semua\b|sama sekali (?:tidak|belum) (?:ada|punya)\b/,
    { kind: 'none' },
  ],
  [new RegExp(`${LACKS}|${PENDING}`), { kind: 'state', has: false }],
  [
    /kalau\b|harus\b|wajib\b|perlu\b|mesti\b|apa\b|apakah\b|bagaimana\b|(?:boleh|bisa) (?:pakai|diganti|ganti)\b|pengganti\b/,
    { kind: 'asked' },
  ],
  [new RegExp(`(?:${GONE})\\b|(?:tidak|belum|bukan)\\b`), { kind: 'state', has: false }],
  [/(?:kecuali|selain|except)\b/, { kind: 'except' }],
  [/(?:cuma|cuman|hanya|only|doang|cumak|mung|ngan)\b/, { kind: 'only' }],
  [/(?:tinggal|sisa|tersisa)\b/, { kind: 'left' }],
  [/semua\b/, { kind: 'all' }],
  [/(?:lengkap|komplit|complete)\b/, { kind: 'state', has: true }],
  [
    /(?:sudah |masih |memang )?(?:ada|punya|bawa|siap|pegang|tersedia|aman)\b|(?:sudah|ya|oke)\b/,
    { kind: 'state', has: true },
  ],
  [new RegExp(`${COMMA}\\b|(?:sama|dan|dengan|and|juga|serta|plus|lan|jeung)\\b`), { kind: 'comma' }],
  [new RegExp(`${STOP}\\b|(?:tetapi|sedangkan|sementara|padahal|namun)\\b`), { kind: 'stop' }],
]
const ANY = new RegExp(SIGNS.map(([pattern]) => `(?<![\\w#])(?:${pattern.source})`).join('|'), 'g')

function signsOf(said: string): readonly Sign[] {
  return [...said.matchAll(ANY)].flatMap(([words]) => {
    if (words.startsWith('#')) return [{ kind: 'paper', paper: Number(words.slice(1)) } as const]
    return SIGNS.find(([pattern]) => pattern.exec(words)?.[0] === words)?.[1] ?? []
  })
}

/** Signs between two marks. `opens`: what is said stands before the papers ("ada ktp"), `joins`: to the clause before it. */
interface Clause {
  readonly signs: readonly Sign[]
  readonly joins: boolean
  readonly asked: boolean
}

function clausesIn(signs: readonly Sign[], question: boolean): readonly Clause[] {
  const clauses: { signs: Sign[]; joins: boolean }[] = [{ signs: [], joins: false }]
  for (const sign of signs) {
    if (sign.kind === 'stop' || sign.kind === 'comma')
      clauses.push({ signs: [], joins: sign.kind === 'comma' })
    else clauses.at(-1)?.signs.push(sign)
  }
  return clauses
    .filter((clause) => clause.signs.length > 0)
    .map((clause) => ({
      ...clause,
      asked:
        clause.signs.some(({ kind }) => kind === 'asked') || (question && statesOf(clause.signs)[0] === true),
    }))
}

function statesOf(signs: readonly Sign[]): readonly boolean[] {
  return signs.flatMap((sign) => (sign.kind === 'state' ? [sign.has] : []))
}

interface Said {
  readonly paper: number
  readonly has: boolean | null
}

function answersIn(clauses: readonly Clause[], at: number): readonly Said[] {
  const clause = clauses[at]
  if (!clause) return []
  return clause.signs.flatMap((sign, place) => {
    if (sign.kind !== 'paper') return []
    const own = stateAt(clause, place)
    const has = clause.asked && own !== false ? null : (own ?? stateAround(clauses, at))
    return [{ paper: sign.paper, has: isConditional(clause) ? null : has }]
  })
}

/** "kalau akta tidak ada", "akta harus ada": nothing is said of having it. */
function isConditional({ signs }: Clause): boolean {
  const [first] = signs
  return first?.kind === 'asked' && signs.length > 1
}

/** What the clause itself says of the paper at this place. */
function stateAt({ signs }: Clause, place: number): boolean | null {
  const except = signs.findIndex(({ kind }) => kind === 'except')
  const before = statesOf(signs.slice(0, place))
  if (except >= 0 && except < place) return !(before.at(-1) ?? true)
  const after = statesOf(signs.slice(place))
  if (isPrefixed(signs)) return before.at(-1) ?? null
  const own = after[0] ?? before.at(-1)
  if (own !== undefined) return own
  if (signs.some(({ kind }) => kind === 'left')) return false
  return signs.some(({ kind }) => kind === 'only') ? true : null
}

/** Does the clause say it before the papers ("ada ktp"), and not after them? */
function isPrefixed(signs: readonly Sign[]): boolean {
  const first = signs.find(({ kind }) => kind === 'state' || kind === 'paper')
  return first?.kind === 'state' && signs.some(({ kind }) => kind === 'paper')
}

/** "ktp, kk, akta ada": a list has the state at its end, or the one before it ("tidak ada akta, ijazah"). */
function stateAround(clauses: readonly Clause[], at: number): boolean | null {
  const before = back(clauses, at)
  if (before && (isPrefixed(before.signs) || before.signs.some(({ kind }) => kind === 'except')))
    return lastState(before)
  for (let next = at + 1; clauses[next]?.joins; next++) {
    const [state] = statesOf(clauses[next]?.signs ?? [])
    if (state !== undefined) return state
  }
  return before ? lastState(before) : null
}

/** The clause before, in the same list, that says something. */
function back(clauses: readonly Clause[], at: number): Clause | undefined {
  for (let last = at; last > 0 && clauses[last]?.joins; last--) {
    const clause = clauses[last - 1]
    const speaks = clause?.signs.some(({ kind }) => ['state', 'except', 'only', 'left'].includes(kind))
    if (clause && speaks) return clause
  }
  return undefined
}

function lastState(clause: Clause): boolean | null {
  const paper = clause.signs.findLastIndex(({ kind }) => kind === 'paper')
  return paper === -1 ? (statesOf(clause.signs).at(-1) ?? null) : stateAt(clause, paper)
}

/** What is said of the papers that are not named: "semua ada", "cuma ada ktp", "kecuali akta"; null when nothing is. */
function restOf(clauses: readonly Clause[], papers: number): boolean | null {
  const all = clauses.flatMap(({ signs }) => signs)
  if (all.some(({ kind }) => kind === 'asked' || kind === 'some')) return null
  if (all.some(({ kind }) => kind === 'none')) return false
  const isNamed = all.some(({ kind }) => kind === 'paper')
  const states = statesOf(all)
  if (!isNamed && (papers === 1 || all.some(({ kind }) => kind === 'all'))) return states[0] ?? null
  return clauses.map(restIn).find((rest) => rest !== null) ?? null
}

function restIn(clause: Clause): boolean | null {
  const { signs } = clause
  const kinds = signs.map(({ kind }) => kind)
  const paper = kinds.indexOf('paper')
  if (paper === -1) return kinds.includes('all') ? (statesOf(signs)[0] ?? null) : null
  if (!kinds.some((kind) => kind === 'except' || kind === 'only' || kind === 'left')) return null
  const has = stateAt(clause, paper)
  return has === null ? null : !has
}
