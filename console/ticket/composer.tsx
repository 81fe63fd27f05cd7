import { useState } from 'preact/hooks'
import { api } from '../api.ts'
import type { PageProps } from '../page.ts'
import type { Ticket } from '../types.ts'
import { failed } from '../words/problems.ts'
import { word } from '../words/words.ts'
import { Conflict, conflictOf, type Conflicting } from './conflict.tsx'
import { draftOf, keepDraft, type Draft, type Mode } from './drafts.ts'
import { ReadyAnswers } from './ready-answers.tsx'

interface Props extends Pick<PageProps, 'onProblem'> {
  readonly mode: Mode
  readonly ticket: Ticket
  readonly onDone: (ticket: Ticket) => void
}

/** Longest text the API takes (characters). */
const LONGEST = 4000

/** What is being written, and what became of it when it was sent. */
function useComposer({ mode, ticket, onDone, onProblem }: Props) {
  const { number } = ticket
  const [draft, setDraft] = useState(() => draftOf(number, mode))
  const [busy, setBusy] = useState(false)
  const [notice, setNotice] = useState('')
  const [wrong, setWrong] = useState('')
  const [conflict, setConflict] = useState<Conflicting | null>(null)

  function write(change: Partial<Draft>) {
    // what the officer had seen when beginning to write counts, not what was refreshed meanwhile
    const seen = draft.text === '' ? ticket.seq : draft.seen
    const next = { ...draft, seen, ...change }
    keepDraft(number, mode, next)
    setDraft(next)
    setNotice('')
    if (next.text === '') setConflict(null)
  }

  async function submit(ifSeen: number) {
    setBusy(true)
    setWrong('')
    try {
      onDone(await submission(number, mode, draft, ifSeen))
      write({ text: '', awaits: false })
      setNotice(word(`composer.${mode}.done`))
    } catch (problem) {
      onProblem(problem)
      const found = conflictOf(problem)
      setConflict(found)
      if (!found) setWrong(failed(problem))
    }
    setBusy(false)
  }

  return { draft, busy, notice, wrong, conflict, write, submit }
}

export function Composer(props: Props) {
  const { mode, ticket } = props
  const { draft, busy, notice, wrong, conflict, write, submit } = useComposer(props)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit(draft.seen)
      }}
    >
      {mode === 'reply' && (
        <ReadyAnswers
          ticket={ticket}
          onInsert={(text) => write({ text: [draft.text.trim(), text].filter(Boolean).join('\n\n') })}
        />
      )}
      <label>
        {word(`composer.${mode}.hint`)}
        <textarea
          rows={5}
          maxLength={LONGEST}
          required
          value={draft.text}
          onInput={(event) => write({ text: event.currentTarget.value })}
        />
      </label>
      {conflict && (
        <Conflict
          conflict={conflict}
          onSend={() => void submit(conflict.seq)}
          onDrop={() => write({ text: '' })}
        />
      )}
      <p class="actions">
        {mode === 'reply' && (
          <label class="check">
            <input
              type="checkbox"
              checked={draft.awaits}
              onChange={(event) => write({ awaits: event.currentTarget.checked })}
            />
            {word('composer.awaits')}
          </label>
        )}
        <button type="submit" class="main" disabled={busy || conflict !== null || draft.text.trim() === ''}>
          {word(`composer.${mode}.send`)}
        </button>
      </p>
      <p class="told" role="status">
        {notice}
      </p>
      <p class="wrong" role="alert">
        {wrong}
      </p>
    </form>
  )
}

/** What was written, handed to the API as what it is for. */
function submission(number: string, mode: Mode, { text, awaits }: Draft, ifSeen: number): Promise<Ticket> {
  if (mode === 'note') return api.note(number, text)
  if (mode === 'close') return api.close(number, text)
  return api.reply(number, { text, ifSeen, awaitsAnswer: awaits })
}
