import { findOffices } from '../../model/understanding/office.ts'
import type { Office } from '../../model/offices/office.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { classifyIntent } from '../../model/understanding/intent.ts'
import { isValidCoordinates, nearestOffices, type Coordinates } from '../../model/offices/locations.ts'
import { choiceQuestion, openQuestion } from '../engine/question.ts'
import { lines } from './lines.ts'
import {
  go,
  notUnderstood,
  stay,
  t,
  type StepContext,
  type FlowData,
  type Transition,
  type DecisionStep,
  type QuestionStep,
} from '../engine/flow.ts'

/** Finding an office by its name or town as people type it, or by a shared location. */

export type OfficeSearch = {
  /** Offices a typed name may mean, or the nearest to a shared location. */
  readonly found?: readonly { readonly code: string; readonly km?: number }[]
}

/** Offices offered at most. */
const OFFERED = 6
const NEAR = 3

/** The office found is kept with the chat: papers, price and places are answered for it. */
export function selectOffice(code: string, set: FlowData = {}): Transition {
  return go('begin', { set: { ...set, words: undefined }, slots: { office: code } })
}

/** A town typed while something else was asked; what speaks of another matter is not one. */
export function onTownText(at: StepContext<unknown>, text: string): Transition {
  return classifyIntent(text) ? notUnderstood : onOfficeText(at, text)
}

export function onOfficeText({ world }: StepContext<unknown>, text: string): Transition {
  const found = findOffices(text, world.offices)
  const all = found.length > 0 ? found : inRegion(text, world.offices)
  return all.length > 0 ? offered(all) : notUnderstood
}

/** Offices of a larger town or a province ("Jakarta", "Bali"). */
function inRegion(text: string, offices: readonly Office[]): readonly Office[] {
  const said = normalise(text)
  if (said.length < 4) return []
  return offices.filter(({ city, province }) => normalise(`${city} ${province}`).includes(said))
}

function offered(found: readonly Office[]): Transition {
  if (found.length === 1) return selectOffice(found[0]!.code)
  return go('pick', {
    set: { words: undefined, found: found.slice(0, OFFERED).map(({ code }) => ({ code })) },
  })
}

export function onLocation({ world }: StepContext<unknown>, point: Coordinates): Transition {
  if (!isValidCoordinates(point)) return stay({ says: [{ text: t('office.badPoint') }] })
  return go('pick', { set: { found: nearestOffices(point, world.library.officeDetails, NEAR) } })
}

/** A location shared while nothing was asked. */
export const nearestStep: DecisionStep<OfficeSearch & { readonly lat?: number; readonly lng?: number }> = {
  kind: 'decision',
  decide: (at) => {
    const point = { lat: at.data.lat ?? 0, lng: at.data.lng ?? 0 }
    return isValidCoordinates(point)
      ? onLocation(at, point)
      : go('name', { says: [{ text: t('office.badPoint') }] })
  },
}

/** The steps every flow that asks for an office shares. */
export function officeSearchSteps<D extends OfficeSearch>(): Readonly<
  Record<'name' | 'pick', QuestionStep<D>>
> {
  return {
    name: openQuestion<D>({
      prompt: () => ({ text: t('office.name'), options: [] }),
      unclear: () => t('complaint.officeUnclear'),
      rephrase: () => t('complaint.officeExample'),
      onText: onOfficeText,
      onLocation: onLocation,
    }),
    pick: choiceQuestion<D>({
      prompt: ({ world, data }) => {
        const found = data.found ?? []
        const near = found.some(({ km }) => km !== undefined)
        const options = found.map(({ code, km }) => {
          const name = world.offices.find((one) => one.code === code)?.name ?? code
          const label = km === undefined ? { raw: name } : t('quota.nearOne', { office: name, km })
          return { id: code, label }
        })
        const none = { id: 'none', label: t('complaint.noneOfThese'), words: 'bukan, tidak ada, none, no' }
        return {
          text: near ? lines(t('office.nearest'), t('office.approximate')) : t('complaint.officePick'),
          options: [...options, none],
        }
      },
      onPick: (_, id) => (id === 'none' ? go('name') : selectOffice(id)),
      onText: onOfficeText,
      onLocation: onLocation,
    }),
  }
}

/** Where to go with the words that opened a flow ("kuota denpasar penuh"): a town must stand in them as it is written. */
export function officeInFirstMessage(at: StepContext<{ readonly words?: string }>): Transition | null {
  const named = officesMentioned(at, at.data.words ?? '')
  return named.length > 0 ? offered(named) : null
}

/** Offices whose town stands in a sentence as it is written. */
export function officesMentioned({ world }: StepContext<unknown>, words: string): readonly Office[] {
  const said = ` ${normalise(words)} `
  return world.offices.filter(({ aliases }) => aliases.some((name) => said.includes(` ${name} `)))
}
