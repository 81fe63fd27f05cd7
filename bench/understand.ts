import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync } from 'node:fs'
import process from 'node:process'

const FOLDER = new URL('../test/understanding/', import.meta.url)
const SUBJECTS = ['intents', 'complaints'] as const

interface Row {
  readonly text: string
  readonly intent?: string
  readonly intents?: readonly string[]
  readonly categories?: readonly string[]
}

/** The understand tool on the test messages, over and over: lines a second, and how many of them it reads right. */
export async function understand({ lines }: { lines: number }): Promise<Record<string, unknown>> {
  const measured: Record<string, unknown> = {}
  for (const what of SUBJECTS) measured[what] = await measure(what, lines)
  return measured
}

async function measure(what: (typeof SUBJECTS)[number], lines: number) {
  const rows = readdirSync(FOLDER)
    .filter((file) => file.startsWith(what))
    .flatMap((file) => readFileSync(new URL(file, FOLDER), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as Row)
  const input = Array.from({ length: lines }, (_, at) =>
    JSON.stringify({ text: rows[at % rows.length]!.text }),
  )
  const began = performance.now()
  const answers = await run(what, `${input.join('\n')}\n`)
  const seconds = (performance.now() - began) / 1000
  const right = rows.filter((row, at) => fits(row, answers[at]!)).length
  return {
    lines: answers.length,
    linesPerSecond: Math.round(lines / seconds),
    messages: rows.length,
    right: Math.round((right / rows.length) * 1000) / 1000,
  }
}

async function run(what: string, input: string): Promise<Row[]> {
  const tool = spawn(process.execPath, ['build/tools/understand.js', what], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let out = ''
  tool.stdout.on('data', (data) => (out += String(data)))
  tool.stdin.end(input)
  await once(tool, 'close')
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
}

function fits(row: Row, { intent, categories }: Row): boolean {
  if (intent) return (row.intents ?? [row.intent]).includes(intent)
  return row.categories!.includes(categories![0]!)
}
