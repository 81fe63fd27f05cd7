import { triesFor, type Symptom, type Try } from '../../model/guide.ts'
import { normalise } from '../../model/understanding.ts'
import { symptomIn } from '../../model/understanding-symptom.ts'
import { choose, tell } from '../engine/question.ts'
import type { AppHelp } from './data.ts'
import type { Text } from '../engine/conversation.ts'
import { joined } from '../shared/lines.ts'
import { officeOf, todayAt } from '../shared/facts.ts'
import { noPhoto } from '../shared/refuse-photo.ts'
import { end, go, miss, open, t, type At, type Move, type Option } from '../engine/flow.ts'

/** First aid: one remedy a message, and when nothing helps a complaint that is filled in already. */

/** The symptoms of one list, and the way out of it. */
export const symptoms = choose<AppHelp>({
  ask: ({ data }) => ({
    text: t('aid.ask'),
    options: [
      ...(data.symptoms ?? []).map((id) => ({ id, label: t(`aid.${id}.name`) })),
      {
        id: 'other',
        label: t('aid.other'),
        words: 'bukan, bukan itu, lain, lainnya, tidak ada, other, none',
      },
    ],
  }),
  picked: (at, id) => (id === 'other' ? go('describe') : beginAid(at, id)),
  said: troubleSaid,
  shown: noPhoto(troubleSaid),
})

/** A trouble that is on no list: with words for it, or a person. */
export const describe = tell<AppHelp>({
  ask: () => ({ text: t('aid.describe'), options: [] }),
  told: (at, text) => {
    const move = troubleSaid(at, text)
    return move.kind === 'miss' ? open({ flow: 'human', data: { topic: 'apphelp', parts: [text] } }) : move
  },
  shown: noPhoto(troubleSaid),
})

const WORKS: Option = {
  id: 'yes',
  label: t('aid.yes'),
  words: 'ya, sudah, berhasil, bisa, sudah bisa, beres, yes, works',
}
const NOT_YET: Option = { id: 'no', label: t('aid.no'), words: 'belum, tidak, masih, tetap, no, not yet' }

export const attempt = {
  ...choose<AppHelp>({
    ask: (at) => {
      const now = triesOf(at)[at.data.at ?? 0]
      const todo = { text: t(`aid.${at.data.symptom}.${now?.id}`) }
      return {
        text: now ? t(now.sure ? 'aid.try' : 'aid.tryMaybe', { todo }) : t('aid.none'),
        options: [
          WORKS,
          NOT_YET,
          ...(moreTries(at) > 1
            ? [{ id: 'all', label: t('aid.all'), words: 'semua, lihat semua, all' }]
            : []),
        ],
      }
    },
    picked: (at, id) => {
      if (id === 'all') return go('all')
      return id === 'yes' ? worked(at) : nextTry(at)
    },
    said: (at, text) => (STILL.test(normalise(text)) ? nextTry(at) : troubleSaid(at, text)),
    shown: noPhoto(),
  }),
  back: ({ data }: At<AppHelp>) => (data.at ? go('attempt', { set: { at: data.at - 1 } }) : undefined),
}

/** Every remedy at once, for those who would rather read than try one after another. */
export const all = choose<AppHelp>({
  ask: (at) => ({
    text: joined(t('aid.allOf'), ...triesOf(at).map((one) => toldInAll(at, one)), t('aid.done')),
    options: [WORKS, NOT_YET],
  }),
  picked: (at, id) => (id === 'yes' ? worked(at) : go('exhausted')),
  said: troubleSaid,
  shown: noPhoto(),
})

function toldInAll({ data }: At<AppHelp>, { id, sure }: Try): Text {
  return t(sure ? 'aid.one' : 'aid.oneMaybe', { todo: { text: t(`aid.${data.symptom}.${id}`) } })
}

function moreTries(at: At<AppHelp>): number {
  return triesOf(at).length - (at.data.at ?? 0) - 1
}

const STILL = /\b(belum|tidak|masih|tetap|gagal|not|still)\b/

export const exhausted = choose<AppHelp>({
  ask: (at) => ({
    text: t(triesOf(at).length > 0 ? 'aid.complain' : 'aid.none'),
    options: [
      { id: 'report', label: t('aid.report'), words: 'ya, boleh, buatkan, lapor, oke, yes' },
      { id: 'enough', label: t('aid.enough'), words: 'tidak, tidak usah, jangan, no' },
    ],
  }),
  picked: (at, id) => (id === 'report' ? complain(at) : onward(at, 'later')),
  shown: noPhoto(),
})

/** Typed words instead of a choice. */
export function troubleSaid(at: At<AppHelp>, text: string): Move {
  const id = symptomIn(text)
  return id && symptomOf(at, id) ? beginAid(at, id, text) : miss
}

/** Begins with the first remedy for a symptom. */
export function beginAid(at: At<AppHelp>, id: string, told?: string): Move {
  const set = { symptom: id, category: symptomOf(at, id)?.category, at: 0, ...(told && { parts: [told] }) }
  return go(triesOf({ ...at, data: { ...at.data, symptom: id } }).length > 0 ? 'attempt' : 'exhausted', {
    set,
  })
}

function nextTry(at: At<AppHelp>): Move {
  const then = (at.data.at ?? 0) + 1
  return then < triesOf(at).length ? go('attempt', { set: { at: then } }) : go('exhausted')
}

function worked(at: At<AppHelp>): Move {
  return onward(at, 'glad')
}

/** Back to the guide where it was left for first aid; else this is the end. */
function onward({ data }: At<AppHelp>, said: 'glad' | 'later'): Move {
  const on = { says: [{ text: t(`aid.${said}On`) }] }
  if (data.returns) return open(data.returns, on)
  if (data.step) return go('guide', on)
  return end({ says: [{ text: t(`aid.${said}`) }] })
}

function complain(at: At<AppHelp>): Move {
  const { state, world, data } = at
  const symptom = symptomOf(at, data.symptom)!
  const problem = { text: t(`aid.${symptom.id}.name`) }
  const about = t('aid.about', { problem, tried: triesOf(at).length })
  const group = world.categories.find((one) => one.code === symptom.category)?.group
  const known = { office: officeOf(at).code, group, category: symptom.category }
  const told = data.parts ? { parts: data.parts } : {}
  return open({
    flow: 'complaint',
    step: 'check',
    data: { ...known, ...told, about, aboutFrom: state.since },
  })
}

function triesOf(at: At<AppHelp>): readonly Try[] {
  const symptom = symptomOf(at, at.data.symptom)
  const office = officeOf(at)
  return symptom ? triesFor(symptom, at.world.library.facts, office.code, todayAt(at, office)) : []
}

function symptomOf({ world }: Pick<At, 'world'>, id: string | undefined): Symptom | undefined {
  return world.library.aid.find((symptom) => symptom.id === id)
}
