import { matchFirst, type PatternTable } from '../patterns.ts'
import { plainWords } from './plain.ts'

/** Yes or no, as people say it. */

type YesNo = 'yes' | 'no' | 'unknown'

/** More than this tells something: a story, whatever its first word (words). */
const MOST_WORDS = 8

const NO = 'tidak|bukan|belum|jangan'
/** Words that say yes of themselves, and those that do so as an answer only ("mau", not "mau tanya soal biaya"). */
const FIRM = 'ya|oke|betul|benar|sure|of course|i think so'
const HAVING = 'sudah|ada|punya|pernah'
const WILLING = 'mau|boleh|bisa|perlu|jadi|lanjut|lanjutkan|teruskan|kirim'
const YES = `${FIRM}|${HAVING}|${WILLING}|masih`
const OTHER = `(?!(?:${NO})\\b)\\w+`

/** What leaves a "yes" or "no" open, or asks. */
const OPEN: PatternTable<'open'> = [
  ['open', /\b(?:tetapi|kecuali|atau|tergantung|kadang|asal|asalkan|kalau)\b/],
  ['open', /\b(?:apa|apakah|bagaimana|kenapa|berapa|kapan|mana|siapa|what|how|why|which|when|where|who)\b/],
  // "bisa tidak", "sudah belum": asked, not said
  [
    'open',
    new RegExp(`\\b(?:sudah|ada|punya|pernah|${WILLING}|betul|benar) (?:\\w+ ){0,3}(?:tidak|belum|bukan)$`),
  ],
  [
    'open',
    /\b(?:bukan|tidak) (?:salah|lupa|masalah|problem|apa apa)\b|\bada (?:\w+ )?(?:salah|keliru)\b|\bya (?:allah|ampun|tuhan|rabb|robbi)\b|\bbukan (?:tidak|belum)\b|\b(?:tidak bukan|belum tidak)\b/,
  ],
  // a difficulty, where it says with what
  ['open', /\btidak bisa \w/],
]

const BOTH = /^ya (?:tidak|jangan|bukan)\b(?! lah)/

/** "Iya ga usah": yes and no at once. */
export function saysBoth(text: string): boolean {
  return BOTH.test(plainWords(text).join(' '))
}

/** Known not to be known; what is forgotten may also be a password. */
const UNKNOWN =
  /\b(?:tidak|kurang|belum|bukan) (?:begitu |terlalu )?(?:tahu|yakin|ingat|pasti|paham|sure)\b(?! (?:cara|caranya|soal cara))|\blupa\b(?! (?:password|sandi|akun|email|pin))|^no idea$|\btidak idea\b|^(?:masih |saya )*(?:bingung|ragu|ragu ragu)$|^(?:ya )?(?:mungkin|barangkali|maybe|perhaps)(?: ya| juga| saja)?$/

const PLAIN: PatternTable<YesNo> = [
  // "sudah tidak ada", "masih belum", "ya belum lah": the second word settles it
  [
    'no',
    new RegExp(
      `^(?:saya )?(?:(?:ya|sudah|masih|memang|emang|kayaknya|kyknya|sepertinya|of course) ){0,2}(?:${NO})(?: (?:pernah|ada|punya|perlu|mau|bisa|jadi|sama|sekali|ya|sudah|masih|${NO}))*(?: (?!(?:${YES})\\b)\\w+){0,3}$`,
    ),
  ],
  [
    'no',
    /^(?:nanti|ntar|entar|besok|mengko|engke|later)(?: dulu| lagi| saja)*$|^(?:salah|keliru|batal)(?: \w+){0,2}$|^kurang$/,
  ],
  [
    'yes',
    new RegExp(
      `^(?:saya )?(?:memang |emang |sangat |kayaknya |kyknya |kayanya |sepertinya |kayake )?(?:${FIRM})(?: ${OTHER}){0,6}$`,
    ),
  ],
  ['yes', /^(?:ya )?masih(?: (?:ada|hidup|punya|berlaku|bisa|ya|ingat|lengkap))*$/],
  ['yes', new RegExp(`^(?:saya |kami )?(?:${HAVING})(?: ${OTHER}){0,2}$`)],
  [
    'yes',
    new RegExp(
      `^(?:saya |kami |tolong )?(?:${WILLING})(?: (?:${YES}|sekali|banget|sekarang|dibuka|tolong|saya))*$`,
    ),
  ],
]

/**
 * Does the message say yes, no, or that it is not known? Null where it says none of these or several: "iya tapi bukan",
 * "bisa tidak?", a story.
 */
export function readYesNo(text: string): YesNo | null {
  const words = plainWords(text)
  if (words.length === 0 || words.length > MOST_WORDS) return null
  const said = words.join(' ')
  if (text.includes('?') || BOTH.test(said) || matchFirst(OPEN, said)) return null
  return UNKNOWN.test(said) ? 'unknown' : matchFirst(PLAIN, said)
}
