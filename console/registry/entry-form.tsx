import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { filledIn } from '../forms/fields.tsx'
import type { Me, Offices, RowsReport } from '../types.ts'
import { failed, failedFor } from '../words/problems.ts'
import { word } from '../words/words.ts'

export interface EntryProps {
  readonly me: Me
  readonly offices: Offices['items']
  /** Kept, or why not. */
  readonly onDone: (notice: string) => void
  readonly onProblem: (problem: unknown) => void
}

/** What was filled in; the office is the officer's own where the form does not ask for it. */
export type Entry = Readonly<Record<string, string | null>>

interface Props extends Omit<EntryProps, 'offices'> {
  readonly enter: (entry: Entry) => Promise<RowsReport>
  readonly keptNotice: string
  /** What was kept stands in the fields no longer, and browsers do not remember it. */
  readonly forgets?: boolean
  readonly children: ComponentChildren
}

/** A row written down by hand. */
export function EntryForm({ me, enter, keptNotice, forgets, onDone, onProblem, children }: Props) {
  const [busy, setBusy] = useState(false)

  async function keep(form: HTMLFormElement) {
    const given = filledIn(form)
    setBusy(true)
    try {
      const { problems } = await enter({ ...given, office: given['office'] ?? me.office })
      const why = problems[0]?.reason
      onDone(why ? failedFor(why) : keptNotice)
      if (forgets && !why) form.reset()
    } catch (problem) {
      onProblem(problem)
      onDone(failed(problem))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      class="fact-form"
      autocomplete={forgets ? 'off' : undefined}
      onSubmit={(event) => {
        event.preventDefault()
        void keep(event.currentTarget)
      }}
    >
      {children}
      <p class="actions">
        <button class="main" disabled={busy}>
          {word('keep')}
        </button>
      </p>
    </form>
  )
}
