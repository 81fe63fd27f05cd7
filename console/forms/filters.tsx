import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'

interface Props {
  /** The page's address without its filters (`#/`). */
  readonly page: string
  readonly query: URLSearchParams
  readonly searchLabel: string
  /** Where another part of the page wants to put the cursor into the search. */
  readonly search?: RefObject<HTMLInputElement | null>
  readonly choices: readonly {
    readonly field: string
    readonly label: string
    readonly options: readonly (readonly [value: string, text: string])[]
  }[]
}

/** A search and some choices. Filters live in the address; changing one goes there. */
export function Filters({ page, query, searchLabel, search, choices }: Props) {
  const own = useRef<HTMLInputElement>(null)
  const field = search ?? own
  function go(name: string, value: string) {
    const next = new URLSearchParams(query)
    if (value) next.set(name, value)
    else next.delete(name)
    location.hash = `${page}?${next}`
  }
  return (
    <form
      class="filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        go('q', field.current?.value.trim() ?? '')
      }}
    >
      <label class="find">
        <span>{searchLabel}</span>
        <input ref={field} type="search" key={query.get('q')} defaultValue={query.get('q') ?? ''} />
      </label>
      {choices.map((choice) => (
        <label key={choice.field}>
          <span>{choice.label}</span>
          <select
            value={query.get(choice.field) ?? ''}
            onChange={(event) => go(choice.field, event.currentTarget.value)}
          >
            {choice.options.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
    </form>
  )
}
