import { findOffices } from '../../model/understanding-office.ts'
import type { Office } from '../../model/office.ts'
import { normalise } from '../../model/understanding.ts'
import { intentOf } from '../../model/understanding-intent.ts'
import { isPoint, nearest, type Point } from '../../model/places.ts'
import { choose, tell } from '../engine/question.ts'
import { joined } from './lines.ts'
import { go, miss, stay, t, type At, type Data, type Move, type Pass, type Question } from '../engine/flow.ts'

/** Finding an office by its name or town as people type it, or by a shared location. */

export type Finding = {
  /** Offices a typed name may mean, or the nearest to a shared location. */
  readonly found?: readonly { readonly code: string; readonly km?: number }[]
}

/** Offices offered at most. */
const OFFERED = 6
const NEAR = 3

/** The office found is kept with the chat: papers, price and places are answered for it. */
export function officeChosen(code: string, set: Data = {}): Move {
  return go('begin', { set: { ...set, words: undefined }, keep: { office: code } })
}

/** A town typed while something else was asked; what speaks of another matter is not one. */
export function townSaid(at: At<unknown>, text: string): Move {
  return intentOf(text) ? miss : officeSaid(at, text)
}

export function officeSaid({ world }: At<unknown>, text: string): Move {
  const found = findOffices(text, world.offices)
  const all = found.length > 0 ? found : inRegion(text, world.offices)
  return all.length > 0 ? offered(all) : miss
}

/** Offices of a larger town or a province ("Jakarta", "Bali"). */
function inRegion(text: string, offices: readonly Office[]): readonly Office[] {
  const said = normalise(text)
  if (said.length < 4) return []
  return offices.filter(({ city, province }) => normalise(`${city} ${province}`).includes(said))
}

function offered(found: readonly Office[]): Move {
  if (found.length === 1) return officeChosen(found[0]!.code)
  return go('pick', {
    set: { words: undefined, found: found.slice(0, OFFERED).map(({ code }) => ({ code })) },
  })
}

export function officeNear({ world }: At<unknown>, point: Point): Move {
  if (!isPoint(point)) return stay({ says: [{ text: t('office.badPoint') }] })
  return go('pick', { set: { found: nearest(point, world.library.places, NEAR) } })
}

/** A location shared while nothing was asked. */
export const nearPass: Pass<Finding & { readonly lat?: number; readonly lng?: number }> = {
  kind: 'pass',
  move: (at) => {
    const point = { lat: at.data.lat ?? 0, lng: at.data.lng ?? 0 }
    return isPoint(point) ? officeNear(at, point) : go('name', { says: [{ text: t('office.badPoint') }] })
  },
}

/** The steps every flow that asks for an office shares. */
export function finding<D extends Finding>(): Readonly<Record<'name' | 'pick', Question<D>>> {
  return {
    name: tell<D>({
      ask: () => ({ text: t('office.name'), options: [] }),
      unclear: () => t('complaint.officeUnclear'),
      simpler: () => t('complaint.officeExample'),
      told: officeSaid,
      located: officeNear,
    }),
    pick: choose<D>({
      ask: ({ world, data }) => {
        const found = data.found ?? []
        const near = found.some(({ km }) => km !== undefined)
        const options = found.map(({ code, km }) => {
          const name = world.offices.find((one) => one.code === code)?.name ?? code
          const label = km === undefined ? { raw: name } : t('quota.nearOne', { office: name, km })
          return { id: code, label }
        })
        const none = { id: 'none', label: t('complaint.noneOfThese'), words: 'bukan, tidak ada, none, no' }
        return {
          text: near ? joined(t('office.nearest'), t('office.approximate')) : t('complaint.officePick'),
          options: [...options, none],
        }
      },
      picked: (_, id) => (id === 'none' ? go('name') : officeChosen(id)),
      said: officeSaid,
      located: officeNear,
    }),
  }
}

/** Where to go with the words that opened a flow ("kuota denpasar penuh"): a town must stand in them as it is written. */
export function officeNamed(at: At<{ readonly words?: string }>): Move | null {
  const named = officesNamed(at, at.data.words ?? '')
  return named.length > 0 ? offered(named) : null
}

/** Offices whose town stands in a sentence as it is written. */
export function officesNamed({ world }: At<unknown>, words: string): readonly Office[] {
  const said = ` ${normalise(words)} `
  return world.offices.filter(({ aliases }) => aliases.some((name) => said.includes(` ${name} `)))
}
