import { languageName } from '../../words/format.ts'
import { LANGUAGES } from '../../words/language.ts'
import { word } from '../../words/words.ts'
import type { Kind } from '../value.ts'
import { HoursField } from './hours.tsx'
import { KindsField, PartsField } from './parts.tsx'
import { ReleaseField } from './release.tsx'

interface Props {
  readonly kind: Kind
  readonly text: string
  readonly onText: (text: string) => void
}

/** The field for a fact's value, as its kind wants it. */
export function ValueField({ kind, text, onText }: Props) {
  if (kind === 'boolean')
    return (
      <label>
        {word('value.label')}
        <select value={text} onChange={(event) => onText(event.currentTarget.value)}>
          <option value="true">{word('value.yes')}</option>
          <option value="false">{word('value.no')}</option>
        </select>
      </label>
    )
  if (kind === 'words') return <OwnWords text={text} onText={onText} />
  if (kind === 'hours') return <HoursField text={text} onText={onText} />
  if (kind === 'kinds') return <KindsField text={text} onText={onText} />
  if (kind === 'release') return <ReleaseField text={text} onText={onText} />
  if (kind === 'parts') return <PartsField text={text} onText={onText} />
  const label = kind === 'list' || kind === 'json' ? kind : 'label'
  return (
    <label>
      {word(`value.${label}`)}
      {kind === 'json' ? (
        <textarea rows={3} required value={text} onInput={(event) => onText(event.currentTarget.value)} />
      ) : (
        <input
          required
          inputMode={kind === 'number' ? 'numeric' : undefined}
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      )}
    </label>
  )
}

/** Longest message the API takes (characters). */
const LONGEST = 300

/** An answer in every language there is. */
function OwnWords({ text, onText }: Omit<Props, 'kind'>) {
  const words: Readonly<Record<string, string>> = text ? JSON.parse(text) : {}
  return (
    <>
      {LANGUAGES.map(([lang]) => (
        <label key={lang}>
          {word('value.answerIn', { language: languageName(lang) })}
          <textarea
            rows={4}
            required
            lang={lang}
            maxLength={LONGEST}
            value={words[lang] ?? ''}
            onInput={(event) => onText(JSON.stringify({ ...words, [lang]: event.currentTarget.value }))}
          />
        </label>
      ))}
    </>
  )
}
