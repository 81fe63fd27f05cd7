import { readActs } from '../../model/understanding/acts.ts'
import { readPapers } from '../../model/understanding/answers/paper.ts'
import { classifyIntent, type Intent } from '../../model/understanding/intent.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { matchTerm } from '../../model/understanding/term.ts'
import { PAPER_NAMES } from '../../model/words/terms.ts'
import type { CaseEntities } from '../../model/understanding/case.ts'
import type { StepContext } from '../engine/context.ts'
import type { FlowTarget } from '../engine/handle.ts'
import type { DirectAnswer, Notes } from '../engine/hooks.ts'
import { t } from '../engine/text.ts'
import { commaList } from '../shared/facts.ts'
import { passportCaseIn } from '../shared/passport-case.ts'
import { madeIn } from './old-passport.ts'
import { answerTexts } from './first-message.ts'
import { caseSteps } from './case.ts'
import { CASE_QUESTIONS, requirementsHandle, type RequirementsData } from './handle.ts'
import { assumedOf, listOf } from './list.ts'

/** What people tell of the case beside the question that is open, and after they have seen their list. */

type At = StepContext<RequirementsData>

/** Facts for questions that come later, or that were answered otherwise: kept, and told back. */
export function caseNotes(at: At, text: string): Notes<RequirementsData> | null {
  const { step } = at.state
  if (step === 'who' || step === 'whose') return null
  const { answers = {}, extracted } = at.data
  const told = newAnswers(passportCaseIn(at, text), { ...extracted?.answers, ...answers })
  const beside = Object.fromEntries(Object.entries(told).filter(([id]) => id !== step))
  if (Object.keys(beside).length === 0) return null
  const texts = answerTexts(beside)
  return {
    set: { extracted: { ...extracted, answers: { ...extracted?.answers, ...beside } } },
    ...(texts.length > 0 && { told: t('requirements.noted', { case: { text: commaList(texts) } }) }),
  }
}

/** "Bikinnya 2007 di Medan": said of the passport that is renewed. */
function oldPassport(at: At, text: string): Readonly<Record<string, string>> {
  const made = at.data.answers?.['what'] === 'replace' ? madeIn(at, text) : undefined
  return made === undefined ? {} : { old: made }
}

function newAnswers({ answers }: CaseEntities, known: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(answers).filter(([id, choice]) => known[id] !== choice))
}

/** "Akta lahir tidak ada", "KK sudah ada": papers of the list that are named; certain where it says whether it is there. */
function aboutPapers(
  at: At,
  text: string,
): { readonly target: FlowTarget; readonly isCertain: boolean } | null {
  const items = new Set(listOf(at).items.map(({ id }) => id))
  // "denda, bukan KTP" is not about the KTP
  const said = text.replace(/\bbukan (?:soal |yang )?[\p{L}-]+/giu, ' ')
  const named = readPapers(
    said,
    PAPER_NAMES.filter(({ id }) => items.has(id)),
  )
  const asked = named.find(({ has }) => has === false) ?? named.find(({ has }) => has === null)
  if (asked?.has === false || (asked && readActs(text).has('question')))
    return {
      target: requirementsHandle.at('paper', { ...at.data, paper: asked.id }),
      isCertain: asked.has === false,
    }
  const have = named.flatMap(({ id, has }) => (has === true ? [id] : []))
  if (have.length === 0) return null
  const all = [...new Set([...(at.data.have ?? []), ...have])]
  return { target: requirementsHandle.at('list', { ...at.data, have: all }), isCertain: true }
}

/** One paper in plain words, wherever it is asked about: "surat bukti perubahan data itu apa?" */
export function paperAnswer(_: StepContext, text: string): DirectAnswer | null {
  const term = matchTerm(text)
  if (term?.kind !== 'paper') return null
  const about = t(`paper.${term.id}.without`)
  const texts = [
    t('requirements.about', { paper: { text: t(`paper.${term.id}.name`) }, about: { text: about } }),
  ]
  return { texts, target: requirementsHandle.at('paper', { paper: term.id }) }
}

const OTHER_MATTERS: ReadonlySet<Intent> = new Set<Intent>([
  'cost',
  'quota',
  'reschedule',
  'status',
  'apphelp',
  'office',
  'complaint',
  'human',
])
const ASKS_FOR_PAPERS =
  /\b(?:bawa|dibawa|syarat|persyaratan|dokumen|berkas|surat apa|bring|papers|documents|requirements)\b/

/** "Kalau hilang?", "orang tuanya cerai", "untuk anak saya": the list shown last for this case, or for somebody else. */
export function caseFollowUp(at: At, text: string): FlowTarget | null {
  const papers = aboutPapers(at, text)
  if (papers?.isCertain) return papers.target
  const { answers = {}, band } = at.data
  const found = passportCaseIn(at, text)
  const isClear = Object.keys(found.answers).length > 0
  const special = { ...oldPassport(at, text), ...(isClear ? {} : otherThanAssumed(at, text)) }
  const intent = classifyIntent(text)?.intent
  const aboutCase = Object.keys({ ...special, ...found.answers }).some((id) => id !== 'what')
  if (intent && OTHER_MATTERS.has(intent) && !aboutCase) return null
  const isOther = found.bands.length > 0 && band !== undefined && !found.bands.includes(band)
  if (isOther || namesOther(found, text)) {
    const { what } = answers
    return requirementsHandle.start({ words: text, extracted: { answers: what ? { what } : {} } })
  }
  const told = newAnswers({ ...found, answers: { ...special, ...found.answers } }, answers)
  if (Object.keys(told).length > 0)
    return requirementsHandle.at('ask', { ...at.data, answers: { ...answers, ...told }, introduced: false })
  if (papers) return papers.target
  // asked for once more: the same list
  return ASKS_FOR_PAPERS.test(normalise(text)) ? requirementsHandle.at('list', at.data) : null
}

/** "Kalau untuk istri saya?": somebody else of the same age. */
function namesOther({ relation }: CaseEntities, text: string): boolean {
  if (relation === undefined || relation === 'self') return false
  const said = normalise(text)
  // a matter of their own is not the one before
  return (
    /^(?:kalau|terus|lalu|dan|what about|and)\b/.test(said) && !/\b(?:bikin|buat paspor|baru)\b/.test(said)
  )
}

/** What was assumed and is otherwise ("I am Australian"): the readers of those questions know the words for it. */
function otherThanAssumed(at: At, text: string): Readonly<Record<string, string>> {
  const { requirements } = at.world.library
  // "sudah" says that something has happened, not that a question nobody put is answered with yes
  const said = normalise(text).replace(/\b(?:ya|iya|ada|sudah|belum|tidak|bukan|satu|yes|no)\b/g, ' ')
  const open = assumedOf(at)
  for (const id of CASE_QUESTIONS) {
    if (!open.includes(id)) continue
    const assumed = requirements.questions.find((one) => one.id === id)?.assume
    const next = caseSteps[id].answer(at, { kind: 'text', text: said })
    const choice = next.kind === 'go' ? next.set?.answers?.[id] : undefined
    if (choice && choice !== assumed && choice !== 'unknown') return { [id]: choice }
  }
  return {}
}
