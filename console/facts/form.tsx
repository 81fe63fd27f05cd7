import { useState } from 'preact/hooks'
import { api } from '../api.ts'
import type { PageProps } from '../page.ts'
import type { FactDraft, Offices, Preview } from '../types.ts'
import { answerTitle } from '../words/applicants.ts'
import { failed } from '../words/problems.ts'
import { namesOf, word } from '../words/words.ts'
import { initialDraft, type FactEdit } from './draft.ts'
import { ValueField } from './fields/value.tsx'
import { FactPreview } from './preview.tsx'
import { fieldText, parseValue, type Kind } from './value.ts'

interface Props extends PageProps {
  readonly edit: FactEdit
  readonly kind: Kind
  readonly offices: Offices['items']
  readonly onDone: (kept: boolean) => void
}

const CONFIDENCES = ['confirmed', 'unconfirmed', 'contested'] as const

export function FactForm({ edit, kind, offices, me, onDone, onProblem }: Props) {
  const { key, row, corrects } = edit
  const [text, setText] = useState(fieldText(kind, row?.value) || (kind === 'boolean' ? 'true' : ''))
  const [draft, setDraft] = useState(() => initialDraft(edit, me.office))
  const [preview, setPreview] = useState<Preview | null>(null)
  const [wrong, setWrong] = useState('')
  const about = key.startsWith('say.') ? answerTitle(key.slice(4)) : key
  const title = word(corrects ? 'facts.correcting' : 'facts.renewing', { key: about })
  const change = (part: Partial<FactDraft>) => setDraft({ ...draft, ...part })

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
  const keep = () =>
    send(async (whole) => {
      await api.putFact(whole)
      onDone(true)
    })
  const date = (field: 'validFrom' | 'validTo') => (
    <label>
      {word(`facts.${field}`)}
      <input
        type="date"
        value={draft[field] ?? ''}
        onInput={(event) => change({ [field]: event.currentTarget.value || null })}
      />
    </label>
  )

  return (
    <form
      class="fact-form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <h3>{title}</h3>
      <ValueField kind={kind} text={text} onText={setText} />
      <label>
        {word('office')}
        <select
          disabled={corrects || me.office !== null}
          value={draft.office ?? ''}
          onChange={(event) => change({ office: event.currentTarget.value || null })}
        >
          <option value="">{word('facts.allOffices')}</option>
          {offices.map(({ code, name: called }) => (
            <option key={code} value={code}>
              {called}
            </option>
          ))}
        </select>
      </label>
      {date('validFrom')}
      {date('validTo')}
      <label>
        {word('facts.source')}
        <input
          required
          value={draft.source}
          onInput={(event) => change({ source: event.currentTarget.value })}
        />
      </label>
      <label>
        {word('facts.confidence')}
        <select
          value={draft.confidence}
          onChange={(event) =>
            change({ confidence: CONFIDENCES.find((one) => one === event.currentTarget.value) })
          }
        >
          {namesOf('confidence', CONFIDENCES).map(([value, title]) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        {word('facts.note')}
        <input
          value={draft.note ?? ''}
          onInput={(event) => change({ note: event.currentTarget.value || null })}
        />
      </label>
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
