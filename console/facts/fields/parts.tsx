import { orderedParts } from '../../../src/model/facts/shape.ts'
import { PASSPORT_KINDS } from '../../../src/model/facts/values.ts'
import { name, nameOr, word } from '../../words/words.ts'

interface Props {
  /** The value as JSON. */
  readonly text: string
  readonly onText: (text: string) => void
}

/** Kinds of passport, one tick each. */
export function KindsField({ text, onText }: Props) {
  const kinds: readonly string[] = text ? JSON.parse(text) : []
  const toggled = (kind: string) => PASSPORT_KINDS.filter((one) => kinds.includes(one) !== (one === kind))
  return (
    <fieldset class="ticks">
      <legend>{word('value.kindsOffered')}</legend>
      {PASSPORT_KINDS.map((kind) => (
        <label key={kind} class="tick">
          <input
            type="checkbox"
            checked={kinds.includes(kind)}
            onChange={() => onText(JSON.stringify(toggled(kind)))}
          />
          {name('passportKind', kind)}
        </label>
      ))}
    </fieldset>
  )
}

type Parts = Readonly<Record<string, string | number>>

/** A span: from and to, or least and most, each a field of its own. */
export function PartsField({ text, onText }: Props) {
  const parts: Parts = text ? JSON.parse(text) : {}
  return (
    <fieldset class="span">
      <legend>{word('value.label')}</legend>
      {orderedParts(parts).map(([part, value]) => (
        <label key={part}>
          {nameOr('part', part)}
          <input
            type={typeOf(value)}
            required
            min={typeof value === 'number' ? 0 : undefined}
            value={value}
            onInput={({ currentTarget }) => {
              const given = typeof value === 'number' ? Number(currentTarget.value) : currentTarget.value
              onText(JSON.stringify({ ...parts, [part]: given }))
            }}
          />
        </label>
      ))}
    </fieldset>
  )
}

function typeOf(value: string | number): 'number' | 'time' | 'date' {
  if (typeof value === 'number') return 'number'
  return value.includes(':') ? 'time' : 'date'
}
