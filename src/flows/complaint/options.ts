import type { Category } from '../../model/tickets/category.ts'
import type { World } from '../engine/conversation.ts'
import type { Option } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { t } from '../engine/text.ts'
import { wordsForRow } from '../shared/row-words.ts'
import type { ComplaintData, ComplaintStep } from './handle.ts'

/** The choices of the complaint flow: plain groups first, then the categories of one group. */

type ComplaintOption = Option<ComplaintData, ComplaintStep>

/** Groups as people see them, as many as a list may have. */
const GROUPS = ['app', 'quota', 'payment', 'papers', 'result', 'service', 'integrity'] as const

/** What fits nowhere (`other`) is shown with this group. */
const WITH_OTHER = 'service'

/** Categories offered at most; the others of a group are given by officers. */
const SHOWN = 7

export function groupOptions(): ComplaintOption[] {
  return GROUPS.map((id) => ({
    id,
    label: t(`complaint.groups.${id}`),
    hears: `complaint.group.${id}`,
    ...(id === WITH_OTHER && { means: 'none' }),
  }))
}

/** What a story may be about, with a way out. */
export function likelyOptions({ data, world }: StepContext<ComplaintData>): ComplaintOption[] {
  return [
    ...(data.likely ?? []).map((code) => categoryOption(world, code)),
    { id: 'OTH', means: 'none', label: t('complaint.somethingElse'), hears: 'complaint.somethingElse' },
  ]
}

/** The first categories of a group (in their order of position), with what fits nowhere last. */
export function categoryOptions({ world }: StepContext<ComplaintData>, group: string): ComplaintOption[] {
  return shown(world, group).map((one) => ({
    ...categoryOption(world, one.code),
    ...(isRest(one) && { means: 'none' }),
  }))
}

function categoryOption(world: World, code: string): ComplaintOption {
  return { id: code, label: t(`category.${code}`), ...wordsForRow(world, `category.${code}`) }
}

function shown(world: World, group: string): readonly Category[] {
  const held = group === WITH_OTHER ? [group, 'other'] : [group]
  const all = world.categories.filter((one) => held.includes(one.group))
  const rest = all.filter(isRest)
  return [...all.filter((one) => !isRest(one)).slice(0, SHOWN - rest.length), ...rest]
}

/** "Something else" of its group. */
function isRest({ code }: Category): boolean {
  return code === 'OTH' || code.endsWith('-OTHER')
}

export function isConfidentialGroup(world: World, group: string): boolean {
  return world.categories.some((one) => one.group === group && one.confidential)
}

export function officeName({ world }: StepContext<ComplaintData>, code: string): string {
  return world.offices.find((one) => one.code === code)?.name ?? code
}
