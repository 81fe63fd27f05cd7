import type { FactDraft, Offices } from '../../types.ts'
import { namesOf, word } from '../../words/words.ts'

interface Props {
  readonly draft: FactDraft
  readonly onChange: (part: Partial<FactDraft>) => void
}

interface DraftProps extends Props {
  readonly offices: Offices['items']
  readonly officeFixed: boolean
}

/** All of a fact but its value: where and when it holds, who says so, and how sure it is. */
export function DraftFields({ draft, onChange, offices, officeFixed }: DraftProps) {
  return (
    <>
      <label>
        {word('office')}
        <select
          disabled={officeFixed}
          value={draft.office ?? ''}
          onChange={(event) => onChange({ office: event.currentTarget.value || null })}
        >
          <option value="">{word('facts.allOffices')}</option>
          {offices.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <DayField field="validFrom" draft={draft} onChange={onChange} />
      <DayField field="validTo" draft={draft} onChange={onChange} />
      <label>
        {word('facts.source')}
        <input
          required
          value={draft.source}
          onInput={(event) => onChange({ source: event.currentTarget.value })}
        />
      </label>
      <YearField draft={draft} onChange={onChange} />
      <ConfidenceField draft={draft} onChange={onChange} />
      <label>
        {word('facts.note')}
        <input
          value={draft.note ?? ''}
          onInput={(event) => onChange({ note: event.currentTarget.value || null })}
        />
      </label>
    </>
  )
}

function DayField({ field, draft, onChange }: Props & { readonly field: 'validFrom' | 'validTo' }) {
  return (
    <label>
      {word(`facts.${field}`)}
      <input
        type="date"
        value={draft[field] ?? ''}
        onInput={(event) => onChange({ [field]: event.currentTarget.value || null })}
      />
    </label>
  )
}

/** Of the source: told with what one source alone says. */
function YearField({ draft, onChange }: Props) {
  return (
    <label>
      {word('facts.year')}
      <input
        type="number"
        min={1950}
        max={2100}
        value={draft.year ?? ''}
        onInput={(event) => onChange({ year: Number(event.currentTarget.value) || null })}
      />
    </label>
  )
}

const CONFIDENCES = ['confirmed', 'law', 'two', 'one', 'contested', 'unconfirmed'] as const

function ConfidenceField({ draft, onChange }: Props) {
  const choose = (value: string) => onChange({ confidence: CONFIDENCES.find((one) => one === value) })
  return (
    <label>
      {word('facts.confidence')}
      <select value={draft.confidence} onChange={(event) => choose(event.currentTarget.value)}>
        {namesOf('confidence', CONFIDENCES).map(([value, title]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
}
