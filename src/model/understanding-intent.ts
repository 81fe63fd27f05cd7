import { normalise } from './understanding.ts'

/** What a first free message is about, by tell-tale words. Small on purpose: in doubt the menu or a person answers. */

export type Intent =
  | 'greeting' | 'help' | 'thanks' | 'okay' | 'human'
  | 'requirements' | 'cost' | 'quota' | 'reschedule' | 'status' | 'apphelp' | 'office' | 'complaint' // prettier-ignore

export interface Understood {
  readonly intent: Intent
  /** Speaks of brokers, bribes or an officer's wrong-doing: to be sealed from the first word. */
  readonly sealed: boolean
}

// words weigh 1, with a `!` 3, with two 5; `_` joins words that stand together; a message needs 2 for an intent
const WORDS: Readonly<Record<Exclude<Intent, 'greeting' | 'help' | 'thanks' | 'okay'>, string>> = {
  complaint:
    'lapor!! laporkan!! melapor!! keluhan!! mengeluh!! mengadu!! adukan!! protes!! kecewa!! parah parah_banget!! parah_sekali!! terburuk!! buruk!! seburuk! jelek! marah lama lambat telat terlambat ' +
    'disuruh ditolak dipersulit! mempersulit! ribet! berbelit! tidak_dilayani!! dilempar_lempar! kasar!! judes!! galak!! cuek! ketus!! jutek!! lelet dicuekin! kapok! rugi tertipu! menipu! penipuan! susah_amat! susah_banget! ' +
    'report! complain!! disappointed!! terrible! worst! bad_experience! rude! slow late angry',
  human:
    'petugas! dengan_petugas!! sama_petugas!! sama_orang!! sama_manusia!! ke_petugas! tanya_petugas!! admin! operator! agen! manusia! orangnya live_chat! live_agent! call_center! telepon bicara ngomong ngobrol! mangecek! hubungi hubungkan sambungkan bagian_pelayanan! robot bot human! officer! agent! talk speak',
  requirements:
    'syarat! dokumen! berkas! surat bawa dibawa disiapkan ktp kk akta akte ijazah perpanjang! perpanjangan! memperpanjang! panjangin! pembaruan! ganti_paspor!! penggantian! ' +
    'bikin_paspor! buat_paspor! membuat_paspor! urus_paspor! ngurus_paspor! mengurus_paspor! untuk_paspor! daftar_paspor! paspor_baru! paspor_pertama! bikin_baru! belum_punya_paspor!! belum_pernah_punya!! belum_pernah_bikin!! belum_pernah_buat!! sehari_jadi!! habis ' +
    'ganti_nama! ganti_data! anak hilang! kehilangan! ilang! kecopetan! dicopet! dicuri! kecurian! rusak! sobek! robek! basah! banjir kebanjiran! rayap! tidak_punya_hp!! tanpa_hp! tanpa_aplikasi!!! without_aplikasi!!! walk_in! tidak_ada_hp! hp_jadul! paspor_kadaluarsa! paspor_expired!! paspor_mati! paspor_habis! paspor_penuh!!! masa_berlaku! habis_masa! umrah! umroh! haji! rombongan! tki! tkw! pmi! ' +
    'requirements! documents! papers! renew! renewal! extend bring lost! stolen! damaged! apply need_a_paspor! need_paspor! urgent! kecuci! kebakar! terbakar! luntur! paspor_for! paspor_is_full! old_paspor new_paspor! first_paspor! get_a_paspor! make_a_paspor!',
  cost:
    'biaya!!! sudah_bayar! sudah_transfer!! bayar_cash!! bayar_tunai!! cash! tunai! e_paspor kredit belum_lunas! lunas terpotong! kepotong! bayar! dibayar! berapa rupiah uang! duit! billing! kode! kode_bayar!! bayar_berapa!! berapa_bayar!! bank atm transfer va mahal! murah! gratis! ratus ribu potongan denda! sehari_jadi_berapa!! percepatan_berapa! ' +
    'cost!!! price!!! fee!!! fees!!! pay!! payment!! much! how_much! fine',
  quota:
    'kuota!! penuh!! antrean! antrian! antriannya! antre! slot!! kosong tersedia! dibuka! tanggal_penuh! merah_semua!! tidak_ada_tanggal!! tidak_bisa_pilih_tanggal!! pilih_tanggal! merah quota!! full! slots!! available queue! fully_booked!',
  reschedule:
    'jadwal! ganti pindah tanggal undur! diundur! diundurkan! dateng mundur! majukan! dimajukan! dimundurkan! resedul! reskedul! reschdule! reschedul! reschedule!! kelewat! talewat! ganti_jadwal!! pindah_jadwal!! ganti_tanggal!! ganti_hari! tidak_bisa_datang!! tidak_jadi_datang! lain_hari! postpone!! change date datang berhalangan! lupa_datang! tidak_datang! cant_come!! cannot_come!! missed',
  status:
    'status! sampai! sampai_mana!! sampe_mana!! jadi! sudah_jadi!! kapan_jadi!! kapan_selesai!! kapan kelar! selesai! selesai_belum! pragat! janten! sudah cek diambil! ambil! progres! progress! proses tahap! kabar! belum_ada_kabar! ready! when collect! pick_up! where_is_my_paspor!!',
  apphelp:
    'aplikasi!! mpaspor! m_paspor! otp!! kode masuk! daftar! mendaftar! akun! username! email! sandi! password! eror! error!! eror!! gagal! stuck! loading! lemot! verifikasi! unggah! upload! ngupload! foto lupa lupa_sandi! lupa_password! app kendala! registrasi! notifikasi download! account! register! install! crash! update website! web! online perangkat!',
  office:
    'alamat!! alamatnya!! lokasi! mana jam! buka! tutup! kantor! imigrasi hari sabtu! minggu telp telepon libur! bandara! keliling! puasa! maps! peta! address!! hours! open! closed! where office! location! saturday! sunday holiday!',
}

const SEALED =
  /\b(calo|pungli|pungutan liar|suap|sogok|uang pelicin|uang rokok|korupsi|kkn|minta uang|minta duit|minta \d+ ?(?:rb|ribu|jt|juta)|dimintai uang|diminta uang|peras|memeras|pemerasan|oknum|asked? (?:me |us |him |her )?for money|bribe|broker|extort|extortion|corrupt|corruption)\b/
const TO = '(?:pak|bu|bapak|ibu|kak|kaka|min|admin|mas|mbak|bang|bro|gan|a|teh|semua|imigrasi|sir|madam)'
const HELLO =
  '(?:halo|hai|haii|hallo|hello|hi|hey|pagi|siang|sore|malam|salam|(?:selamat|met) (?:pagi|pgi|siang|sore|malam|malem)|(?:assalamualaikum|asalamualaikum|aslm|ass)(?: wr wb| warahmatullahi wabarakatuh)?|permisi|misi|punten|tabe|test|tes|cek 1 2|p|om swastiastu|shalom|syalom|good (?:morning|afternoon|evening)|ada orang)'
/** Wants to ask, and has not said what. */
const HELP =
  '(?:tolong(?: bantu)?|mohon bantuan|(?:bisa |mohon |minta )?(?:di)?bantu(?: saya)?|(?:saya )?(?:mau|numpang|boleh|ingin) (?:tanya|bertanya)(?: (?:soal |tentang )?paspor)?|can you help me|i have a question)'
const GREETING = new RegExp(`^(?:${TO} )*${HELLO}(?: (?:${HELLO}|${TO}|ya))*$`)
const WANTS_HELP = new RegExp(`^(?:(?:${TO}|${HELLO}) )*${HELP}(?: (?:${TO}|ya|dong|dulu))*$`)
const THANKS =
  /^((oke|ya|baik|sudah|alhamdulillah|nuwun sewu) )*(terima kasih|makasih|tarima kasi|tarimo kasih|hatur nuhun|thank you|thank u|matur nuwun|matur suksma)( .{0,24})?$/
const OKAY = /^(oke|ya|baik|siap|sudah|mengerti|paham)( (oke|ya|baik|pak|bu|bapak|ibu|kak|min))*$/

/** Does the text speak of brokers, bribes, or an officer who takes money? Then only supervisors may read it. */
export function speaksOfWrong(text: string): boolean {
  return SEALED.test(normalise(text))
}

/** The intent of a message, or `null` when no table speaks clearly. */
export function intentOf(text: string): Understood | null {
  const said = normalise(text)
  if (SEALED.test(said)) return { intent: 'complaint', sealed: true }
  if (GREETING.test(said)) return { intent: 'greeting', sealed: false }
  if (WANTS_HELP.test(said)) return { intent: 'help', sealed: false }
  if (THANKS.test(said)) return { intent: 'thanks', sealed: false }
  if (OKAY.test(said)) return { intent: 'okay', sealed: false }
  const [best, second] = scores(said)
  if (!best || best.score < 2 || best.score === second?.score) return null
  return { intent: best.intent, sealed: false }
}

function scores(said: string): { intent: Intent; score: number }[] {
  const words = new Set(said.split(' ').flatMap((word) => [word, word.replace(/nya$/, '')]))
  const whole = ` ${said} `
  return WEIGHTS.map(({ intent, single, joined }) => {
    const phrases = joined.map(([phrase, weight]) => (whole.includes(phrase) ? weight : 0))
    return { intent, score: sum([...words].map((word) => single.get(word) ?? 0)) + sum(phrases) }
  })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
}

type Weighted = readonly [string, number]

const WEIGHTS = Object.entries(WORDS).map(([intent, list]) => {
  const weighted = list.split(' ').map(weigh)
  return {
    intent: intent as Intent,
    single: new Map(weighted.filter(([words]) => !words.includes(' '))),
    joined: weighted.flatMap(([words, weight]): Weighted[] =>
      words.includes(' ') ? [[` ${words} `, weight]] : [],
    ),
  }
})

function weigh(entry: string): Weighted {
  const word = entry.replaceAll('!', '')
  return [normalise(word.replaceAll('_', ' ')), 1 + 2 * (entry.length - word.length)]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
