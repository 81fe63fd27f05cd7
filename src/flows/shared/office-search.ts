import { z } from 'zod'
import { isValidCoordinates, nearestOffices, type Coordinates } from '../../model/offices/locations.ts'
import type { Office } from '../../model/offices/office.ts'
import { officesNamed, type OfficesNamed } from '../../model/offices/offices-named.ts'
import type { Region } from '../../model/offices/region.ts'
import { readYesNo } from '../../model/understanding/answers/yes-no.ts'
import { classifyIntent } from '../../model/understanding/intent.ts'
import { findOffices } from '../../model/understanding/office.ts'
import {
  go,
  notUnderstood,
  stay,
  type NotUnderstood,
  type QuestionStep,
  type Transition,
} from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { choiceQuestion, openQuestion } from '../engine/question.ts'
import { t, type Text } from '../engine/text.ts'
import { officeOf } from './facts.ts'
import { lines } from './lines.ts'
import { officeSlot } from './office-slot.ts'

/** Finding an office by its name or town as people type it, or by a shared location. */

export const OfficeSearchData = z.object({
  /** The words that opened the flow. */
  words: z.string().optional(),
  /** Offices a typed name may mean, or the nearest to a shared location. */
  found: z
    .array(z.object({ code: z.string(), km: z.number().optional() }))
    .readonly()
    .optional(),
})
export type OfficeSearchData = z.infer<typeof OfficeSearchData>

/** `begin` is the flow's own: where it goes on with the office it now knows. */
export type OfficeSearchStep = 'begin' | 'name' | 'pick'
type Found = Exclude<Transition<OfficeSearchData, OfficeSearchStep>, NotUnderstood>

/** Offices offered at most. */
const OFFERED = 6
const NEAR = 3

/** The office found is kept with the chat: papers, price and places are answered for it. */
export function selectOffice(code: string, says: readonly { text: Text }[] = []): Found {
  return go('begin', { set: { words: undefined }, slots: officeSlot.set(code), says })
}

/** A town typed while something else was asked; what speaks of another matter is not one. */
export function onTownText(at: StepContext<unknown>, text: string): Found | NotUnderstood {
  // "belum" is not Belu
  return classifyIntent(text) || readYesNo(text) ? notUnderstood : onOfficeText(at, text)
}

function onOfficeText(at: StepContext<unknown>, text: string): Found | NotUnderstood {
  return offered(officesTyped(at, text)) ?? notUnderstood
}

/** Offices that a typed name or town means: as it is written, else with errors in it. */
export function officesTyped(at: StepContext<unknown>, text: string): OfficesNamed {
  const named = officesMentioned(at, text)
  return named.offices.length > 0 ? named : { offices: findOffices(text, at.world.offices), regions: [] }
}

function offered({ offices, regions }: OfficesNamed): Found | null {
  const [only, ...others] = offices
  if (!only) return null
  if (others.length === 0) return selectOffice(only.code, servedTexts(only, regions))
  const set = { words: undefined, found: offices.slice(0, OFFERED).map(({ code }) => ({ code })) }
  if (offices.length > OFFERED)
    return go('name', { set, says: [{ text: t('office.tooMany', { count: offices.length }) }] })
  return go('pick', { set })
}

/** "Untuk Timor Tengah Selatan: Kantor Imigrasi Kupang.", where the name of the office does not say it. */
export function servedTexts(
  office: Office,
  [region, ...others]: readonly Region[],
): readonly { readonly text: Text }[] {
  if (!region || others.some(({ name }) => name !== region.name)) return []
  if (office.name.includes(region.name) || office.city === region.name) return []
  const vars = { region: region.name, office: office.name }
  return [{ text: t(region.basis === 'distance' ? 'office.nearRegion' : 'office.forRegion', vars) }]
}

export function onLocation({ world }: StepContext<unknown>, point: Coordinates): Found {
  if (!isValidCoordinates(point)) return stay({ says: [{ text: t('office.badPoint') }] })
  return go('pick', { set: { found: nearestOffices(point, world.library.officeDetails, NEAR) } })
}

/** The steps every flow that asks for an office shares. */
export const officeSearchSteps: Readonly<
  Record<'name' | 'pick', QuestionStep<OfficeSearchData, OfficeSearchStep>>
> = {
  name: openQuestion<OfficeSearchData, OfficeSearchStep>({
    expects: 'office',
    prompt: () => ({ text: t('office.name'), options: [] }),
    unclear: () => t('complaint.officeUnclear'),
    onText: onOfficeText,
    onLocation,
  }),
  pick: choiceQuestion<OfficeSearchData, OfficeSearchStep>({
    prompt: ({ world, data: { found = [] } }) => {
      const near = found.some(({ km }) => km !== undefined)
      const options = found.map(({ code, km }) => {
        const name = world.offices.find((one) => one.code === code)?.name ?? code
        const label = km === undefined ? { raw: name } : t('quota.nearOne', { office: name, km })
        return { id: code, label, to: selectOffice(code) }
      })
      const none = {
        id: 'none',
        label: t('complaint.noneOfThese'),
        hears: 'office.none',
        to: go('name'),
      } as const
      return {
        text: near ? lines(t('office.nearest'), t('office.approximate')) : t('complaint.officePick'),
        options: [...options, none],
      }
    },
    onText: onOfficeText,
    onLocation,
  }),
}

/** Where to go with the words that opened a flow ("kuota denpasar penuh"): a town must stand in them as it is written. */
export function officeInFirstMessage(at: StepContext<OfficeSearchData>): Found | null {
  return offered(officesMentioned(at, at.data.words ?? ''))
}

/** Offices that a sentence names, themselves or by a town they serve. */
export function officesMentioned({ world }: StepContext<unknown>, words: string): OfficesNamed {
  return officesNamed(words, world.offices, world.library.regions)
}

/** The one office named in the words; undefined where there is none, or more than one. */
export function officeNamed(at: StepContext<unknown>, text: string): Office | undefined {
  const [named, ...others] = officesMentioned(at, text).offices
  return others.length === 0 ? named : undefined
}

/** The one office named in the words, else that of the conversation. */
export function officeMeant(at: StepContext<unknown>, text: string): Office {
  return officeNamed(at, text) ?? officeOf(at)
}
