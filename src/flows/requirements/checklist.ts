import { choiceQuestion } from '../engine/question.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import { handOver } from '../shared/ready-answer.ts'
import { listOf, listText, missingOf, usesApp, type RequirementsData } from './list.ts'
import { withPerson } from './people.ts'
import {
  end,
  go,
  open,
  t,
  type StepContext,
  type FlowData,
  type Transition,
  type FlowTarget,
  type Option,
} from '../engine/flow.ts'

/** The list in hand: ticked off one by one, "what if I do not have it" for each paper, and where to go from there. */

/** Papers offered at once, besides "more" and "back". */
const PAGE = 5

export const doubt = choiceQuestion<RequirementsData>({
  prompt: () => ({
    text: t('checklist.doubt'),
    options: [
      { id: 'ask', label: t('doubt.yes'), words: 'ya, mau, boleh, tanyakan, yes' },
      { id: 'no', label: t('doubt.no'), words: 'tidak, tidak usah, no' },
    ],
  }),
  onPick: (_, id) => (id === 'ask' ? handOver('requirements') : go('next')),
})

export const list = choiceQuestion<RequirementsData>({
  prompt: (at) => ({ text: listText(at), options: missingOf(at).length > 0 ? LACKING : COMPLETE }),
  onPick: (at, id) => {
    if (id === 'all') return everything(at)
    if (id === 'tick') return go('tick', { set: { passed: [] } })
    return go(id, { set: { page: 0 } })
  },
  onMedia: refusePhoto(),
})

const NEXT: Option = {
  id: 'next',
  label: t('requirements.next'),
  words: 'lanjut, langkah berikutnya, terus, next',
}
const HOW: Option = {
  id: 'which',
  label: t('checklist.how'),
  words: 'tidak punya, kalau tidak punya, belum punya, i do not have it',
}
const LACKING: readonly Option[] = [
  {
    id: 'all',
    label: t('requirements.all'),
    words: 'sudah, sudah semua, sudah punya semua, lengkap, ada semua, all',
  },
  { id: 'tick', label: t('requirements.tick'), words: 'belum, belum semua, satu satu, periksa, one by one' },
  HOW,
  NEXT,
]
const COMPLETE: readonly Option[] = [NEXT, HOW]

/** One paper after the other; of papers that stand for each other, which one. */
export const tick = choiceQuestion<RequirementsData>({
  prompt(at) {
    const [first, ...others] = asked(at)
    const how = { id: 'how', label: t('checklist.how'), words: HOW.words! }
    const lack = { id: 'lack', label: t('checklist.lack'), words: 'belum, tidak ada, belum ada, no, not yet' }
    if (others.length > 0)
      return {
        text: t('requirements.oneOf'),
        options: [...[first!, ...others].map((id) => ({ id, label: t(`paper.${id}.name`) })), lack, how],
      }
    const have = { id: first!, label: t('checklist.have'), words: 'sudah, ada, sudah ada, punya, ya, yes' }
    return {
      text: t('requirements.haveIt', { paper: { text: t(`paper.${first}.name`) } }),
      options: [have, lack, how],
    }
  },
  onPick(at, id) {
    const ids = asked(at)
    if (id === 'how')
      return go('tick', { says: ids.map((one) => ({ text: t(`paper.${one}.without`) })).slice(0, 1) })
    if (id === 'lack') return ticked(at, { passed: [...(at.data.passed ?? []), ...ids] })
    return ticked(at, { have: [...(at.data.have ?? []), id] })
  },
})

/** The papers now asked for: the first that is missing and was not passed over. */
function asked(at: StepContext<RequirementsData>): readonly string[] {
  const missing = missingOf(at).map((unit) => unit.map(({ id }) => id))
  const open = missing.find((ids) => !ids.every((id) => at.data.passed?.includes(id)))
  return (
    open ??
    missing[0] ??
    listOf(at)
      .items.slice(0, 1)
      .map(({ id }) => id)
  )
}

function ticked(at: StepContext<RequirementsData>, set: Partial<RequirementsData>): Transition {
  const now = { ...at, data: { ...at.data, ...set } }
  const along = { set, slots: memory(now) }
  const missing = missingOf(now)
  if (missing.length === 0) return go('next', { ...along, says: [{ text: t('checklist.complete') }] })
  const left = missing.some((unit) => !unit.every(({ id }) => now.data.passed?.includes(id)))
  if (left) return go('tick', along)
  return go('list', { ...along, says: [{ text: t('checklist.left', { count: missing.length }) }] })
}

/** "I have them all": of papers that stand for each other the first is ticked for all. */
function everything(at: StepContext<RequirementsData>): Transition {
  const have = [...(at.data.have ?? []), ...missingOf(at).map(([first]) => first!.id)]
  const now = { ...at, data: { ...at.data, have } }
  return go('next', { set: { have }, slots: memory(now), says: [{ text: t('checklist.complete') }] })
}

function memory({ state, data }: StepContext<RequirementsData>): FlowData {
  const { id = '1', band = 'adult', way, answers = {}, have = [] } = data
  return withPerson(state, { id, band, answers, have, ...(way && { way }) })
}

export const which = choiceQuestion<RequirementsData>({
  prompt: (at) => ({
    text: t('requirements.which'),
    options: [
      ...pageOf(at).map((id) => ({ id, label: t(`paper.${id}.name`) })),
      ...(listOf(at).items.length > PAGE
        ? [{ id: 'more', label: t('requirements.otherPapers'), words: 'lain, lainnya, more, other' }]
        : []),
      { id: 'list', label: t('requirements.backToList'), words: 'daftar, list' },
    ],
  }),
  onPick: (at, id) => {
    if (id === 'list') return go('list')
    const page = at.data.page ?? 0
    if (id === 'more')
      return go('which', { set: { page: (page + 1) * PAGE < listOf(at).items.length ? page + 1 : 0 } })
    return go('which', { says: [{ text: t(`paper.${id}.without`) }] })
  },
  onMedia: refusePhoto(),
})

function pageOf(at: StepContext<RequirementsData>): readonly string[] {
  const page = at.data.page ?? 0
  return listOf(at)
    .items.slice(page * PAGE, (page + 1) * PAGE)
    .map(({ id }) => id)
}

/** Where to go from here: what fits the way in comes first. */
export const next = choiceQuestion<RequirementsData>({
  prompt: (at) => ({
    text: t('requirements.then'),
    options: [
      ...(usesApp(at)
        ? [{ id: 'apphelp', label: t('requirements.guide'), words: 'aplikasi, panduan, mpaspor, app, guide' }]
        : []),
      { id: 'cost', label: t('menu.cost'), words: 'harga, biaya, bayar, price, cost' },
      { id: 'office', label: t('menu.office'), words: 'alamat, kantor, jam, office, address' },
      { id: 'person', label: t('requirements.newPerson'), words: 'orang lain, lain, other person' },
      { id: 'done', label: t('ticket.enough'), words: 'cukup, sudah, selesai, enough, done' },
    ],
  }),
  onPick: (at, id) => {
    if (id === 'person') return go('who')
    if (id === 'done') return end({ after: 'menu' })
    if (id === 'cost') return open(priceOpening(at))
    return open({ flow: id })
  },
  onMedia: refusePhoto(),
})

/** The price, with what is known of the case already. */
function priceOpening({ data }: StepContext<RequirementsData>): FlowTarget {
  const { who, what } = data.answers ?? {}
  if (who === 'group') return { flow: 'cost' }
  const fine = what === 'lost' || what === 'damaged' ? what : 'none'
  const express = data.way === 'express' && fine === 'none'
  return { flow: 'cost', step: 'case', data: { who, why: fine, express } }
}
