import { normalise } from './understanding.ts'

/** What a first free message is about, by tell-tale words. Small on purpose: in doubt the menu or a person answers. */

export type Intent =
  | 'greeting' | 'thanks' | 'okay' | 'human'
  | 'requirements' | 'cost' | 'quota' | 'reschedule' | 'status' | 'apphelp' | 'office' | 'complaint' // prettier-ignore

export interface Understood {
  readonly intent: Intent
  /** Speaks of brokers, bribes or an officer's wrong-doing: to be sealed from the first word. */
  readonly sealed: boolean
}

// words weigh 1, words with a `!` weigh 3, with two 5; a message needs 2 for an intent, social words only 1
const WORDS: Readonly<Record<Exclude<Intent, 'greeting' | 'thanks' | 'okay'>, string>> = {
  complaint:
    'lapor!! laporkan!! melapor!! keluhan!! mengeluh!! mengadu!! adukan!! protes!! kecewa!! parah! marah buruk jelek lama lambat telat terlambat ' +
    'disuruh ditolak dipersulit ribet berbelit kasar judes dicuekin kapok rugi tertipu menipu penipuan report! complain!! disappointed!! terrible! rude slow late angry',
  human: 'petugas! admin! operator! telepon bicara ngomong hubungi human! officer! agent! talk speak',
  requirements:
    'syarat! dokumen! berkas! persyaratan! surat bawa dibawa disiapkan ktp kk akta ijazah perpanjang! perpanjangan! baru anak hilang! rusak! umrah! haji! requirements! documents! papers! renew! renewal! bring lost! damaged!',
  cost: 'biaya! bayar! berapa rupiah uang billing! kode! bank atm transfer va tarif harga mahal murah gratis cost! price! fee! pay! payment! much',
  quota:
    'kuota! jatah! penuh! antrean antrian antri slot! kosong tersedia dibuka quota! full! slots! available queue',
  reschedule:
    'jadwal! ganti pindah tanggal undur mundur majukan reschedule! postpone! change date datang berhalangan',
  status:
    'status! sampai! jadi! kapan selesai! sudah cek diambil! ambil proses progress! ready! when collect!',
  apphelp:
    'aplikasi! mpaspor! otp! kode masuk! login akun! daftar! email sandi password! error! eror! gagal! verifikasi! unggah foto lupa app! account! register! install! download! crash',
  office:
    'alamat! lokasi! dimana! mana jam! buka! tutup! kantor! hari sabtu minggu telp telepon address! hours! open! where! location! saturday sunday',
}

const SEALED =
  /\b(calo|pungli|pungutan liar|suap|sogok|uang pelicin|uang rokok|korupsi|kkn|minta uang|dimintai uang|diminta uang|peras|memeras|pemerasan|oknum|bribe|broker|extort|extortion|corrupt|corruption)\b/
const GREETING =
  /^(halo|hai|hallo|hello|hi|hey|pagi|siang|sore|malam|salam|selamat (pagi|siang|sore|malam)|assalamualaikum( wr wb)?|asalamualaikum|permisi|test|tes|p|ping|om swastiastu|shalom|good (morning|afternoon|evening))( (pak|bu|bapak|ibu|kak|min|admin|mas|mbak|semua|sir|madam))*$/
const THANKS = /^(oke |ya |baik |sudah )*(terima kasih|makasih|thank you|thank u|matur nuwun)( .{0,24})?$/
const OKAY = /^(oke|ya|baik|siap|sudah|mengerti|paham)( (oke|ya|baik|pak|bu|bapak|ibu|kak|min))*$/

/** Does the text speak of brokers, bribes, or an officer who takes money? Then only supervisors may read it. */
export function speaksOfWrong(text: string): boolean {
  return SEALED.test(normalise(text))
}

/** The intent of a message, or `null` when no table speaks clearly. */
export function intentOf(text: string): Understood | null {
  const said = normalise(text)
  if (speaksOfWrong(text)) return { intent: 'complaint', sealed: true }
  if (GREETING.test(said)) return { intent: 'greeting', sealed: false }
  if (THANKS.test(said)) return { intent: 'thanks', sealed: false }
  if (OKAY.test(said)) return { intent: 'okay', sealed: false }
  const [best, second] = scores(said)
  if (!best || best.score < 2 || best.score === second?.score) return null
  return { intent: best.intent, sealed: false }
}

function scores(said: string): { intent: Intent; score: number }[] {
  const words = new Set(said.split(' ').flatMap((word) => [word, word.replace(/nya$/, '')]))
  return [...WEIGHTS]
    .map(([intent, weights]) => ({ intent, score: sum([...words].map((word) => weights.get(word) ?? 0)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
}

const WEIGHTS = new Map(
  Object.entries(WORDS).map(([intent, list]) => [intent as Intent, new Map(list.split(' ').map(weigh))]),
)

function weigh(word: string): [string, number] {
  const marks = word.length - word.replaceAll('!', '').length
  return [normalise(word), 1 + 2 * marks]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
