import { remediesFor, type Symptom, type Remedy } from '../../model/guide.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { matchSymptom } from '../../model/understanding/symptom.ts'
import { choiceQuestion, openQuestion } from '../engine/question.ts'
import type { AppHelpData } from './data.ts'
import type { Text } from '../engine/conversation.ts'
import { lines } from '../shared/lines.ts'
import { officeOf, todayAt } from '../shared/facts.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import {
  end,
  go,
  notUnderstood,
  open,
  t,
  type StepContext,
  type Transition,
  type Option,
} from '../engine/flow.ts'

/** First aid: one remedy a message, and when nothing helps a complaint that is filled in already. */

/** The symptoms of one list, and the way out of it. */
export const symptoms = choiceQuestion<AppHelpData>({
  prompt: ({ data }) => ({
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
  onPick: (at, id) => (id === 'other' ? go('describe') : startFirstAid(at, id)),
  onText: onTroubleText,
  onMedia: refusePhoto(onTroubleText),
})

/** A trouble that is on no list: with words for it, or a person. */
export const describe = openQuestion<AppHelpData>({
  prompt: () => ({ text: t('aid.describe'), options: [] }),
  onText: (at, text) => {
    const move = onTroubleText(at, text)
    return move.kind === 'not understood'
      ? open({ flow: 'human', data: { topic: 'apphelp', parts: [text] } })
      : move
  },
  onMedia: refusePhoto(onTroubleText),
})

const WORKS: Option = {
  id: 'yes',
  label: t('aid.yes'),
  words: 'ya, sudah, berhasil, bisa, sudah bisa, beres, yes, works',
}
const NOT_YET: Option = { id: 'no', label: t('aid.no'), words: 'belum, tidak, masih, tetap, no, not yet' }

export const attempt = {
  ...choiceQuestion<AppHelpData>({
    prompt: (at) => {
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
    onPick: (at, id) => {
      if (id === 'all') return go('all')
      return id === 'yes' ? worked(at) : nextTry(at)
    },
    onText: (at, text) => (STILL.test(normalise(text)) ? nextTry(at) : onTroubleText(at, text)),
    onMedia: refusePhoto(),
  }),
  back: ({ data }: StepContext<AppHelpData>) =>
    data.at ? go('attempt', { set: { at: data.at - 1 } }) : undefined,
}

/** Every remedy at once, for those who would rather read than try one after another. */
export const all = choiceQuestion<AppHelpData>({
  prompt: (at) => ({
    text: lines(t('aid.allOf'), ...triesOf(at).map((one) => toldInAll(at, one)), t('aid.done')),
    options: [WORKS, NOT_YET],
  }),
  onPick: (at, id) => (id === 'yes' ? worked(at) : go('exhausted')),
  onText: onTroubleText,
  onMedia: refusePhoto(),
})

function toldInAll({ data }: StepContext<AppHelpData>, { id, sure }: Remedy): Text {
  return t(sure ? 'aid.one' : 'aid.oneMaybe', { todo: { text: t(`aid.${data.symptom}.${id}`) } })
}

function moreTries(at: StepContext<AppHelpData>): number {
  return triesOf(at).length - (at.data.at ?? 0) - 1
}

const STILL = /\b(belum|tidak|masih|tetap|gagal|not|still)\b/

export const exhausted = choiceQuestion<AppHelpData>({
  prompt: (at) => ({
    text: t(triesOf(at).length > 0 ? 'aid.complain' : 'aid.none'),
    options: [
      { id: 'report', label: t('aid.report'), words: 'ya, boleh, buatkan, lapor, oke, yes' },
      { id: 'enough', label: t('aid.enough'), words: 'tidak, tidak usah, jangan, no' },
    ],
  }),
  onPick: (at, id) => (id === 'report' ? complain(at) : onward(at, 'later')),
  onMedia: refusePhoto(),
})

/** Typed words instead of a choice. */
export function onTroubleText(at: StepContext<AppHelpData>, text: string): Transition {
  const id = matchSymptom(text)
  return id && symptomOf(at, id) ? startFirstAid(at, id, text) : notUnderstood
}

/** Begins with the first remedy for a symptom. */
export function startFirstAid(at: StepContext<AppHelpData>, id: string, told?: string): Transition {
  const set = { symptom: id, category: symptomOf(at, id)?.category, at: 0, ...(told && { parts: [told] }) }
  return go(triesOf({ ...at, data: { ...at.data, symptom: id } }).length > 0 ? 'attempt' : 'exhausted', {
    set,
  })
}

function nextTry(at: StepContext<AppHelpData>): Transition {
  const then = (at.data.at ?? 0) + 1
  return then < triesOf(at).length ? go('attempt', { set: { at: then } }) : go('exhausted')
}

function worked(at: StepContext<AppHelpData>): Transition {
  return onward(at, 'glad')
}

/** Back to the guide where it was left for first aid; else this is the end. */
function onward({ data }: StepContext<AppHelpData>, said: 'glad' | 'later'): Transition {
  const on = { says: [{ text: t(`aid.${said}On`) }] }
  if (data.returnTo) return open(data.returnTo, on)
  if (data.step) return go('guide', on)
  return end({ says: [{ text: t(`aid.${said}`) }] })
}

function complain(at: StepContext<AppHelpData>): Transition {
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

function triesOf(at: StepContext<AppHelpData>): readonly Remedy[] {
  const symptom = symptomOf(at, at.data.symptom)
  const office = officeOf(at)
  return symptom ? remediesFor(symptom, at.world.library.facts, office.code, todayAt(at, office)) : []
}

function symptomOf({ world }: Pick<StepContext, 'world'>, id: string | undefined): Symptom | undefined {
  return world.library.firstAid.find((symptom) => symptom.id === id)
}
