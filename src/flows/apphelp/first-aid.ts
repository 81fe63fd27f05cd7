import { complaintHandle } from '../complaint/handle.ts'
import { end, go, handOver, open, type Option, type QuestionStep, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { choiceQuestion, openQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { humanHandle } from '../human/handle.ts'
import { officeOf } from '../shared/facts.ts'
import { lines } from '../shared/lines.ts'
import { mentionsAny } from '../shared/mentions.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import { wordsForRow } from '../shared/row-words.ts'
import type { AppHelpData, AppHelpStep } from './handle.ts'
import { onTroubleText, remediesOf, remedyText, startFirstAid, symptomOf } from './remedies.ts'

/** First aid: one remedy a message, and when nothing helps a complaint that is filled in already. */

type At = StepContext<AppHelpData>
type Next = Transition<AppHelpData, AppHelpStep>
type Choice = Option<AppHelpData, AppHelpStep>
type Question = QuestionStep<AppHelpData, AppHelpStep>

/** The symptoms of one list, and the way out of it. */
export const symptoms = choiceQuestion<AppHelpData, AppHelpStep>({
  prompt: ({ world, data }) => ({
    text: t('aid.ask'),
    options: [
      ...(data.symptoms ?? []).map((id) => ({
        id,
        label: t(`aid.${id}.name`),
        ...wordsForRow(world, `aid.${id}`),
      })),
      {
        id: 'other',
        means: 'none',
        label: t('aid.other'),
        hears: 'apphelp.otherTrouble',
        to: go('describe'),
      },
    ],
  }),
  onPick: (at, id) => startFirstAid(at, id),
  onText: onTroubleText,
  onMedia: refusePhoto(onTroubleText),
})

/** A trouble that is on no list: with words for it, or a person. */
export const describe = openQuestion<AppHelpData, AppHelpStep>({
  expects: 'story',
  prompt: () => ({ text: t('aid.describe'), options: [] }),
  onText: (at, text) => {
    const transition = onTroubleText(at, text)
    return transition.kind === 'not understood'
      ? open(humanHandle.start({ topic: 'apphelp', parts: [text] }))
      : transition
  },
  onMedia: refusePhoto(onTroubleText),
})

const WORKS: Choice = { id: 'yes', label: t('aid.yes'), hears: 'apphelp.works' }
const NOT_YET: Choice = { id: 'no', label: t('aid.no'), hears: 'apphelp.notYet' }
const ALL: Choice = { id: 'all', label: t('aid.all'), hears: 'apphelp.all', to: go('all') }

export const attempt: Question = {
  ...choiceQuestion<AppHelpData, AppHelpStep>({
    prompt: (at) => {
      const remedies = remediesOf(at)
      const index = at.data.at ?? 0
      const now = remedies[index]
      return {
        text: now ? remedyText(at, now, 'alone') : t('aid.none'),
        options: [WORKS, NOT_YET, ...(remedies.length - index > 2 ? [ALL] : [])],
      }
    },
    onPick: (at, id) => (id === 'yes' ? onward(at, 'glad') : nextRemedy(at)),
    onText: (at, text) =>
      mentionsAny(text, at.world.hears['apphelp.still']) ? nextRemedy(at) : onTroubleText(at, text),
    onMedia: refusePhoto(),
  }),
  back: ({ data }) => (data.at ? go('attempt', { set: { at: data.at - 1 } }) : undefined),
}

/** Every remedy at once, for those who would rather read than try one after another. */
export const all = choiceQuestion<AppHelpData, AppHelpStep>({
  prompt: (at) => ({
    text: lines(
      t('aid.allOf'),
      ...remediesOf(at).map((one) => remedyText(at, one, 'in list')),
      t('aid.done'),
    ),
    options: [WORKS, NOT_YET],
  }),
  onPick: (at, id) => (id === 'yes' ? onward(at, 'glad') : go('exhausted')),
  onText: onTroubleText,
  onMedia: refusePhoto(),
})

export const exhausted = choiceQuestion<AppHelpData, AppHelpStep>({
  prompt: (at) => ({
    text: t(remediesOf(at).length > 0 ? 'aid.complain' : 'aid.none'),
    options: [
      { id: 'report', means: 'yes', label: t('aid.report'), hears: 'apphelp.report' },
      { id: 'enough', means: 'no', label: t('aid.enough'), hears: 'apphelp.enough' },
    ],
  }),
  onPick: (at, id) => (id === 'report' ? complain(at) : onward(at, 'later')),
  onMedia: refusePhoto(),
})

function nextRemedy(at: At): Next {
  const index = (at.data.at ?? 0) + 1
  return index < remediesOf(at).length ? go('attempt', { set: { at: index } }) : go('exhausted')
}

/** Back to the guide where it was left for first aid; else this is the end. */
function onward({ data }: At, words: 'glad' | 'later'): Next {
  const says = [{ text: t(`aid.${words}On`) }]
  if (data.returnTo) return open(data.returnTo, { says })
  if (data.step) return go('guide', { says })
  return end({ says: [{ text: t(`aid.${words}`) }] })
}

/** A complaint with what is known already; it is only read back. */
function complain(at: At): Next {
  const { state, world, data } = at
  const symptom = symptomOf(at)
  if (!symptom) return handOver('apphelp')
  const problem = { text: t(`aid.${symptom.id}.name`) }
  return open(
    complaintHandle.at('check', {
      office: officeOf(at).code,
      group: world.categories.find(({ code }) => code === symptom.category)?.group,
      category: symptom.category,
      ...(data.parts && { parts: data.parts }),
      about: t('aid.about', { problem, tried: remediesOf(at).length }),
      aboutFrom: state.since,
    }),
  )
}
