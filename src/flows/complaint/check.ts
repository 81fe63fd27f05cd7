import { excerpt } from '../../model/messages/text.ts'
import { choiceQuestion } from '../engine/question.ts'
import { onLateMedia, onLateText } from './early-story.ts'
import type { ComplaintData } from './data.ts'
import { officeName } from './options.ts'
import type { NewTicket, Text } from '../engine/conversation.ts'
import { READ_BACK } from '../engine/limits.ts'
import { dueDay } from '../shared/due-day.ts'
import { end, go, t, type StepContext, type Transition } from '../engine/flow.ts'
import { storyText } from '../shared/story.ts'

/** The end of a complaint: read back, correct one item, ticket. */

export const check = choiceQuestion<ComplaintData>({
  prompt: (at) => ({
    text: readBack(at),
    options: [
      {
        id: 'right',
        label: t('complaint.right'),
        words:
          'benar, betul, ya, iya, oke, sudah, sudah benar, kirim, selesai, yes, right, correct, send, done',
      },
      {
        id: 'change',
        label: t('complaint.change'),
        words: 'ubah, ganti, salah, tidak, belum, koreksi, no, wrong, change',
      },
    ],
  }),
  onPick: (_, id) => go(id === 'right' ? 'open' : 'change'),
  onText: onLateText,
  onMedia: onLateMedia,
})

export const change = choiceQuestion<ComplaintData>({
  prompt: () => ({
    text: t('complaint.whatToChange'),
    options: [
      { id: 'office', label: t('complaint.theOffice'), words: 'kantor, office' },
      { id: 'group', label: t('complaint.theSubject'), words: 'soal, masalah, subject' },
      { id: 'add', label: t('complaint.addToStory'), words: 'tambah, tambah cerita, foto, add' },
      { id: 'retell', label: t('complaint.theStory'), words: 'cerita, tulis ulang, ganti cerita, story' },
      { id: 'right', label: t('complaint.nothing'), words: 'sudah benar, tidak ada, tidak jadi, nothing' },
    ],
  }),
  onPick(_, id) {
    if (id === 'right') return go('check')
    if (id === 'office' || id === 'group') return go(id, { set: { editing: true } })
    return go('tell', { set: { editing: true, startsOver: id === 'retell', last: undefined } })
  },
  onMedia: onLateMedia,
})

function readBack(at: StepContext<ComplaintData>): Text {
  const { data } = at
  const files = data.files?.length ?? 0
  const told = toldKey(data)
  return t(`complaint.${told}`, {
    office: officeName(at, data.office ?? at.world.office),
    category: { text: t(`category.${data.category ?? 'OTH'}`) },
    about: { text: data.about ?? { raw: '' } },
    story: excerpt((data.parts ?? []).join(' / '), READ_BACK),
    files,
  })
}

function toldKey({ parts, files, about }: ComplaintData): string {
  if (parts?.length) return files?.length ? 'check' : 'checkStory'
  return about && !files?.length ? 'checkKnown' : 'checkFiles'
}

export function ticketOpened(
  at: StepContext<ComplaintData>,
  { id, number }: { readonly id: string; readonly number: string },
): Transition {
  const { state, world, data } = at
  const office = data.office ?? world.office
  const due = dueDay(at, office)
  const ticket: NewTicket = {
    id,
    number,
    kind: 'complaint',
    office,
    category: data.category ?? 'OTH',
    confidential: state.confidential,
    due,
    story: storyText(data),
    ...(data.about && { about: data.about }),
    files: data.files ?? [],
    storyFrom: Math.min(data.aboutFrom ?? state.since, state.since, world.now),
  }
  const vars = { number, due: { date: due } }
  const says = state.confidential
    ? [{ text: t('complaint.openedConfidential', vars) }, { text: t('complaint.outside') }]
    : [{ text: t('complaint.opened', vars) }]
  return end({ effects: [{ do: 'open ticket', ticket }], says })
}
