import { useState } from 'preact/hooks'
import { api } from './api.ts'
import type { PageProps } from './app.tsx'
import { Conflict, conflictOf, type Conflicting } from './conflict.tsx'
import { draftOf, keepDraft, MODES, type Draft, type Mode } from './drafts.ts'
import type { Ticket } from './types.ts'
import { name, word } from './words.ts'

interface Props extends Pick<PageProps, 'onProblem'> {
  readonly ticket: Ticket
  readonly onDone: (ticket: Ticket) => void
}

const LABELS = {
  reply: { hint: 'replyHint', button: 'send', done: 'sent' },
  note: { hint: 'noteHint', button: 'keepNote', done: 'noted' },
  close: { hint: 'closeHint', button: 'closeNow', done: 'closedNow' },
} as const

/** Where the officer writes: an answer, an internal note, or the closing words. */
export function Desk({ ticket, onDone, onProblem }: Props) {
  const modes = MODES.filter((mode) => ticket.may.includes(mode))
  const [wanted, setWanted] = useState<Mode>('reply')
  const mode = modes.includes(wanted) ? wanted : modes[0]
  const [draft, setDraft] = useState(() => draftOf(ticket.number))
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState('')
  const [wrong, setWrong] = useState('')
  const [conflict, setConflict] = useState<Conflicting | null>(null)
  if (!mode) return null

  function write(change: Partial<Draft>) {
    // what the officer had seen when beginning to write counts, not what was refreshed meanwhile
    const seen = draft.text === '' ? ticket.seq : draft.seen
    const next = { ...draft, seen, ...change }
    keepDraft(ticket.number, next)
    setDraft(next)
    setTold('')
  }

  async function submit(ifSeen: number) {
    setBusy(true)
    setWrong('')
    try {
      onDone(await deed(ticket.number, mode!, draft, ifSeen))
      write({ text: '', awaits: false })
      setConflict(null)
      setTold(word(LABELS[mode!].done))
    } catch (problem) {
      onProblem(problem)
      const found = conflictOf(problem)
      setConflict(found)
      if (!found) setWrong(word('failed', { why: name('problem', (problem as Error).message) }))
    }
    setBusy(false)
  }

  const label = LABELS[mode]
  return (
    <form
      class={`desk ${mode}`}
      onSubmit={(event) => {
        event.preventDefault()
        void submit(draft.seen)
      }}
    >
      <div class="tabs" role="group">
        {modes.map((one) => (
          <button key={one} type="button" aria-pressed={one === mode} onClick={() => setWanted(one)}>
            {word(one)}
          </button>
        ))}
      </div>
      <label>
        {word(label.hint)}
        <textarea
          rows={3}
          maxLength={4000}
          required
          value={draft.text}
          onInput={(event) => write({ text: event.currentTarget.value })}
        />
      </label>
      {conflict && (
        <Conflict
          conflict={conflict}
          onSend={() => void submit(conflict.seq)}
          onDrop={() => {
            write({ text: '' })
            setConflict(null)
          }}
        />
      )}
      <p class="deeds">
        {mode === 'reply' && (
          <label class="check">
            <input
              type="checkbox"
              checked={draft.awaits}
              onChange={(event) => write({ awaits: event.currentTarget.checked })}
            />
            {word('awaits')}
          </label>
        )}
        <button type="submit" class="main" disabled={busy || draft.text.trim() === ''}>
          {word(label.button)}
        </button>
      </p>
      <p class="told" role="status">
        {told}
      </p>
      <p class="wrong" role="alert">
        {wrong}
      </p>
    </form>
  )
}

function deed(number: string, mode: Mode, { text, awaits }: Draft, ifSeen: number): Promise<Ticket> {
  if (mode === 'note') return api.note(number, text)
  if (mode === 'close') return api.close(number, text)
  return api.reply(number, { text, ifSeen, awaitsAnswer: awaits })
}
