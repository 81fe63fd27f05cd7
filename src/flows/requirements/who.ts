import { readAgeRange } from '../../model/understanding/answers/age.ts'
import type { PersonBand } from '../../model/understanding/person.ts'
import { go, notUnderstood, type Option, type QuestionStep, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { choiceQuestion, topicQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { factNumber } from '../shared/facts.ts'
import { passportCaseIn } from '../shared/passport-case.ts'
import { caseInFirstMessage, isEmptyCase, NO_FIRST_MESSAGE } from './first-message.ts'
import type { RequirementsData, RequirementsStep } from './handle.ts'
import { startNewPerson, startWithBand, startWithWay } from './new-person.ts'
import { BANDS, peopleOf, personLabel } from './people.ts'

/** For whom, and how they come: somebody remembered, or a new person. */

type At = StepContext<RequirementsData>
type Choice = Option<RequirementsData, RequirementsStep>
type Question = QuestionStep<RequirementsData, RequirementsStep>
type Next = Transition<RequirementsData, RequirementsStep>

/** Shown at once; a group is among what comes seldom. */
const OFFERED = BANDS.filter((band) => band !== 'group')

/** Other ways in. */
const WAYS = ['no-phone', 'express', 'weekend', 'bap'] as const

export const whoseStep = choiceQuestion<RequirementsData, RequirementsStep>({
  prompt: ({ state }) => ({
    text: t('requirements.whose'),
    options: [
      ...peopleOf(state).map((person) => ({ id: person.id, label: personLabel(state, person) })),
      { id: 'new', means: 'none', label: t('requirements.newPerson'), hears: 'requirements.newPerson' },
    ],
  }),
  onPick: (at, id) => {
    const person = peopleOf(at.state).find((one) => one.id === id)
    if (person) return go('ask', { set: { ...person, ...NO_FIRST_MESSAGE, passed: [], introduced: true } })
    return startNewPerson(at, caseInFirstMessage(at))
  },
})

export const whoStep = withAges(
  topicQuestion<RequirementsData, RequirementsStep>(
    {
      prompt: (at) => ({
        text: t('lane.ask'),
        options: [
          ...(at.data.bands ?? OFFERED).map((band) => bandOption(at, band)),
          at.data.bands ? NOBODY_OF_THESE : OTHER_WAYS,
        ],
      }),
      onPick: (at, id) => {
        const band = BANDS.find((one) => one === id)
        return band ? startWithBand(at, band) : notUnderstood
      },
      onText: personTold,
    },
    'requirements',
  ),
  personTold,
)

function personTold(at: At, text: string): Next {
  const found = passportCaseIn(at, text, true)
  return isEmptyCase(found) ? notUnderstood : startNewPerson(at, found)
}

/** An age says more than the word beside it: "anak saya 20 tahun" is grown up. */
function withAges(question: Question, onText: (at: At, text: string) => Next): Question {
  return {
    ...question,
    answer(at, answer) {
      const told =
        answer.kind === 'text' && readAgeRange(answer.text) ? onText(at, answer.text) : notUnderstood
      return told.kind === 'not understood' ? question.answer(at, answer) : told
    },
  }
}

export const moreStep = choiceQuestion<RequirementsData, RequirementsStep>({
  prompt: (at) => ({
    text: t('lane.askMore'),
    options: [
      ...WAYS.map((way) => ({
        id: way,
        label: t(`lane.name.${way}`),
        hears: `requirements.way.${way}` as const,
      })),
      { ...bandOption(at, 'group'), to: startWithBand(at, 'group') },
      { id: 'none', label: t('lane.other'), hears: 'requirements.none', to: go('who') },
    ],
  }),
  onPick: (at, way) => startWithWay(at, way),
})

/** Grown up or not, where neither the words nor the band have told it. */
export const personStep = withAges(
  choiceQuestion<RequirementsData, RequirementsStep>({
    prompt: (at) => ({
      text: t('case.who.ask'),
      options: (['adult', 'child'] as const).map((who) => ({
        id: who,
        label: t(`case.who.${who}`, { age: factNumber(at, 'adult.age') }),
        hears: `case.who.${who}` as const,
        to: grownUp(at, who),
      })),
    }),
    onText: grownUpTold,
  }),
  grownUpTold,
)

function grownUpTold(at: At, text: string): Next {
  const { who } = passportCaseIn(at, text, true)
  return who ? grownUp(at, who) : notUnderstood
}

function grownUp(at: At, who: 'adult' | 'child') {
  return go<RequirementsData, RequirementsStep>('ask', {
    set: { band: at.data.band === 'frail' ? 'frail' : who, answers: { who } },
  })
}

function bandOption(at: At, band: PersonBand): Choice {
  const option = { id: band, hears: `requirements.band.${band}` as const }
  if (band === 'elderly' || band === 'toddler')
    return { ...option, label: t(`lane.${band}`, { age: factNumber(at, `priority.${band}.age`) }) }
  if (band === 'frail') return { ...option, label: t('lane.frail') }
  return { ...option, label: t(`case.who.${band}`, { age: factNumber(at, 'adult.age') }) }
}

const OTHER_WAYS: Choice = {
  id: 'more',
  means: 'none',
  label: t('requirements.more'),
  hears: 'requirements.more',
  to: go('more'),
}
const NOBODY_OF_THESE: Choice = {
  id: 'none',
  label: t('lane.other'),
  hears: 'requirements.none',
  to: go('who', { set: { bands: undefined } }),
}
