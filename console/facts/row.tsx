import { isCertain } from '../../src/model/facts/fact.ts'
import { api } from '../api.ts'
import type { Fact } from '../types.ts'
import { answerTitle } from '../words/applicants.ts'
import { date, today } from '../words/format.ts'
import { name, word } from '../words/words.ts'
import type { FactEdit } from './draft.ts'
import { formatValue } from './value.ts'

interface Props {
  readonly fact: Fact
  /** May this officer add a rule of their own beside it? */
  readonly mayAdd: boolean
  readonly onEdit: (edit: FactEdit) => void
  /** A change under way: the list is refreshed when it is done. */
  readonly onChange: (change: Promise<unknown>) => void
}

/** One row of the answer library: what it says, from when, how sure, and where it is used. */
export function FactRow({ fact, mayAdd, onEdit, onChange }: Props) {
  const live = fact.holds !== 'retired'
  const sure = isCertain(fact, today())
  const days = [fact.validFrom, fact.validTo].map((one) => (one ? date(one) : '…')).join(' – ')
  return (
    <li class={`fact ${fact.holds} ${fact.confidence}`}>
      <h3>
        {fact.answers.length > 0 ? fact.answers.map(answerTitle).join(' · ') : word('facts.usedInTalk')}
      </h3>
      <p>
        <b>{formatValue(fact.key, fact.value)}</b>{' '}
        <span class={`state ${sure ? 'answered' : 'new'}`}>{name('confidence', fact.confidence)}</span>
        <span class="state">{name('holds', fact.holds, { day: fact.validFrom ?? '' })}</span>
      </p>
      <p class="facts">
        {fact.office ?? word('facts.allOffices')}
        {(fact.validFrom ?? fact.validTo) && ` · ${days}`} · <code>{fact.key}</code>
      </p>
      <p class="facts">
        {word('facts.source')}: {fact.source}
        {fact.year !== null && <> · {fact.year}</>}
        {fact.note && <> · {fact.note}</>}
        {fact.confirmedBy && fact.confirmedAt && (
          <> · {word('facts.confirmed', { who: fact.confirmedBy, when: fact.confirmedAt })}</>
        )}
      </p>
      {live && mayAdd && <Actions fact={fact} onEdit={onEdit} onChange={onChange} />}
    </li>
  )
}

/** Who may not change a row may still put one of their own beside it. */
function Actions({ fact, onEdit, onChange }: Omit<Props, 'mayAdd'>) {
  const edit = (corrects: boolean) => onEdit({ key: fact.key, row: fact, corrects })
  const isConfirmed = fact.confidence === 'confirmed' && fact.confirmedBy
  return (
    <p class="actions">
      {fact.mayChange && (
        <button type="button" onClick={() => edit(true)}>
          {word('facts.correct')}
        </button>
      )}
      <button type="button" onClick={() => edit(false)}>
        {word('facts.renew')}
      </button>
      {fact.mayChange && !isConfirmed && (
        <button type="button" onClick={() => onChange(api.confirmFact(fact.id))}>
          {word('facts.confirm')}
        </button>
      )}
      {fact.mayChange && (
        <button
          type="button"
          onClick={() => confirm(word('facts.retireSure')) && onChange(api.retireFact(fact.id))}
        >
          {word('facts.retire')}
        </button>
      )}
    </p>
  )
}
