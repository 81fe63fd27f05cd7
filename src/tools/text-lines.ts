import process from 'node:process'
import { StringDecoder } from 'node:string_decoder'

/** Lines end with a line feed only: other separators may stand inside a JSON string. */
export async function* readLines(): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  const chunks: AsyncIterable<Buffer> = process.stdin
  for await (const chunk of chunks) {
    const parts = (rest + decoder.write(chunk)).split('\n')
    rest = parts.pop() ?? ''
    yield* parts
  }
  rest += decoder.end()
  if (rest !== '') yield rest
}

/** The text of a line `{"text"}`; what is none is named on stderr and read as empty. */
export function readText(line: string, number: number): string {
  const read = parsed(line)
  if (typeof read?.text === 'string') return read.text
  process.stderr.write(`line ${number}: not {"text": "..."}\n`)
  return ''
}

function parsed(line: string): { readonly text?: unknown } | null {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
