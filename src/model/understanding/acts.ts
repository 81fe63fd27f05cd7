import { normalise } from './normalise.ts'
/** placeholder until merged */
export type Act = string
export interface Acts {
  confidence(act: Act): number
  has(act: Act, least?: number): boolean
}
const P: Record<string, RegExp> = {
  person: /\b(petugas|orang|telpon saya|human|cs)\b.*|admin langsung/,
  refusal: /^(tidak usah|tidak jadi|batalkan|tidak perlu)/,
  unknown: /^(tidak tahu|kurang tahu|lupa|bingung)/,
  why: /^(kenapa|untuk apa|buat apa)/,
  what: /(itu apa|maksudnya|apa itu)/,
  correction: /\b(salah|maksud saya|bukan itu)\b/,
  salam: /assalam/,
  theft: /(dicuri|dijambret|copet|maling)/,
  disaster: /(banjir|kebakaran|gempa)/,
  illness: /(stroke|sakit|lumpuh)/,
  death: /(meninggal|wafat)/,
  missed: /(tidak sempat|ketinggalan pesawat)/,
  fear: /takut/,
  anger: /(kesal|marah|kecewa)/,
  repeat: /^(apa tadi|ulang)/,
  thanks: /makasih/,
  done: /^(cukup|sudah itu saja)/,
  question: /\?|\b(apa|berapa|kapan|mana|bagaimana|bisa tidak)\b/,
}
export function readActs(text: string): Acts {
  const said = normalise(text)
  const c = (a: Act) => (P[a]?.test(a === 'question' ? text : said) ? 0.9 : 0)
  return { confidence: c, has: (a, least = 0.5) => c(a) >= least }
}
