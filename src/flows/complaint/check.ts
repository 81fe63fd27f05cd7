import { readActs } from '../../model/understanding/acts.ts'
import { excerpt, wordCount } from '../../model/messages/text.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { go, stay, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { READ_BACK } from '../engine/limits.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t, type Text } from '../engine/text.ts'
import { ordinaryBeside } from './beside.ts'
import { ADDED, onEarlyText, onLateMedia, onLateText } from './early-story.ts'
import type { ComplaintData, ComplaintStep } from './handle.ts'
import { addText } from '../shared/story.ts'
import { isForFewEyes } from './next.ts'
import { objecting, subjectInstead } from './objecting.ts'
import { officeInstead } from './office.ts'
import { officeName } from './options.ts'
import { keepingWords, tellingFirst } from './telling.ts'

/** The end of a complaint: read back, and one item corrected. */

type Next = Transition<ComplaintData, ComplaintStep>

const question = choiceQuestion<ComplaintData, ComplaintStep>({
  prompt: (at) => ({
    text: at.data.added
      ? t('complaint.checkAdded', { words: excerpt(at.data.parts?.at(-1) ?? '', ADDED) })
      : readBack(at),
    options: [
      { id: 'right', means: 'yes', label: t('complaint.right'), hears: 'complaint.right', to: sent(at) },
      {
        id: 'change',
        means: 'no',
        label: t('complaint.change'),
        hears: 'complaint.change',
        to: go('change'),
      },
    ],
  }),
  onText: corrected,
  onMedia: onLateMedia,
})

export const check = sending(objecting(tellingFirst(question, corrected)))

/** "Ok kirim", "sok atuh kintunkeun", "laporkan saja pak" … */
const SEND =
  /^(?:(?:y|ya+|iya+|io|iyo|iye|oke|ok|sip|gas\w*|yo|wis|sok|atuh|mangga|monggo|baik|terus|trs|tolong|sudah|lalu|yes|please|now)\s+)*(?:kirim\w*|kintun\w*|laporkan\w*|send|submit|gas|gaskeun)\b/
const NOT = /\b(?:jangan|jang|belum|tidak|dulu|don|not)\b/

/** … with more of the story behind it: kept, and sent. */
function sending(asked: typeof question): typeof question {
  return {
    ...asked,
    answer(at, answer) {
      const said = answer.kind === 'text' ? normalise(answer.text) : ''
      const rest = said.replace(SEND, '').trim()
      if (answer.kind === 'text' && isShortSend(said)) return asked.answer(at, { kind: 'pick', id: 'right' })
      if (answer.kind !== 'text' || rest === said || NOT.test(said) || isForFewEyes(rest))
        return asked.answer(at, answer)
      if (wordCount(rest) < MORE_WORDS || readActs(rest).isBare)
        return asked.answer(at, { kind: 'pick', id: 'right' })
      const { set } = addText(at.data, answer.text)
      const next = sent({ ...at, data: { ...at.data, ...set } })
      return next.kind === 'go' ? { ...next, set: { ...set, last: undefined } } : next
    },
  }
}

/** "Dah gas la", "ya ampun kirim lah bos". */
function isShortSend(said: string): boolean {
  const names = /\b(?:kirim\w*|gas|gaskeun|gass|kintun\w*|laporkan|naikkan|kasih naik|kasi naik|send)\b/.test(
    said,
  )
  return names && wordCount(said) <= SHORT_SEND && !NOT.test(said) && !readActs(said).has('question')
}

const SHORT_SEND = 6
const MORE_WORDS = 2

/** "Bukan Kupang, tapi Atambua" says another office; all else is more of the story. */
function corrected(at: StepContext<ComplaintData>, text: string): Next {
  const office = officeInstead(at, text)
  return office ? stay({ set: { office } }) : onLateText(at, text)
}

export const change = keepingWords(
  choiceQuestion<ComplaintData, ComplaintStep>({
    prompt: () => ({
      text: t('complaint.whatToChange'),
      options: [
        {
          id: 'office',
          label: t('complaint.theOffice'),
          hears: 'complaint.theOffice',
          to: go('office', { set: { editing: true } }),
        },
        {
          id: 'group',
          label: t('complaint.theSubject'),
          hears: 'complaint.theSubject',
          to: go('group', { set: { editing: true } }),
        },
        { id: 'add', label: t('complaint.addToStory'), hears: 'complaint.addToStory', to: retell(false) },
        { id: 'retell', label: t('complaint.theStory'), hears: 'complaint.theStory', to: retell(true) },
        {
          id: 'right',
          means: 'yes',
          label: t('complaint.nothing'),
          hears: 'complaint.nothing',
          to: go('check'),
        },
      ],
    }),
    onText(at, text) {
      const office = officeInstead(at, text)
      return office ? go('check', { set: { office } }) : (subjectInstead(at, text) ?? onEarlyText(at, text))
    },
    onMedia: onLateMedia,
  }),
)

/** What of a confidential story is an ordinary matter gets its own ticket first. */
function sent(at: StepContext<ComplaintData>): Next {
  return go(ordinaryBeside(at) === null ? 'open' : 'openBeside')
}

function retell(startsOver: boolean): Next {
  return go('tell', { set: { editing: true, startsOver, last: undefined } })
}

function readBack(at: StepContext<ComplaintData>): Text {
  const { data } = at
  return t(`complaint.${readBackKey(data)}`, {
    office: officeName(at, data.office ?? at.world.office),
    category: { text: t(`category.${data.category ?? 'OTH'}`) },
    about: { text: data.about ?? { raw: '' } },
    story: excerpt(told(data), READ_BACK),
    files: data.files?.length ?? 0,
  })
}

/** The story without greetings and thanks: what is read back is what was understood. */
function told({ parts = [] }: ComplaintData): string {
  const sentences = parts.flatMap((part) => part.split(/(?<=[.!?])\s+|\n+/))
  const telling = sentences.filter((one) => !readActs(one).isBare)
  return (telling.length > 0 ? telling : parts).join(' / ')
}

/** What there is to read back: a story, files, or only what another flow has found out. */
function readBackKey({ parts, files, about }: ComplaintData) {
  if (parts?.length) return files?.length ? 'check' : 'checkStory'
  return about ? 'checkKnown' : 'checkFiles'
}
