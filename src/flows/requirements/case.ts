import { topicQuestion } from '../engine/question.ts'
import { passportCaseIn } from '../shared/passport-case.ts'
import { factNumber } from '../shared/facts.ts'
import { mentionsOtherPerson } from './first-message.ts'
import type { RequirementsData } from './list.ts'
import { go, notUnderstood, t, type StepContext, type Transition, type QuestionStep } from '../engine/flow.ts'

/** The questions of the requirements table, one step each, in the table's own words. */

const QUESTIONS = ['what', 'old', 'changed', 'special', 'dual', 'parents', 'custody', 'trip']

/** Figures inside the words of a question or its choices. */
const FIGURES: Readonly<Record<string, string>> = {
  old: 'replace.issued-after',
  special: 'abg.choice-age',
}

/** What people type for a choice instead of its number. */
export const CASE_WORDS: Readonly<Record<string, string>> = {
  adult: 'dewasa, saya, adult',
  child: 'anak, anak saya, child',
  new: 'baru, pertama, bikin baru, belum punya, belum pernah, first, new',
  replace: 'ganti, perpanjang, perpanjangan, habis, penuh, mati, renew, renewal, expired, full',
  lost: 'hilang, dicuri, lost, stolen',
  damaged: 'rusak, sobek, basah, kena banjir, damaged',
  change: 'ubah nama, ganti nama, ubah data, data berubah, change of name',
  'lost-abroad': 'hilang di luar negeri, lost abroad',
  recent: 'di indonesia',
  abroad: 'luar negeri, di luar negeri, abroad',
  unknown: 'tidak tahu, lupa, kurang tahu, i do not know',
  no: 'tidak, sama, masih sama, bukan, no',
  yes: 'ya, iya, ada, berubah, yes',
  none: 'tidak ada, biasa, tidak, none',
  umrah: 'umrah, umroh, haji, hajj',
  worker: 'kerja, tki, pmi, tkw, work',
  study: 'sekolah, kuliah, magang, study',
  together: 'menikah, masih menikah, bersama, married',
  divorced: 'cerai, bercerai, pisah, divorced',
  decided: 'ada, ya, yes',
  parents: 'ayah, ibu, dengan saya, with me',
  escort: 'orang lain, kakek, nenek, paman, bibi, somebody else',
}

export const caseSteps: Readonly<Record<string, QuestionStep<RequirementsData>>> = Object.fromEntries(
  QUESTIONS.map((id) => [id, caseStep(id)]),
)

function caseStep(id: string): QuestionStep<RequirementsData> {
  const parts = {
    prompt: (at: StepContext<RequirementsData>) => ({
      text: t(`case.${id}.ask`),
      options: choicesOf(at, id).map((choice) => ({
        id: choice,
        label: t(`case.${id}.${choice}`, figures(at, id)),
        words: CASE_WORDS[choice] ?? '',
      })),
    }),
    onPick: ({ data }: StepContext<RequirementsData>, choice: string) => chosen(data, id, choice),
    onText(at: StepContext<RequirementsData>, text: string) {
      const choice = passportCaseIn(at, text).answers[id]
      return choice && choicesOf(at, id).includes(choice) ? chosen(at.data, id, choice) : notUnderstood
    },
  }
  const question = topicQuestion(parts, 'requirements')
  return {
    ...question,
    answer: (at, reply) =>
      reply.kind === 'text' && mentionsOtherPerson(at, reply.text)
        ? notUnderstood
        : question.answer(at, reply),
  }
}

/** What is answered now counts, not what was heard before. */
function chosen(data: RequirementsData, id: string, choice: string): Transition {
  const { [id]: _, ...others } = data.extracted?.answers ?? {}
  const extracted = data.extracted && { ...data.extracted, answers: others }
  return go('ask', { set: { answers: { ...earlier(data, id), [id]: choice }, extracted, introduced: false } })
}

function choicesOf({ world }: StepContext<RequirementsData>, id: string): readonly string[] {
  return world.library.requirements.questions.find((one) => one.id === id)?.choices ?? []
}

function figures(at: StepContext<RequirementsData>, id: string): Readonly<Record<string, string | number>> {
  const key = FIGURES[id]
  if (!key) return {}
  const value = factNumber(at, key)
  return { year: value, age: value }
}

/** Answers given before this question: another answer to it makes those after it void. */
function earlier({ answers = {} }: RequirementsData, id: string) {
  const given = Object.entries(answers)
  const place = given.findIndex(([question]) => question === id)
  return Object.fromEntries(place === -1 ? given : given.slice(0, place))
}
