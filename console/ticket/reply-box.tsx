import { useState } from 'preact/hooks'
import type { PageProps } from '../page.ts'
import type { Ticket } from '../types.ts'
import { word } from '../words/words.ts'
import { MODES, type Mode } from './drafts.ts'
import { Composer } from './composer.tsx'

interface Props extends Pick<PageProps, 'onProblem'> {
  readonly ticket: Ticket
  readonly onDone: (ticket: Ticket) => void
}

/** Where the officer writes: an answer, an internal note, or the closing words. Each keeps its own draft. */
export function ReplyBox({ ticket, onDone, onProblem }: Props) {
  const modes = MODES.filter((mode) => ticket.may.includes(mode))
  const [wanted, setWanted] = useState<Mode>('reply')
  const mode = modes.includes(wanted) ? wanted : modes[0]
  if (!mode) return null
  return (
    <section class={`desk ${mode}`} aria-label={word(`composer.${mode}.title`)}>
      <div class="tabs" role="group" aria-label={word('composer.title')}>
        {modes.map((one) => (
          <button key={one} type="button" aria-pressed={one === mode} onClick={() => setWanted(one)}>
            {word(`composer.${one}.title`)}
          </button>
        ))}
      </div>
      <Composer key={mode} mode={mode} ticket={ticket} onDone={onDone} onProblem={onProblem} />
    </section>
  )
}
