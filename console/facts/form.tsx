import { useState } from 'preact/hooks'
import { api } from '../api.ts'
import type { PageProps } from '../page.ts'
import type { FactDraft, Offices, Preview } from '../types.ts'
import { answerTitle } from '../words/applicants.ts'
import { failed } from '../words/problems.ts'
import { word } from '../words/words.ts'
import { initialDraft, type FactEdit } from './draft.ts'
import { DraftFields } from './fields/draft.tsx'
import { ValueField } from './fields/value.tsx'
import { FactPreview } from './preview.tsx'
import { fieldText, parseValue, type Kind } from './value.ts'

interface Props extends PageProps {
  readonly edit: FactEdit
  readonly kind: Kind
  readonly offices: Offices['items']
  readonly onDone: (kept: boolean) => void
}

export function FactForm({ edit, kind, offices, me, onDone, onProblem }: Props) {
  const [text, setText] = useState(fieldText(kind, edit.row?.value) || (kind === 'boolean' ? 'true' : ''))
  const [draft, setDraft] = useState(() => initialDraft(edit, me.office))
  const [preview, setPreview] = useState<Preview | null>(null)
  const [wrong, setWrong] = useState('')
  const title = titleOf(edit)

  async function send(act: (draft: FactDraft) => Promise<void>) {
    const value = parseValue(kind, text)
    setWrong(value === undefined ? word('value.unreadable') : '')
    if (value === undefined) return
    try {
      await act({ ...draft, value })
    } catch (problem) {
      onProblem(problem)
      setWrong(failed(problem))
    }
  }

  const look = () => send(async (whole) => setPreview(await api.previewFact(whole)))
  const keep = (event: Event) => {
    event.preventDefault()
    void send(async (whole) => {
      await api.putFact(whole)
      onDone(true)
    })
  }

  return (
    <form class="fact-form" aria-label={title} onSubmit={keep}>
      <h3>{title}</h3>
      <ValueField kind={kind} text={text} onText={setText} />
      <DraftFields
        draft={draft}
        offices={offices}
        officeFixed={edit.corrects || me.office !== null}
        onChange={(part) => setDraft({ ...draft, ...part })}
      />
      {preview && <FactPreview preview={preview} />}
      <p class="wrong" role="alert">
        {wrong}
      </p>
      <p class="actions">
        <button type="button" onClick={() => void look()}>
          {word('facts.preview')}
        </button>
        <button type="submit" class="main">
          {word('keep')}
        </button>
        <button type="button" onClick={() => onDone(false)}>
          {word('facts.leave')}
        </button>
      </p>
    </form>
  )
}

function titleOf({ key, corrects }: FactEdit): string {
  const about = key.startsWith('say.') ? answerTitle(key.slice(4)) : key
  return word(corrects ? 'facts.correcting' : 'facts.renewing', { key: about })
}
