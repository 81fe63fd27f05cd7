import { topicQuestion, isOptionText } from '../engine/question.ts'
import type { MenuEntry } from '../engine/turn-context.ts'
import { go, open, t, type Prompt, type Flow, type Option, type QuestionStep } from '../engine/flow.ts'

/** What people type for an entry instead of its number. */
const WORDS: Readonly<Record<string, string>> = {
  requirements: 'syarat, surat, dokumen, berkas, papers, documents, requirements',
  cost: 'biaya, bayar, harga, price, cost, pay, payment',
  schedule: 'jadwal, jatah, antrean, schedule',
  quota: 'kuota, jatah, jatah tempat, penuh, quota, places',
  reschedule: 'ganti jadwal, ganti tanggal, ganti hari, pindah jadwal, change date',
  check: 'cek, check',
  status: 'paspor, paspor saya, cek paspor, status, my passport, passport',
  tickets: 'laporan, laporan saya, keluhan saya, my report, report',
  apphelp: 'aplikasi, mpaspor, m paspor, app',
  office: 'kantor, alamat, jam buka, office, opening hours, address',
  complaint: 'lapor, keluhan, laporan baru, complaint',
}

/** The main menu, and the short second lists of its entries: one step each. */
export function menu(entries: readonly MenuEntry[]): Flow {
  const lists = entries.flatMap((entry) => ('entries' in entry ? [entry] : []))
  return {
    name: 'menu',
    first: 'main',
    isIdle: () => true,
    hasProgress: () => false,
    steps: {
      main: listed('menu.main', entries, ['petugas']),
      ...Object.fromEntries(lists.map((list) => [list.id, listed(`menu.ask.${list.id}`, list.entries)])),
    },
  }
}

function listed(key: string, entries: readonly MenuEntry[], also?: Prompt['commands']): QuestionStep {
  const options = entries.map(optionOf)
  const inner = entries.flatMap((entry) => ('entries' in entry ? entry.entries : []))
  const question = topicQuestion({
    prompt: () => ({ text: t(key), options, ...(also && { commands: also }) }),
    onPick(_, id) {
      const entry = entries.find((one) => one.id === id)!
      return 'opens' in entry ? open(entry.opens) : go(entry.id)
    },
  })
  return {
    ...question,
    // who names what stands in a second list need not see that list
    answer(at, reply) {
      if (reply.kind !== 'text') return question.answer(at, reply)
      const named = inner.find((entry) => isOptionText(reply.text, [optionOf(entry)]))
      if (named && 'opens' in named) return open(named.opens)
      return question.answer(at, reply)
    },
  }
}

function optionOf({ id }: MenuEntry): Option {
  return { id, label: t(`menu.${id}`), words: WORDS[id] ?? '' }
}
