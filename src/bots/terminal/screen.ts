import { clearLine, createInterface, cursorTo, type Interface } from 'node:readline'

/** What the terminal channel reads from and prints to. */
export interface TerminalSettings {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  /** A person at the keyboard, with a prompt; otherwise lines from a pipe, each answered before the next. */
  readonly interactive: boolean
  /** Who is talking; somebody new when absent. */
  readonly address?: string
}

/** A prompt that stays below what is printed, while there is a person to prompt. */
export function createScreen({ input, output, interactive }: TerminalSettings) {
  let reader: Interface | null = null
  let prompting = false
  return {
    /** Begins to read; null when it has begun before. */
    open(): Interface | null {
      if (reader) return null
      reader = createInterface({ input, terminal: interactive, ...(interactive && { output }) })
      reader.once('close', () => (prompting = false))
      prompting = interactive
      if (prompting) reader.prompt()
      return reader
    },
    close: () => reader?.close(),
    print(text: string): void {
      if (interactive) {
        // over the prompt and what is half typed; both are shown again below
        cursorTo(output, 0)
        clearLine(output, 0)
      }
      output.write(`${text}\n\n`)
      if (prompting) reader?.prompt(true)
    },
  }
}
