import type { Offices } from '../types.ts'
import { word } from '../words/words.ts'

/** Fields of a form, known by their name when it is sent. */

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly required?: boolean
}

export function TextField({ name, label, required = false }: FieldProps) {
  return (
    <label>
      {label}
      <input name={name} required={required} maxLength={100} />
    </label>
  )
}

export function DateField({ name, label, required = false }: FieldProps) {
  return (
    <label>
      {label}
      <input name={name} type="date" required={required} />
    </label>
  )
}

interface ChoiceProps extends FieldProps {
  readonly options: readonly (readonly [value: string, text: string])[]
}

/** Where one must be chosen, none is chosen yet. */
export function ChoiceField({ name, label, required = false, options }: ChoiceProps) {
  return (
    <label>
      {label}
      <select name={name} required={required}>
        {required && <option value="">{word('choose')}</option>}
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

/** An office has to be named only by who works for all of them. */
export function OfficeField({ offices }: { readonly offices: Offices['items'] }) {
  const options = offices.map(({ code, name }) => [code, name] as const)
  return <ChoiceField name="office" label={word('office')} required options={options} />
}

/** What was filled in, by the names of the fields; files are no part of these forms. */
export function filledIn(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  return Object.fromEntries(entries)
}
