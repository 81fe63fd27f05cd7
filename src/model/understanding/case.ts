import type { AgeBandLimits } from '../dates/birth.ts'
import { normalise } from './normalise.ts'
import { matchAll, matchFirst, matchOnly, type PatternTable } from './patterns.ts'
import { extractPerson, type PersonEntities } from './person.ts'
import type { CaseAnswers } from '../requirements/table.ts'

/** What a message plainly says of a passport case. Words that contradict one another say nothing: then it is asked. */

export interface CaseEntities extends PersonEntities {
  /** Answers to questions of the requirements table, by its own ids. */
  readonly answers: CaseAnswers
  /** How they come: `no-phone`, `express`, `weekend`. */
  readonly way?: string
}

/** Losses and damages of other things, and what did not happen. */
const ASIDE =
  /\b(?:ktp|kk|akta|akte|ijazah|buku nikah|surat nikah|surat \w+|hp|handphone|email|akun|bukti \w+|kode|dompet|kartu\w*|aplikasi|mpaspor)(?: \w+){0,3} (?:hilang|rusak|habis|mati|penuh|expired|lost|broken)\b|\b(?:tidak|bukan|belum) (?:hilang|rusak|habis|mati|berubah|expired)\b|\bnot (?:lost|damaged|expired)\b/g

const LOST =
  /\b(?:k?e?hilang\w*(?! (?:kontak|kabar))|ilang(?! (?:kontak|kabar))|ical|leungit|dicuri|kecurian|kecopetan|dicopet|dijambret|kejambretan|dirampok|kerampokan|tercecer|raib|lost|stolen)\b|\bpaspor\w* (?:\w+ ){0,2}(?:tidak (?:ketemu|ada lagi|ditemukan)|entah (?:di|ke) mana|ketinggalan|tertinggal|jatuh)\b/
/** Countries, and towns of theirs that people name instead. */
const COUNTRIES =
  'malaysia|singapura|singapore|brunei|thailand|vietnam|filipina|philippines|kamboja|laos|myanmar|timor leste|dili|papua nugini|papua new guinea|png|port moresby|hong ?kong|taiwan|macau|korea|jepang|japan|tokyo|china|cina|tiongkok|india|pakistan|bangladesh|sri lanka|nepal|maladewa|maldives|arab|saudi|mekah|makkah|mekkah|madinah|jeddah|riyadh|dubai|abu dhabi|uni emirat|qatar|kuwait|oman|bahrain|yaman|yordania|lebanon|irak|iran|turki|turkey|istanbul|mesir|egypt|kairo|maroko|sudan|afrika|nigeria|australia|selandia baru|new zealand|fiji|belanda|holland|netherlands|jerman|germany|inggris|england|uk|london|perancis|prancis|france|paris|italia|italy|spanyol|spain|portugal|swiss|austria|belgia|swedia|norwegia|denmark|finlandia|polandia|rusia|russia|ukraina|yunani|amerika|usa|kanada|canada|meksiko|brasil|argentina|chile|peru|suriname|eropa|europe|penang|johor|kuala lumpur|kl|sabah|sarawak|kuching|tawau|kinabalu|bangkok|changi|sydney|melbourne|perth|darwin|hawaii|new york|osaka|kyoto|seoul|busan|manila|shanghai|beijing|guangzhou|shenzhen|taipei|kaohsiung|phuket|pattaya|hanoi|ho chi minh|phnom penh|siem reap|langkawi|ipoh|delhi|mumbai|amsterdam|den haag|berlin|frankfurt|barcelona|madrid|milan|zurich|brussel|moskow|los angeles|san francisco|brisbane|adelaide|auckland|doha|muscat|israel|palestina'
const ABROAD = new RegExp(
  `\\b(?:di luar nege?ri|abroad|overseas|(?:di|in|waktu ke|pas ke|lagi ke) (?:bandara |hotel |negara |kota )?(?:${COUNTRIES}))\\b`,
)
const GOING = new RegExp(
  `\\b(?:ke|menuju|tujuan|buat|untuk|to|for) (?:\\w+ )?(?:${COUNTRIES}|luar nege?ri)\\b`,
)
const ELSEWHERE = new RegExp(`\\b(?:luar nege?ri|changi|${COUNTRIES})\\b`)

/** Does it speak of another country, or of an embassy there? */
export function mentionsAbroad(text: string): boolean {
  const said = normalise(text)
  return (
    ABROAD.test(said) ||
    ELSEWHERE.test(said) ||
    /\b(?:kbri|kjri|kdei|kedutaan|konsulat|embassy|consulate)\b/.test(said)
  )
}

/** What for. `new` in its weak form ("paspor baru") is only what is wanted instead of the old one. */
const WHAT: PatternTable<string> = [
  ['lost', LOST],
  [
    'damaged',
    /\b(?:rusak\w*|sobek|robek|basah|kebanjiran|kena banjir|luntur|(?:ke|ter)bakar|(?:ke|ter)cuci|dimakan rayap|damaged|torn|wet|burnt)\b/,
  ],
  [
    'change',
    /\bganti (?:nama|data|tempat lahir|tanggal lahir|alamat)\b|\b(?:data|nama)(?:nya)? (?:\w+ )?berubah\b|\bchange (?:my |of |the )?(?:name|data)\b|\bmarried name\b/,
  ],
  [
    'replace',
    /\b(?:mem)?perpanjang\w*\b|\bpanjangin\b|\b(?:di)?ganti (?:e )?paspor\b|\bpaspor\w* (?:\w+ ){0,5}diganti\b|\bpenggantian\b|\b(?:kadaluarsa|kadaluwarsa|kedaluwarsa|expired|renew\w*)\b|\b(?:paspor|masa berlaku|berlaku|halaman|lembar)(?:nya|ku)? (?:\w+ ){0,3}(?:habis|mati|penuh)\b|\bpaspor full\b/,
  ],
]
const NEW_PLAIN =
  /\b(?:pertama kali|paspor pertama|belum pernah (?:punya|bikin|buat)|belum (?:punya|ada|bikin|buat)(?: \w+)? paspor|first (?:time|(?:indonesian )?paspor)|never had)\b/
const NEW_WEAK = /\b(?:paspor baru|(?:bikin|buat) baru|new paspor)\b/

const SPECIAL: PatternTable<string> = [
  ['umrah', /\b(?:umrah|umroh|haji|hajj)\b/],
  [
    'worker',
    new RegExp(
      `\\b(?:tki|tkw|pmi|buruh migran|pekerja migran|migrant worker)\\b|\\b(?:be)?kerja (?:\\w+ ){0,2}(?:di |ke )?(?:luar negeri|luar|${COUNTRIES})\\b|\\bwork (?:abroad|in (?:${COUNTRIES}))\\b`,
    ),
  ],
  [
    'study',
    new RegExp(
      `\\b(?:magang|kuliah|sekolah|beasiswa|student|pertukaran pelajar|internship|study) (?:\\w+ ){0,2}(?:di |ke |in )?(?:luar negeri|luar|abroad|${COUNTRIES})\\b`,
    ),
  ],
  [
    'naturalised',
    new RegExp(
      `\\bnaturalisasi\\b|\\bpewarganegaraan\\b|\\b(?:dulu|bekas|mantan|eks|ex|formerly) (?:\\w+ ){0,2}(?:wna|warga (?:negara )?(?:asing|${COUNTRIES}))\\b`,
    ),
  ],
  [
    'abroad',
    new RegExp(
      `\\bpindah(?:an)? dari (?:luar negeri|${COUNTRIES})\\b|\\b(?:baru )?(?:pulang|balik|kembali) (?:dari|ke indonesia).*(?:tidak|belum) (?:punya|ada) ktp\\b`,
    ),
  ],
]

/** The fast lane, in words that mean nothing else (pattern). */
export const EXPRESS_WORDS = 'sehari jadi|jadi sehari|satu hari jadi|percepatan|kilat|express|same day'

const PARENT =
  '(?:ayah|ibu|bapak|bapa|mama|papa|suami|istri|orang tua|orangtua|father|mother|husband|wife)(?:nya|ku)?'
const GONE = '(?:meninggal|wafat|tiada|mendiang|almarhum|almarhumah|died|dead|passed away)'

/** How a child's parents are, the narrower first. */
const PARENTS: PatternTable<string> = [
  ['orphanage', /\bpanti(?: asuhan)?\b|\borphanage\b/],
  [
    'both-dead',
    new RegExp(
      `\\byatim piatu\\b|\\b(?:ayah|bapak|bapa|papa|apak)(?:nya|ku)? (?:dan |sama |deng |jo |lan )?(?:ibu|mama|mak|amak)(?:nya|ku)? (?:\\w+ ){0,3}${GONE}\\b|\\b${GONE} (?:\\w+ )?(?:semua|semuanya|dua duanya|keduanya)\\b|\\bdua ?duanya (?:\\w+ )?${GONE}\\b|\\b(?:kedua orang tua|ayah (?:dan|sama) ibu|both parents)\\w* (?:\\w+ ){0,2}${GONE}\\b`,
    ),
  ],
  [
    'one-dead',
    new RegExp(`\\b${PARENT} (?:\\w+ ){0,3}${GONE}\\b|\\b(?:almarhum|almarhumah|yatim|piatu|widow)\\b`),
  ],
  ['divorced', /\b(?:cerai|bercerai|perceraian|pisah(?: ranjang)?|divorced?|separated)\b/],
  [
    'one-missing',
    /\b(?:ayah|bapak|bapa|ibu|mama|papa|suami|istri)\w* (?:\w+ ){0,2}(?:tidak diketahui|tidak tahu (?:ke|di) mana|tidak ada kabar|tanpa kabar|entah (?:ke|di) mana|kabur|menghilang|pergi entah)\b|\bhilang (?:kontak|kabar)\b|\b(?:tidak ada|tanpa) (?:ayah|bapak|suami)\w*\b|\bluar nikah\b|\bsingle (?:mom|mother|parent)\b/,
  ],
]
const DUAL = new RegExp(
  `\\b${PARENT} (?:\\w+ ){0,3}(?:wna|bule|warga (?:negara )?asing|orang (?:asing|${COUNTRIES})|foreigner|from (?:${COUNTRIES}))\\b|\\bkawin campur\\b|\\b(?:dua|dwi|ganda) ?kewarganegaraan\\b|\\bdual citi?zen\\w*\\b|\\bhalf (?:${COUNTRIES})\\w*\\b|\\bhalf (?:australian|american|german|british|dutch|japanese|chinese|malaysian|french|italian|korean)\\b`,
)
/** A parent who is away: the child's passport needs a letter. */
const ABSENT = new RegExp(
  `\\b${PARENT} (?:\\w+ ){0,3}(?:di (?:luar negeri|luar kota|kampung|${COUNTRIES})|tidak bisa (?:ikut|datang|hadir)|merantau|berlayar|abroad|cannot come)\\b`,
)
const ESCORT =
  /\b(?:pergi|berangkat|ikut|diantar|didampingi|bersama|dengan|sama|travels? with|going with) (?:\w+ ){0,2}(?:kakek|nenek|paman|om|bibi|tante|guru|sekolah|rombongan|orang lain|saudara|grandparents?|uncle|aunt|teacher)\b/
const CHANGED =
  /\b(?:data|nama|name|alamat|status|tanggal lahir)(?:nya)? (?:\w+ ){0,2}(?:berubah|ganti|beda|berbeda)\b|\bbaru (?:me)?nikah\b|\bganti nama\b/
const MADE = new RegExp(
  `\\bpaspor (?:lama )?(?:\\w+ ){0,3}(?:dibuat|dikeluarkan|terbit|terbitan|diterbitkan|bikin|buat|keluaran|issued)\\w* (?:di |in |dari )?(?:luar negeri|kbri|kjri|kdei|kedutaan|${COUNTRIES}|abroad)\\b|\\bpaspor lama(?:nya)? (?:dari|di) (?:luar negeri|kbri|kjri|kdei|${COUNTRIES})\\b`,
)

const WAYS: PatternTable<string> = [
  [
    'no-phone',
    /\b(?:tidak (?:punya|ada)|tanpa) (?:hp|handphone|android|smartphone)\b|\bhp jadul\b|\bno (?:smart)?phone\b/,
  ],
  ['express', new RegExp(`\\b(?:${EXPRESS_WORDS}|buru buru|mendesak|urgent)\\b`)],
  ['weekend', /\b(?:akhir pekan|hari sabtu|hari minggu|weekend)\b/],
]

/** `asked`: the question was for whom. `limits`: where age bands change at the office; null: ages are not used. */
export function extractCase(text: string, limits: AgeBandLimits | null, asked = false): CaseEntities {
  const said = normalise(text).replace(ASIDE, ' ')
  const what = whatSaid(said)
  const family = familyOf(said)
  // a parent's work is not the child's
  const mayBeSpecial = (what === 'new' || what === undefined) && family['absent'] === undefined
  const special = mayBeSpecial ? matchOnly(SPECIAL, said) : undefined
  const way = matchOnly(WAYS, said)
  return {
    ...extractPerson(text, limits, asked),
    answers: {
      ...(what && { what }),
      ...(special && { special }),
      ...family,
      ...oldPassportOf(said, what),
    },
    ...(way && { way }),
  }
}

/** What is told of a child's parents, and with whom it goes. */
function familyOf(said: string): CaseAnswers {
  const parents = matchFirst(PARENTS, said)
  return {
    ...(DUAL.test(said) && { dual: 'yes' }),
    ...(parents && { parents }),
    ...(ESCORT.test(said) && { trip: 'escort' }),
    ...(ABSENT.test(said) && !MADE.test(said) && { absent: 'yes' }),
  }
}

/** What is told of the passport to be renewed: made abroad, or with other data. */
function oldPassportOf(said: string, what: string | undefined): CaseAnswers {
  return {
    ...(MADE.test(said) && { old: 'abroad' }),
    ...(what !== 'change' && CHANGED.test(said) && { changed: 'yes' }),
  }
}

function whatSaid(said: string): string | undefined {
  const found = matchAll(WHAT, said)
  if (found.length > 1) return undefined
  if (NEW_PLAIN.test(said)) return found.length === 0 ? 'new' : undefined
  if (found[0] === 'lost') return whereLost(said)
  return found[0] ?? (NEW_WEAK.test(said) ? 'new' : undefined)
}

/** Lost abroad, and home again: then it is the office, and not the embassy. */
const HOME =
  /\b(?:su|sudah|telah|already) (?:\w+ )?(?:pulang|balik|kembali|di rumah|di indonesia|sampai|home|back)\b|\bsplp\b|\bpulang (?:pakai|dengan)\b/

function whereLost(said: string): string | undefined {
  if (HOME.test(said)) return 'lost'
  if (ABROAD.test(said)) return 'lost-abroad'
  if (!ELSEWHERE.test(said)) return 'lost'
  // a country that is named may also be where the journey goes: then it is asked
  return GOING.test(said) ? undefined : 'lost-abroad'
}
