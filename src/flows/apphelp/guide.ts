import type { GuideStep } from '../../model/guide.ts'
import { safeNumber } from '../../model/fact.ts'
import { choose } from '../engine/question.ts'
import type { AppHelp } from './data.ts'
import type { CardOf } from '../../model/card.ts'
import type { Text, World } from '../engine/conversation.ts'
import { joined } from '../shared/lines.ts'
import { factFor } from '../shared/facts.ts'
import { noPhoto } from '../shared/refuse-photo.ts'
import { keptOf } from '../engine/turn-context.ts'
import { end, go, miss, t, type At, type Move } from '../engine/flow.ts'

/** The walk through M-Paspor, one step a message; where it was left is kept with the chat for as long as it takes. */

/** Steps whose words need a figure of the answer library. */
const FIGURES: Readonly<Record<string, { readonly key: string; readonly as: string }>> = {
  'add-person': { key: 'app.applicants', as: 'people' },
  pay: { key: 'billing.hours', as: 'hours' },
}

/** The kept step of a walk begun earlier; null when there is none beyond the first. */
export function leftAt(at: Pick<At, 'state' | 'world'>): GuideStep | null {
  const id = keptOf(at.state)['guide']
  return at.world.library.guide.find((step) => step.id === id && step.position > 1) ?? null
}

export const resume = choose<AppHelp>({
  ask: (at) => ({
    text: t('guide.resume', { step: leftAt(at)?.position ?? 1, steps: at.world.library.guide.length }),
    options: [
      { id: 'on', label: t('guide.on'), words: 'lanjut, lanjutkan, ya, go on, yes' },
      { id: 'anew', label: t('guide.anew'), words: 'dari awal, ulang dari awal, start over' },
      { id: 'trouble', label: t('guide.trouble'), words: 'masalah, ada masalah, error, trouble' },
    ],
  }),
  picked: (at, id) => {
    if (id === 'trouble') return go('choice')
    return walkTo(id === 'on' ? leftAt(at) : null, at)
  },
  shown: noPhoto(),
})

export const guide = {
  ...choose<AppHelp>({
    ask: (at) => ({
      text: words(at),
      options: [
        {
          id: 'next',
          label: t(isLast(at) ? 'guide.done' : 'guide.next'),
          words: 'sudah, lanjut, lanjutkan, oke, ya, selesai, berikut, berikutnya, next, done, go on, yes',
        },
        {
          id: 'stuck',
          label: t('guide.stuck'),
          words: 'macet, tidak bisa, belum bisa, susah, error, gagal, stuck, help me',
        },
        ...(here(at).position > 1 ? [{ id: 'before', label: t('guide.before'), words: 'sebelumnya' }] : []),
      ],
    }),
    picked: (at, id) => {
      if (id === 'stuck') return go('symptoms', { set: { symptoms: here(at).stuck } })
      return id === 'before' ? (before(at) ?? miss) : next(at)
    },
    shown: noPhoto(),
  }),
  back: before,
}

/** Goes to a step of the guide (the first if none is given), and keeps it. */
export function walkTo(step: GuideStep | null, { world }: Pick<At, 'world'>): Move {
  const to = step ?? world.library.guide[0]!
  const says = to.picture ? [{ text: t('guide.look'), card: cardOf(to, to.picture, world) }] : []
  return go('guide', { set: { step: to.id }, keep: { guide: to.id }, says })
}

function cardOf({ position }: GuideStep, picture: readonly string[], world: World): CardOf<Text> {
  const lines = picture.map((icon) => ({ icon, text: t(`guide.picture.${icon}`), note: null, have: null }))
  return {
    title: t('guide.progress', { step: position, steps: world.library.guide.length }),
    parts: [{ heading: null, lines }],
  }
}

function next(at: At<AppHelp>): Move {
  const then = beside(at, 1)
  if (then) return walkTo(then, at)
  return end({ after: 'menu', says: [{ text: t('guide.end') }], keep: { guide: undefined } })
}

function before(at: At<AppHelp>): Move | undefined {
  const then = beside(at, -1)
  return then ? walkTo(then, at) : undefined
}

function here({ world, data }: At<AppHelp>): GuideStep {
  const { guide: steps } = world.library
  return steps.find((step) => step.id === data.step) ?? steps[0]!
}

function beside(at: At<AppHelp>, away: number): GuideStep | undefined {
  return at.world.library.guide.find((step) => step.position === here(at).position + away)
}

function isLast(at: At<AppHelp>): boolean {
  return beside(at, 1) === undefined
}

function words(at: At<AppHelp>): Text {
  const { id, position } = here(at)
  const progress = t('guide.progress', { step: position, steps: at.world.library.guide.length })
  const figure = FIGURES[id]
  if (!figure) return joined(progress, t(`guide.step.${id}`))
  const picked = factFor(at, figure.key)
  const value = safeNumber(picked)
  if (value === null) return joined(progress, t(`guide.unsure.${id}`))
  const doubt = picked.sure ? null : t('doubt.contested')
  return joined(progress, t(`guide.step.${id}`, { [figure.as]: value }), doubt)
}
