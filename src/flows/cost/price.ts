import { calculatePrice, offeredKinds, type Price } from '../../model/payments/fees.ts'
import { isTellable, safeNumber } from '../../model/facts/fact.ts'
import { gravestDoubt } from '../../model/facts/ready-answer.ts'
import type { PassportKind } from '../../model/facts/values.ts'
import { rupiah } from '../../model/facts/rupiah.ts'
import { go, type Option } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t, type Text } from '../engine/text.ts'
import { askPersonOption } from '../shared/ask-person.ts'
import {
  doubtNotes,
  doubtText,
  factNumber,
  findFact,
  officeOf,
  readyAnswerTexts,
  todayAt,
} from '../shared/facts.ts'
import { lines } from '../shared/lines.ts'
import { toldQuestion } from '../shared/story.ts'
import type { CostData, CostStep } from './handle.ts'

/** What a case costs: every book that fits what was told with its sum, or the honest words that there is none. */

type At = StepContext<CostData>
type Choice = Option<CostData, CostStep>

interface Book {
  readonly kind: PassportKind
  readonly years: 5 | 10
  readonly price: Price
}

/** Books of ten years only where the library does not rule them out; children have five. */
function yearsOffered(at: At): readonly (5 | 10)[] {
  const most = findFact(at, 'validity.adult.years')
  const short = isTellable(most) && (safeNumber(most) ?? 10) < 10
  return at.data.who === 'child' || short ? [5] : [5, 10]
}

/** Kinds the office makes, likeliest first. */
function kindsOffered(at: At): ReturnType<typeof offeredKinds> {
  const office = officeOf(at)
  return offeredKinds(at.world.library.facts, office.code, todayAt(at, office))
}

/** The books that what was told leaves open, each with its price; one that is asked for is there even where it is not made. */
function booksFor(at: At): readonly Book[] {
  const { kind, years } = at.data
  const kinds = kind ? [kind] : kindsOffered(at).kinds
  const spans = years && at.data.who !== 'child' ? [years] : yearsOffered(at)
  return kinds.flatMap((one) =>
    spans.map((span) => ({ kind: one, years: span, price: priceOf(at, one, span) })),
  )
}

function priceOf(at: At, kind: PassportKind, years: 5 | 10): Price {
  const { why = 'none', express = false } = at.data
  const office = officeOf(at)
  const request = { kind, years, express, fine: why === 'none' ? null : why }
  return calculatePrice(request, at.world.library.facts, office.code, todayAt(at, office))
}

/** Is every price of the books that are open known? That there is no such book is known as well. */
export function isSure(at: At): boolean {
  return booksFor(at).every(({ price }) => 'impossible' in price || price.sure)
}

/** The sums, and only what belongs to them; where one is not sure its parts and the reason. */
function priceText(at: At): Text {
  const books = booksFor(at)
  const [only, ...others] = books
  if (only && others.length === 0) return bookText(at, only)
  const unsure = books.find(({ price }) => !('sure' in price && price.sure))
  if (unsure) return bookText(at, unsure)
  return lines(headText(at), ...linesByYears(books), ...notes(at, books))
}

function headText(at: At): Text {
  const { why = 'none', express = false, who } = at.data
  const about = express ? 'express' : why
  const fine = factNumber(at, `fee.${why}`)
  return t(`price.head.${about}`, {
    office: officeOf(at).name,
    who: { text: t(`price.who.${who ?? 'any'}`) },
    fine: typeof fine === 'number' ? rupiah(fine) : fine,
  })
}

/** A line for each span of years with what each kind costs. */
function linesByYears(books: readonly Book[]): readonly Text[] {
  const spans = [...new Set(books.map(({ years }) => years))]
  return spans.map((years) =>
    t('price.line', { years, sums: { list: books.filter((book) => book.years === years).map(sumText) } }),
  )
}

function sumText({ kind, price }: Book): Text {
  const amount = 'sure' in price && price.sure ? rupiah(price.total) : '…'
  return t('price.sum', { kind: { text: t(`price.short.${kind}`) }, amount })
}

/** One book: the parts and their sum. */
function bookText(at: At, { kind, years, price }: Book): Text {
  if ('impossible' in price) return t(`price.impossible.${price.impossible}`)
  const parts = price.parts.map(({ part, amount }) => t(`price.part.${part}`, { amount: rupiah(amount) }))
  const head = t('cost.for', { kind: { text: t(`price.kind.${kind}`) }, years, office: officeOf(at).name })
  if (!price.sure) {
    const reason = price.uncertainParts[0]?.reason ?? 'missing'
    return lines(head, ...parts, t('price.notSure'), doubtText(reason))
  }
  const sum = parts.length > 1 ? t('price.total', { total: rupiah(price.total) }) : null
  return lines(head, ...parts, sum, ...notes(at, [{ kind, years, price }]))
}

/** After the sums: what is not certain of them; where offices may have turned to one kind, that in plain words of its own. */
function notes(at: At, books: readonly Book[]): readonly Text[] {
  const doubts = books.flatMap(({ price }) =>
    'sure' in price && price.sure && price.doubt ? [price.doubt] : [],
  )
  const { doubt } = kindsOffered(at)
  return doubtNotes(gravestDoubt(doubt ? [...doubts, doubt] : doubts))
}

export const total = choiceQuestion<CostData, CostStep>({
  topics: true,
  prompt: (at) => ({ text: priceText(at), options: [...otherCases(at), WHERE] }),
})

/** Where the sum is not sure: ask a person, or go on without. */
export const unsure = choiceQuestion<CostData, CostStep>({
  prompt: (at) => ({
    text: priceText(at),
    options: [
      askPersonOption('cost', toldQuestion(at.data)),
      { id: 'start', means: 'no', label: t('doubt.no'), hears: 'doubt.no', to: go('start') },
    ],
  }),
})

const WHERE: Choice = {
  id: 'where',
  label: t('cost.where'),
  hears: 'cost.wherePay',
  to: go('where'),
}

/** The same for another case: in a hurry, lost, damaged; what is shown already is not offered. */
function otherCases(at: At): readonly Choice[] {
  const { express, why = 'none' } = at.data
  const fines = (['lost', 'damaged'] as const).filter((one) => one !== why && why !== 'disaster')
  const cases = fines.map((one): Choice => ({
    id: one,
    label: t(`cost.whys.${one}`),
    hears: `cost.why.${one}`,
    to: go('price', { set: { why: one, express: false } }),
  }))
  return express || why !== 'none' ? cases : [faster(at), ...cases]
}

function faster(at: At): Choice {
  const says = readyAnswerTexts(at, ['express']).map((text) => ({ text }))
  const to = go<CostData, CostStep>('price', { set: { express: true, why: 'none' }, says })
  return { id: 'faster', label: t('cost.faster'), hears: 'cost.faster', to }
}
