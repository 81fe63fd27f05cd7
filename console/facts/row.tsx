import type { Fact } from '../types.ts'
import { answerTitle } from '../words/applicants.ts'
import { date } from '../words/format.ts'
import { name, word } from '../words/words.ts'
import { formatValue } from './value.ts'

interface Props {
  readonly fact: Fact
  /** May this officer add a rule of their own beside it? */
  readonly mayAdd: boolean
  readonly onCorrect: () => void
  readonly onRenew: () => void
  readonly onConfirm: () => void
  readonly onRetire: () => void
}

/** One row of the answer library: what it says, from when, how sure, and where it is used. */
export function FactRow({ fact, mayAdd, onCorrect, onRenew, onConfirm, onRetire }: Props) {
  const live = fact.holds !== 'retired'
  const sure = fact.confidence === 'confirmed'
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
        {fact.note && <> · {fact.note}</>}
        {fact.confirmedBy && fact.confirmedAt && (
          <> · {word('facts.confirmed', { who: fact.confirmedBy, when: fact.confirmedAt })}</>
        )}
      </p>
      {live && mayAdd && (
        <p class="actions">
          {fact.mayChange && (
            <button type="button" onClick={onCorrect}>
              {word('facts.correct')}
            </button>
          )}
          <button type="button" onClick={onRenew}>
            {word('facts.renew')}
          </button>
          {fact.mayChange && !(sure && fact.confirmedBy) && (
            <button type="button" onClick={onConfirm}>
              {word('facts.confirm')}
            </button>
          )}
          {fact.mayChange && (
            <button type="button" onClick={onRetire}>
              {word('facts.retire')}
            </button>
          )}
        </p>
      )}
    </li>
  )
}
