import { matchAll, type PatternTable } from './patterns.ts'

/** Words for people: who somebody is to the one who writes. Matched against normalised text. */

/** `little`: small, but how small is open; `other` is also somebody else's: a neighbour, a villager. */
export type Relation = 'toddler' | 'little' | 'child' | 'elderly' | 'parent' | 'spouse' | 'other' | 'self'

const OLD = 'kakek|nenek|eyang|embah|mbah|simbah|opa|oma|opung|ompung|nini|ninik|datuk|kakung|uti'
const PARENT =
  'ibu|ibuk|ibunda|bapak|bapa|bapake|ibune|ayah|ayahanda|mama|mami|mamah|mamak|mamake|emak|amak|make|biyung|simbok|mbok|mak|papa|papi|papah|apak|abah|abi|umi|ambu|amang|inang|inaq|amaq|pace|mace|mertua|morotuwo|ortu|orang tua|wong tuwo|wong tuwa'
const OURS = '(?:saya|kami|kita|punya saya)'

/** Relations by the words for them; "pak", "bu" and "mama" alone are only a way to speak to us. */
const RELATIONS: PatternTable<Relation> = [
  [
    'toddler',
    /\b(?:balita|batita|bayi(?:ku|nya)?|baby|babys|toddler|newborn|infant|orok|jabang bayi|dedek bayi|anak bayi|anak kecil|bayek)\b/,
  ],
  [
    'little',
    /\b(?:si kecil|dedek|dede|dedeknya|nona kici|nyong kici|anak kici|ana kici|budak leutik|cah cilik|bocah cilik|little one)\b/,
  ],
  [
    'child',
    /\b(?:anak(?:ku|nya|e|na)?(?! (?:buah|perusahaan|kost?|magang)\b)|putra|putri|putranya|putrinya|bocah|bocil|krucil|remaja|buah hati|momongan|buyung|upik|nduk|genduk|tole|budak|murangkalih|nyong|child|childs|children|kids?|sons?|daughters?|teenager)\b|\bsaya (?:pung|pu|punya|pe) (?:ana|nona)\b|\bana saya\b/,
  ],
  ['elderly', /\b(?:lansia|lanjut usia|usia lanjut|manula|jompo|sepuh|renta|elderly|old man|old woman)\b/],
  [
    'parent',
    new RegExp(
      `\\b(?:(?:${PARENT}|${OLD}) (?:kandung |mertua |angkat |tiri )?${OURS}|saya (?:pung|pu|punya|pe) (?:${PARENT}|${OLD})|(?:untuk|buat|paspor(?:nya)?) (?:${PARENT}|${OLD})(?! (?:mau|ingin|bisa|anak))|(?:${OLD})(?:nya|ku)?|(?:ibu|bapak|ayah|mama|emak|mertua|ortu|papa|abah|umi)(?:ku|nya saya)|(?:ibu|bapak|ayah) (?:mertua|kandung)|mertua|biyung|emak|amak|simbok|make|my (?:mother|father|mom|mum|dad|parent|grandmother|grandfather|grandma|grandpa|granny)s?(?: in law)?)\\b`,
    ),
  ],
  [
    'spouse',
    /\b(?:suami|istri|isteri|suwami|nyonya|bojo|bini|misua|paksu|bu ?istri|garwa|pasangan|hubby|wifey)(?:ku|nya|ne|e)?\b|(?<!\b(?:anak|adik|adek|kakak|cucu|teman|bayi) )\blaki (?:saya|kami)\b|\bsaya (?:pung|pu|punya|pe) laki\b|\borang rumah\b|\bmy (?:wife|husband|wifes|husbands|spouse)\b/,
  ],
  [
    'other',
    /\b(?:adik|adek|kakak|kaka|abang|keponakan|ponakan|ponaan|cucu|paman|makcik|mak cik|pakcik|pak cik|pakde|bude|pakle|bulik|om|bibi|tante|uwak|sepupu|besan|ipar|teman|temen|kawan|sahabat|konco|rencang|tetangga|tonggo|keluarga|saudara|sodara|warga|warganya|pasien|klien|murid|siswa|santri|majikan|pembantu|art|karyawan|anak buah|pegawai saya|orang kampung|masyarakat|sister|brother|niece|nephew|grandchild|cousin|friend|family|neighbou?r)(?:ku|nya|s)?\b(?! (?:saya )?(?:bilang|yang kasih tahu|saya yang kasih tahu|kata))/,
  ],
  [
    'self',
    /\bpasporku\b|\bpaspor (?:(?:lama|baru|biasa|elektronik|punya|milik) )?saya\b(?! (?:dan|sama) )|\bsaya (?:pu|pung|punya|pe) paspor\b|\b(?:untuk|buat) (?:diri )?saya\b(?! (?:dan|sama) )|\bsaya (?:sendiri|sendirian|dewe|dewek|pribadi|nyalira|dhibi|sorangan|piyambak|surang)\b|\b(?:tiang|kaula|awak|ulun) (?:pribadi|sendiri|dhibi|surang|saurang)\b|\bdiri (?:sendiri|saya)\b|\bmy (?:own |first |new |old |expired |lost |damaged |current )?paspor\b|\bfor (?:me|myself)\b|\bmyself\b/,
  ],
]

/** Where it was asked for whom, these alone name somebody. */
const ALONE: PatternTable<Relation> = [
  ['self', /^(?:saya|diri|me|aku|pribadi|sendiri|nyalira|dewe)$/],
  ['parent', new RegExp(`^(?:${PARENT}|${OLD})(?:nya|ku)?$`)],
  ['other', /^(?:orang lain|bukan saya|kerabat|famili)$/],
]
const AROUND = /\b(?:untuk|buat|paspor|yang|saja|mau|bikin|punya|ya|pak|bu|kak|ini|itu|for|my|the)\b/g

/** What is said of a narrower kind counts once: "anak balita", "bapa tua". */
const NARROWER: Readonly<Partial<Record<Relation, readonly Relation[]>>> = {
  child: ['toddler', 'little'],
  little: ['toddler'],
  parent: ['elderly'],
}
const AUNT = /\b(?:bapa|mama) (?:tua|kecil|kici|ade|besar)\b/g
/** Said of a child, not of one more person: "saya punya anak", "ana saya", the permission of parents, a baby that is not yet born. */
const ASIDE =
  /\b(?:surat|izin|ijin|ktp|persetujuan|data|nama) (?:\w+ )?(?:orang tua|ortu|suami|istri|ibu|bapak|ayah)\b|\b(?:bersama|didampingi|diantar|ditemani|dibantu) (?:\w+ )?(?:orang tua|ortu|ibunya|ayahnya|bapaknya|adik|kakak|teman|anak)\b|\b(?:adik|adek) (?=bayi)|\banak (?:dari|nya) (?=adik|kakak|tetangga|teman)/g

/** Who is named, each once. `asked`: the question was for whom. */
export function relationsIn(said: string, asked: boolean): readonly Relation[] {
  const aunts = said.replace(ASIDE, ' ').replace(AUNT, 'tante')
  const found = matchAll(RELATIONS, aunts)
  const bare = said.replace(AROUND, ' ').replace(/\s+/g, ' ').trim()
  const named = found.length === 0 && asked ? matchAll(ALONE, bare) : found
  return named.filter((one) => !NARROWER[one]?.some((narrower) => named.includes(narrower)))
}

const GROUP =
  /\b(?:rombongan|kolektif|banyak orang|eazy paspor|group of|jamaah|jemaah|satu (?:kelas|sekolah|kantor|desa))\b/

export function isGroup(said: string): boolean {
  return GROUP.test(said)
}

const WITH = '(?:dan|sama|dengan|beserta|serta|bareng|plus|and|lan|jeung|karo|deng|trus|terus)'
const KIN =
  '(?:anak|ana|istri|suami|bini|bojo|misua|ibu|bapak|ayah|mama|papa|mertua|ortu|orang tua|adik|adek|kakak|nenek|kakek|keluarga|teman|saudara|ponakan|keponakan|cucu|tetangga|sepupu|wife|husband|kids?|son|daughter|mother|father|family)'
/** "Saya dan istri", "kami sekeluarga", "berdua". */
const MIXED = new RegExp(
  `\\b(?:(?:saya|me|i) ${WITH} (?:\\w+ )?${KIN}|${KIN}(?:nya|ku)? (?:saya )?${WITH} (?:saya|me|(?:\\w+ )?${KIN})|(?:istri|suami|ibu|bapak|ayah|mama) (?:saya )?${WITH} (?:\\w+ )?(?:anak|bapak|ayah|ibu|papa|kids)|sekeluarga|satu keluarga|seluruh keluarga|keluarga (?:saya|kami)(?! yang)|kami (?:semua|berdua|bertiga|berempat|berlima)|berdua|bertiga|berempat|berlima|whole family|all of us|suami istri|pasutri|bapak ibu saya|ayah ibu saya)\\b`,
)
/** "2 anak", "anak kembar", "anak saya tiga": several of one kind. */
const ALIKE =
  /\b(?:[2-9]|dua|tiga|empat|lima|two|three|four) (?:orang )?(?:anak|ana|balita|bayi|bocah|bocil|cucu|ponakan|keponakan|kids|children|sons|daughters|warga|teman|lansia)\b|\b(?:anak|bayi)(?: saya)? kembar\b|\banak (?:saya )?(?:[2-9]|dua|tiga|empat|lima)(?: orang)?$|\b(?:warga|teman|cucu|ponakan|keponakan)(?: saya| kami)? (?:\d{1,2}|dua|tiga|empat|lima) orang\b|\banak anak\b|\b(?:children|kids)\b|\bpara \w+/
const DOUBLED =
  /\b(?:anak|ponakan|keponakan|cucu|warga|bocah|adik)(?:2| 2|-\s*(?:anak|ponakan|keponakan|cucu|warga|bocah|adik))(?:nya|ku)?\b/i

/** More than one person; `mixed` where they may be of several kinds, so that one list does not serve all. */
export function namesSeveral(
  text: string,
  said: string,
  relations: readonly Relation[],
): 'mixed' | 'alike' | null {
  if (MIXED.test(said) || relations.length > 1) return 'mixed'
  return ALIKE.test(said) || DOUBLED.test(text) ? 'alike' : null
}

const FRAIL =
  /\b(?:hamil|bumil|mengandung|ngidam|meteng|reuneuh|difabel|disabilitas|cacat|lumpuh|kursi roda|kursiroda|stroke|strok|struk|sakit keras|sakit parah|sakit berat|sakit sakitan|(?:lagi|sedang|masih|jatuh) sakit|opname|di ?rawat|rawat inap|icu|bed ?rest|terbaring|berbaring|cuci darah|kanker|tuna ?netra|tuna ?rungu|tuna ?daksa|buta|tuli|bisu|autis|autisme|down syndrome|berkebutuhan khusus|abk|penyandang|pakai tongkat|patah kaki|pikun|tidak (?:bisa|kuat|sanggup|mampu) (?:jalan|bangun|berdiri|berjalan|duduk)|susah jalan|sulit berjalan|tidak bisa apa apa di kasur|pregnant|disabled|disability|wheelchair|bedridden|blind|deaf|paraly[sz]ed|dialysis)\b/
const NOT_FRAIL =
  /\b(?:tidak|bukan|belum|not) (?:lagi |sedang )?(?:hamil|sakit|cacat|lumpuh|difabel|stroke|disabled|pregnant)\b|\bbuta (?:huruf|teknologi|soal|hp)\b|\bsakit hati\b/g
/** "Ibu saya sakit": of a person, not of the one who is angry. */
const ILL = new RegExp(
  `\\b(?:${PARENT}|${OLD}|anak|istri|suami|adik|kakak|bayi)(?:nya|ku)? (?:saya |kami )?(?:sakit|ill|sick)\\b`,
)

/** Too ill, weak or heavy with child to queue: somebody for a lane of their own. */
export function isFrail(said: string): boolean {
  const rest = said.replace(NOT_FRAIL, ' ')
  return FRAIL.test(rest) || ILL.test(rest)
}
