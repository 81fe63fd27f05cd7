import { foldText } from '../words/fold.ts'

/** Which of the languages a person plainly writes, by the small words of each that the other does not have. */

const WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    (
      'the is are am was were do does did have has had can could would should will shall what where when which who how why ' +
      'my your i you we they he she it its this that these those for with from about to of at on in and or but not dont cant ' +
      'please need want lost passport hello hi thanks thank much many long get make take bring renew apply pay price cost ' +
      'office open child daughter son wife husband old new yes help there any if been already just know tell me am im'
    ).split(' '),
  ),
  id: new Set(
    (
      'yang di ke dari dan atau untuk dengan saya sy aku gue gw beta kami kita anda bapak ibu pak bu kak min mau ingin bisa tidak ' +
      'gak ga nggak tdk belum blm sudah sdh udah apa apakah berapa brp kapan dimana mana bagaimana gimana kenapa ada itu ini ' +
      'paspor anak umur tahun hari jam buat bikin bayar harga biaya syarat surat kantor ya dong kok sih aja saja lagi kalau kalo ' +
      'hilang rusak tolong mohon terima kasih makasih selamat pagi siang sore malam nya jadi sama punya perlu harus sonde su'
    ).split(' '),
  ),
}
/** Words that must speak for a language, and the share of the message that they must make up. */
const LEAST = 2
const SHARE = 0.4

/** The language code, or null where the words say too little or both speak; `least`: words that must speak for it. */
export function guessLanguage(text: string, least = LEAST): string | null {
  const words = foldText(text.slice(0, 500))
    .split(/[^a-z]+/)
    .filter(Boolean)
  const counts = Object.entries(WORDS).map(([lang, own]) => ({
    lang,
    count: words.filter((word) => own.has(word)).length,
  }))
  const [first, second] = counts.toSorted((a, b) => b.count - a.count)
  if (!first || first.count < least || first.count / words.length < SHARE) return null
  return (second?.count ?? 0) * 4 > first.count ? null : first.lang
}
