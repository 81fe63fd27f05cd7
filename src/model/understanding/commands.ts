import { editDistance } from '../words/similarity.ts'
import { parseChoiceNumber } from './choice-number.ts'
import { normalise, MAX_PHRASE_LENGTH, phraseSet, withoutHonorifics } from './normalise.ts'

/** The words of the contract: they work in every state of the conversation. */
const COMMANDS = ['menu', 'petugas', 'ulangi', 'kembali', 'batal', 'lapor', 'status', 'bahasa'] as const
/** A word that works in every state of the conversation. */
export type Command = (typeof COMMANDS)[number]

/** Numbers with the same meaning everywhere. */
const NUMBERED: ReadonlyMap<number, Command> = new Map([
  [0, 'petugas'],
  [8, 'ulangi'],
  [9, 'menu'],
])

/** The words themselves, safe to take out of free text when they are the whole message. */
const EXACT: Readonly<Record<Command, ReadonlySet<string>>> = {
  menu: phraseSet('menu, menu awal, menu utama, kembali ke menu, start, main menu'),
  petugas: phraseSet(
    'petugas, bicara dengan petugas, hubungi petugas, minta petugas, officer, talk to an officer, human',
  ),
  ulangi: phraseSet('ulang, ulangi, repeat'),
  kembali: phraseSet('kembali, back'),
  batal: phraseSet('batal, batalkan, cancel'),
  lapor: phraseSet('lapor, mau lapor, buat laporan, report'),
  status: phraseSet('status, cek status, check status'),
  bahasa: phraseSet('bahasa, language, ganti bahasa, change language'),
}

/** What people also say for them when one of several choices is expected. */
const LOOSE: Readonly<Record<Command, ReadonlySet<string>>> = {
  menu: phraseSet('home, mulai, mulai lagi, awal, dari awal, help, bantuan'),
  petugas: phraseSet(
    'admin, cs, customer service, operator, manusia, orang, agent, person, mau bicara, mau tanya petugas, bicara petugas, panggil petugas, tanya petugas',
  ),
  ulangi: phraseSet('lagi, ulangi lagi, again, apa tadi, tidak jelas'),
  kembali: phraseSet('mundur, sebelumnya, previous'),
  batal: phraseSet('tidak jadi, stop, berhenti, keluar, exit, quit, sudahi'),
  lapor: phraseSet('keluhan, mau keluhan, lapor keluhan, keluhan baru, mau mengadu, adu'),
  status: phraseSet('cek laporan, laporan saya, nomor laporan'),
  bahasa: phraseSet('english, inggris, bahasa inggris, english please, indonesia, bahasa indonesia'),
}

/**
 * The contract word a message consists of. `free` = the person may be writing free text:
 * then only the words themselves count, not their looser synonyms or near misses.
 */
export function parseCommand(text: string, free: boolean): Command | null {
  if (text.length > MAX_PHRASE_LENGTH) return null
  const number = parseChoiceNumber(text)
  if (number !== null) return NUMBERED.get(number) ?? null
  const said = normalise(text)
  const exact = wordIn(EXACT, said)
  if (exact || free) return exact
  return wordIn(LOOSE, said) ?? nearMiss(said)
}

function wordIn(table: Readonly<Record<Command, ReadonlySet<string>>>, said: string): Command | null {
  const bare = withoutHonorifics(said)
  return COMMANDS.find((word) => table[word].has(said) || table[word].has(bare)) ?? null
}

/** One slip of the finger in one of the longer words ("petugs", "kembli"). */
function nearMiss(said: string): Command | null {
  if (said.length < 5 || said.length > 10) return null
  return COMMANDS.find((word) => word.length >= 5 && editDistance(said, word) === 1) ?? null
}
