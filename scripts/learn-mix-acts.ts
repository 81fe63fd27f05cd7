import { dice } from './learn-mix.ts'
import type { Example } from './learn-weights.ts'

/** Acts come alone, beside others and beside a topic: examples are put together, and what holds of one holds of both. */

const BEFORE: readonly Example[] = [
  { text: 'halo min', labels: ['greeting'] },
  { text: 'selamat pagi pak', labels: ['greeting'] },
  { text: 'permisi', labels: ['greeting'] },
  { text: 'siang kak', labels: ['greeting'] },
  { text: 'assalamualaikum', labels: ['salam'] },
  { text: 'shalom', labels: ['salam'] },
  { text: 'maaf pak', labels: [] },
  { text: 'anu bu', labels: [] },
  { text: 'begini kak', labels: [] },
  { text: 'hmm', labels: [] },
]
const AFTER: readonly Example[] = [
  { text: 'makasih', labels: ['thanks'] },
  { text: 'terima kasih pak', labels: ['thanks'] },
  { text: 'pak', labels: [] },
  { text: 'kak', labels: [] },
  { text: 'bos', labels: [] },
  { text: 'kaka', labels: [] },
  { text: 'min', labels: [] },
  { text: 'maaf', labels: [] },
]
/** What stands between two sayings; without any, "tidak" and "bisa bayar" would be one. */
const BETWEEN = [', ', '. ', ' pak ', ' kak, ', ' bu, ', '\n', '... ']
/** Whatever is told in these is told of the matter as well. */
const TELLING = new Set(
  'fear anger danger misconduct urgency progress death illness disaster theft missed unable question'.split(
    ' ',
  ),
)
const ROUNDS = [1, 2]

export function mixActs(rows: readonly Example[]): Example[] {
  const told = rows.map(withTopic)
  const topics = told.filter(({ labels }) => labels.length === 1 && labels[0] === 'topic')
  return [...told, ...ROUNDS.flatMap((round) => told.flatMap((row) => dressed(row, told, topics, round)))]
}

function withTopic(row: Example): Example {
  const tells = row.labels.some((label) => TELLING.has(label))
  return tells ? { ...row, labels: [...new Set([...row.labels, 'topic'])] } : row
}

function dressed(
  row: Example,
  all: readonly Example[],
  topics: readonly Example[],
  round: number,
): Example[] {
  const pick = dice(row, round)
  const one = <T>(list: readonly T[]) => list[pick(list.length)]!
  const how = pick(8)
  if (how < 1) return [join(one(BEFORE), row, one([' ', ', ']))]
  if (how < 2) return [join(row, one(AFTER), one([' ', ', ']))]
  if (how < 3) return [row]
  if (how < 4) return [join(row, one(topics), one(BETWEEN))]
  if (how < 6) return [join(one(topics), row, one(BETWEEN))]
  if (how < 7) return [join(row, one(all), one(BETWEEN))]
  return [join(join(one(topics), row, one(BETWEEN)), one(topics), one(BETWEEN))]
}

function join(first: Example, second: Example, between: string): Example {
  return {
    text: `${first.text}${between}${second.text}`,
    labels: [...new Set([...first.labels, ...second.labels])],
  }
}
