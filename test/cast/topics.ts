/**
 * What a question is about, as a person reading it would understand it: patterns over the last question of a reply, in both languages.
 * They are kept wide, so that a question may be worded anew; the first that fits is answered.
 */
const TOPICS: readonly (readonly [string, RegExp])[] = [
  [
    'enough',
    /mau ditambah|kalau (sudah )?cukup|ada lagi\?|(sudah|hanya|cuma) (itu|semua)( saja)?\s*\?|anything to add|(is|was) that (all|everything)|if (that|this) is (all|enough)/iu,
  ],
  [
    'about',
    /(laporan|keluhan|masalah)(nya)?.{0,12}(tentang|soal) apa|^soal apa|paling (cocok|pas) yang mana|complaint about\?|(fits|closest) best|best fit|mostly about\?/iu,
  ],
  ['leave', /ditinggalkan\?|\bleave it\?/iu],
  ['resume', /mau dilanjutkan\?|(go on|continue) (with it|where).{0,20}\?/iu],
  ['harm', /(sedang )?(bahaya|terancam|aman)\s*(sekarang)?\?|in danger|are you safe/iu],
  [
    'story',
    /ceritakan|apa yang terjadi|what happened|apa (yang mau|yang ingin|pertanyaan|ditanya)|tulis (saja )?(cerita|keluhan|pertanyaan|pesan)|what (would you like|do you want) to ask|tell (us\b|me (what|more))/iu,
  ],
  [
    'officer',
    /(teruskan|panggil|sambung|hubung|tanyakan|carikan|siapkan).{0,40}petugas|kami (teruskan|tanyakan)( sekarang)?\s*\?|mau dilaporkan\?|shall we report|pass (this|it) on|(ask|hand).{0,30}officer/iu,
  ],
  [
    'offer',
    /\bmau (dibuka|saya|kami|lihat|tahu|dipandu)|open it now|maksud(nya)?.{0,60}\?|(ini|itu) (soal|tentang)|soalnya|(did|do) you mean|shall (i|we)/iu,
  ],
  ['confirm', /(betul|benar|sudah pas|kirim sekarang|right|correct|send it now)\s*\?/iu],
  ['solved', /sudah (beres|berhasil)|is it solved|did (it|that) help/iu],
  ['number', /nomor (daftar|permohonan|pendaftaran)|application number/iu],
  ['birth', /tanggal lahir|date of birth|birth date/iu],
  ['changed', /(nama|data).{0,40}(berubah|beda|sama|ganti)|has .{0,30}changed/iu],
  [
    'book',
    /paspor lama.{0,60}(di mana|dimana|kapan|tahun|terbit)|dibuat.{0,20}(di mana|tahun|kapan)|old passport.{0,40}(made|issued|year)/iu,
  ],
  ['foreign', /warga negara asing|wna|kewarganegaraan|foreign (national|citizen)/iu],
  ['custody', /hak asuh|putusan pengadilan|custody/iu],
  ['parents', /cerai|orang tua|ayah dan ibu|ayah.{0,15}ibu|parents/iu],
  ['trip', /(pergi|berangkat) (dengan|sama|bareng) siapa|travel(s|ling)? with/iu],
  ['age', /umur|usia|tahun lahir|how old/iu],
  ['who', /untuk siapa|paspor siapa|buat siapa|for whom|who is (it|the passport|this)/iu],
  ['where', /hilang.{0,15}di ?mana|di ?mana.{0,20}hilang|di indonesia atau di luar|where.{0,30}los/iu],
  ['special', /yang cocok|keadaan (bapak\/ibu|lain)|fits you|apply to you/iu],
  [
    'why',
    /keperluan|paspor pertama|baru atau|perpanjang|mau apa|tujuan|what (do you need|is it for)|purpose/iu,
  ],
  ['kind', /jenis|e-paspor|paspor biasa|which kind/iu],
  ['years', /berapa tahun|5 (tahun )?atau 10|masa berlaku|how many years/iu],
  ['fast', /sehari jadi|buru-?buru|kapan (perlu|butuh|berangkat|pergi)|same day|in a hurry/iu],
  ['have', /sudah (ada|punya)|punya semua|lengkap|have (it|them|all)/iu],
  ['paid', /sudah (di)?bayar|bukti bayar|uang.{0,20}potong|paid/iu],
  ['rescheduled', /pernah diganti|ganti jadwal.{0,20}(pernah|sudah)|changed before/iu],
  ['reason', /sebab|alasan|kenapa|mengapa|reason/iu],
  ['day', /tanggal (berapa|datang|yang)|hari apa|jadwal.{0,30}kapan|kapan|which day|what date/iu],
  ['office', /kantor.{0,20}(mana|apa)|(kota|daerah).{0,15}mana|nama kota|which office|which city/iu],
  [
    'symptom',
    /(masalah|kendala|kesulitan|sulit|macet)|apa yang (terjadi|muncul|tertulis)|di bagian mana|langkah (mana|ke)|what (happens|goes wrong|is the problem)/iu,
  ],
  ['more', /ada (lagi )?yang (bisa|mau)|mau yang lain|sudah jelas|sekarang mau apa|anything else/iu],
]

/** Topics that the last question of a reply touches, best first. */
export function topicsOf(text: string): string[] {
  const asked = lastQuestion(text)
  return TOPICS.filter(([, asks]) => asks.test(asked)).map(([topic]) => topic)
}

/** A line that ends in a question, or in one with a hint; "Lost it? Come to the office." asks nothing. */
const ASKS =
  /\?\s*((misal|contoh|lihat|tulis|ketik|boleh|balas|bukan|kirim|rahasia|tambahan|you may|it is secret|yang tadi|we keep|just send|send words|for example|write|type).*)?$/iu

/** The last line that asks, or else wants something written, or offers an officer. */
function lastQuestion(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const last = (mark: RegExp) => lines.findLast((line) => mark.test(line))
  return (
    last(ASKS) ??
    last(/\b(tulis|ketik|sebut|ceritakan|write|type|tell us)/iu) ??
    last(/(teruskan|panggil|sambung|hubung|tanyakan).*petugas|officer/iu) ??
    ''
  )
}

/** What people say when they were asked and the row of the cast does not tell; taken in turn, by the person's place in the cast. */
const COMMON: Readonly<Record<string, readonly string[]>> = {
  who: ['buat saya', 'sy sendiri', 'saya', 'untuk saya pak', 'diri sendiri'],
  officer: ['iya boleh', 'ya tolong', 'boleh pak', 'oke teruskan saja', 'mau'],
  enough: ['sudah itu saja', 'cukup', 'itu aja pak', 'udah', 'sdh semua'],
  confirm: ['iya betul', 'betul', 'ya bener', 'he eh', 'iya pak'],
  solved: ['belum', 'blm bs', 'belum pak', 'msh sama aja', 'ga bisa juga'],
  changed: ['ga ada yg berubah', 'sama aja', 'tetap sama pak', 'masih sama semua', 'tdk'],
  foreign: ['wni semua', 'dua2nya org indonesia', 'bukan, asli sini', 'ga ada bule pak', 'indonesia'],
  special: ['ga ada', 'biasa aja', 'tdk ada pak', 'bukan semuanya', 'normal kok'],
  fast: ['ga buru2', 'santai aja', 'biasa aja', 'tdk usah cepat2', 'nggak'],
  kind: ['yg biasa aja', 'biasa', 'yg murah aja', 'terserah yg biasa', 'paspor biasa'],
  years: ['5 th', 'lima tahun', 'yg 5', '5 aja', 'yg lima taun'],
  parents: ['masih berdua', 'bapak ibunya ada', 'masih nikah', 'lengkap pak', 'rukun2 aja'],
  office: ['kupang', 'kantor kupang', 'yg di kupang', 'kanim kupang', 'kupang aja'],
  trip: ['sama kami ortunya', 'dg ibu', 'bareng bapak ibunya', 'sama saya', 'dgn kami'],
}
const UNKNOWN: Readonly<Record<string, readonly string[]>> = {
  id: ['kurang tau', 'ga tau', 'lupa', 'tdk tahu pak', 'ga inget'],
  en: ['not sure', 'I do not know', 'no idea'],
}
const COMMON_EN: Readonly<Record<string, string>> = {
  who: 'for me',
  officer: 'yes please',
  enough: 'that is all',
  confirm: 'yes, right',
  solved: 'no, not yet',
  changed: 'nothing changed',
  foreign: 'both Indonesian',
  special: 'none of these',
  fast: 'no hurry',
  kind: 'the normal one',
  years: '5 years',
  parents: 'still married',
  office: 'Kupang',
  trip: 'with us',
}

/** Topics that ask for a fact of one's own: who cannot tell it says so. */
const OWN = ['age', 'book', 'where', 'day', 'number', 'birth', 'custody', 'paid', 'rescheduled']

/** What anybody says to a topic they were given no words for; null: nothing. */
export function commonAnswer(topic: string, speaks: 'id' | 'en', place: number): string | null {
  const own = OWN.includes(topic) ? turn(UNKNOWN[speaks]!, place) : null
  if (speaks === 'en') return COMMON_EN[topic] ?? own
  const said = COMMON[topic]
  return said ? turn(said, place) : own
}

/** Each says it in one of these ways, by their place in the cast. */
export function turn(lines: readonly string[], place: number): string {
  return lines[place % lines.length]!
}
