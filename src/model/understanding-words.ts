import { distance } from './similar.ts'
import { bareNumber, normalise, PHRASE_LENGTH, phrases, withoutAddress } from './understanding.ts'

/** The words of the contract: they work in every state of the conversation. */
export const CONTRACT_WORDS = [
  'menu',
  'petugas',
  'ulangi',
  'kembali',
  'batal',
  'lapor',
  'status',
  'bahasa',
] as const
export type ContractWord = (typeof CONTRACT_WORDS)[number]

/** Numbers with the same meaning everywhere. */
const NUMBERED: ReadonlyMap<number, ContractWord> = new Map([
  [0, 'petugas'],
  [8, 'ulangi'],
  [9, 'menu'],
])

/** The words themselves, safe to take out of free text when they are the whole message. */
const EXACT: Readonly<Record<ContractWord, ReadonlySet<string>>> = {
  menu: phrases('menu, menu awal, menu utama, kembali ke menu, start, main menu'),
  petugas: phrases(
    'petugas, bicara dengan petugas, hubungi petugas, minta petugas, officer, talk to an officer, human',
  ),
  ulangi: phrases('ulang, ulangi, repeat'),
  kembali: phrases('kembali, back'),
  batal: phrases('batal, batalkan, cancel'),
  lapor: phrases('lapor, mau lapor, buat laporan, report'),
  status: phrases('status, cek status, check status'),
  bahasa: phrases('bahasa, language, ganti bahasa, change language'),
}

/** What people also say for them when one of several choices is expected. */
const LOOSE: Readonly<Record<ContractWord, ReadonlySet<string>>> = {
  menu: phrases('home, mulai, mulai lagi, awal, dari awal, help, bantuan'),
  petugas: phrases(
    'admin, cs, customer service, operator, manusia, orang, agent, person, mau bicara, mau tanya petugas, bicara petugas, panggil petugas, tanya petugas',
  ),
  ulangi: phrases('lagi, ulangi lagi, again, apa tadi, tidak jelas'),
  kembali: phrases('mundur, sebelumnya, previous'),
  batal: phrases('tidak jadi, stop, berhenti, keluar, exit, quit, sudahi'),
  lapor: phrases('keluhan, mau keluhan, lapor keluhan, keluhan baru, mau mengadu, adu'),
  status: phrases('cek laporan, laporan saya, nomor laporan'),
  bahasa: phrases('english, inggris, bahasa inggris, english please, indonesia, bahasa indonesia'),
}

/**
 * The contract word a message consists of. `free` = the person may be writing free text:
 * then only the words themselves count, not their looser synonyms or near misses.
 */
export function contractWord(text: string, free: boolean): ContractWord | null {
  if (text.length > PHRASE_LENGTH) return null
  const number = bareNumber(text)
  if (number !== null) return NUMBERED.get(number) ?? null
  const said = normalise(text)
  const exact = wordIn(EXACT, said)
  if (exact || free) return exact
  return wordIn(LOOSE, said) ?? nearMiss(said)
}

function wordIn(
  table: Readonly<Record<ContractWord, ReadonlySet<string>>>,
  said: string,
): ContractWord | null {
  const bare = withoutAddress(said)
  return CONTRACT_WORDS.find((word) => table[word].has(said) || table[word].has(bare)) ?? null
}

/** One slip of the finger in one of the longer words ("petugs", "kembli"). */
function nearMiss(said: string): ContractWord | null {
  if (said.length < 5 || said.length > 10) return null
  return CONTRACT_WORDS.find((word) => word.length >= 5 && distance(said, word) === 1) ?? null
}
