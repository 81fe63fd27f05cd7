import type { EngineMemory } from '../../src/flows/engine/state.ts'
import type { FlowData } from '../../src/flows/engine/handle.ts'
import { START } from '../flows/stage.ts'
import { application, ticketView } from './samples.ts'

/** A conversation as it stands when one question is put: what is known by then, with nothing more than it needs. */

export interface Start {
  /** Where another flow's question stays open below the engine's own. */
  readonly flow?: string
  readonly step?: string
  readonly data?: FlowData
  readonly memory?: EngineMemory
  /** The chat has a ticket that is not closed. */
  readonly openTicket?: boolean
}

const MINUTE = 60_000

const CLOSED = ticketView(14, { state: 'closed', closedAt: START - 5 * MINUTE, lastReply: 'Sudah dicatat.' })

function adult(answers: Readonly<Record<string, string>> = {}): FlowData {
  return { id: '1', band: 'adult', answers: { who: 'adult', ...answers }, have: [] }
}

function child(answers: Readonly<Record<string, string>> = {}): FlowData {
  return { id: '1', band: 'child', answers: { who: 'child', ...answers }, have: [] }
}

const LISTED = { ...adult({ what: 'new', special: 'none' }), introduced: true }
const PEOPLE = [
  adult({ what: 'new', special: 'none' }),
  { ...child({ what: 'replace', dual: 'no', parents: 'together', trip: 'parents' }), id: '2' },
]

const requirements = {
  'requirements/whose': { memory: { slots: { people: PEOPLE } } },
  'requirements/who': {},
  'requirements/more': {},
  'requirements/person': { data: { id: '1', band: 'frail', answers: {}, have: [] } },
  'requirements/what': { data: adult() },
  'requirements/old': { data: adult({ what: 'replace' }) },
  'requirements/changed': { data: adult({ what: 'replace', old: 'recent' }) },
  'requirements/special': { data: adult({ what: 'new' }) },
  'requirements/dual': { data: child({ what: 'new' }) },
  'requirements/parents': { data: child({ what: 'new', dual: 'no' }) },
  'requirements/custody': { data: child({ what: 'new', dual: 'no', parents: 'divorced' }) },
  'requirements/trip': { data: child({ what: 'new', dual: 'no', parents: 'together' }) },
  'requirements/doubt': { data: LISTED },
  'requirements/list': { data: LISTED },
  'requirements/tick': { data: { ...LISTED, passed: [] } },
  'requirements/which': { data: { ...LISTED, page: 0 } },
  'requirements/paper': { data: { ...LISTED, paper: 'birth-certificate' } },
  'requirements/next': { data: { ...LISTED, have: ['ektp', 'kk', 'birth-certificate'] } },
} satisfies Starts

const PRICED = { who: 'adult', why: 'none', kind: 'electronic', years: 5 }

const cost = {
  'cost/start': {},
  'cost/total': { data: PRICED },
  'cost/unsure': { data: PRICED },
  'cost/refund': {},
  'cost/where': {},
  'cost/since': {},
  'cost/running': { memory: { slots: { payUntil: START + 80 * MINUTE } } },
  'cost/over': {},
  'cost/paid': {},
  'cost/unsynced': {},
} satisfies Starts

const JAKARTA = ['JKS', 'JKB', 'JKP', 'JKT', 'JKU']
const PLACES = {
  office: 'KPG',
  unit: 'office',
  lane: 'regular',
  day: '2026-11-23',
  half: 'morning',
  left: 12,
  enteredAt: START - MINUTE,
}
const WATCHED = { slots: { watch: { office: 'KPG', until: '2026-12-20' } } }

const offices = {
  'office/show': {},
  'office/name': {},
  'office/pick': { data: { found: JAKARTA.map((code) => ({ code })) } },
  'quota/show': { data: { figures: [] } },
  'quota/name': {},
  'quota/pick': { data: { found: [{ code: 'SUB' }, { code: 'TPR' }] } },
  'quota/more': { data: { figures: [] } },
  'quota/tips': { data: { figures: [] } },
  'quota/opened': { data: { figures: [PLACES] }, memory: WATCHED },
  'quota/ended': { data: { watch: 'KPG' }, memory: WATCHED },
} satisfies Starts

const VISIT = { asked: true, day: '2026-12-03', category: 'SCH-RESCHED' }
const MISSED = { ...VISIT, day: '2026-11-18', changed: false, why: 'past' }

const reschedule = {
  'reschedule/name': { data: { asked: true } },
  'reschedule/pick': { data: { asked: true, found: [{ code: 'BTM' }, { code: 'BLP' }] } },
  'reschedule/day': { data: { asked: true } },
  'reschedule/dayCheck': { data: { asked: true, maybe: '2026-12-03', leads: 'begin' } },
  'reschedule/changed': { data: VISIT },
  'reschedule/may': { data: { ...VISIT, changed: false } },
  'reschedule/walk': { data: { ...VISIT, changed: false, at: 2 } },
  'reschedule/newDay': { data: { ...VISIT, changed: false, at: 4 } },
  'reschedule/remind': { data: { ...VISIT, changed: true } },
  'reschedule/reminded': { data: { reminder: 'three-days', office: 'KPG', day: '2026-11-23' } },
  'reschedule/unsure': { data: VISIT },
  'reschedule/special': { data: MISSED },
  'reschedule/specialTold': { data: { ...MISSED, reason: 'absent' } },
} satisfies Starts

const INTERVIEWED = { interview: '2026-11-19', office: 'KPG', category: 'TIM-UNSURE' }

const status = {
  'status/number': {},
  'status/birth': { data: { number: '123456789012' } },
  'status/unknown': {},
  'status/locked': {},
  'status/away': {},
  'status/later': {},
  'status/over': {},
  'status/show': { data: { found: application('TERJADWAL') } },
  'status/told': { data: { found: application('SIAP_DIAMBIL'), answer: 'pickup-proxy' } },
  'status/interview': {},
  'status/ready': { data: INTERVIEWED },
  'status/collect': { data: { reminder: 'week', until: '2026-12-10', office: 'KPG' } },
} satisfies Starts

const info = {
  'info/subjects': {},
  'info/topics': { data: { subject: 'papers' } },
  'info/pick': { data: { topic: 'pickup' } },
  'info/show': { data: { subject: 'result', topic: 'pickup', id: 'pickup-self' } },
} satisfies Starts

const apphelp = {
  'apphelp/choice': {},
  'apphelp/resume': { memory: { slots: { guide: 'papers' } } },
  'apphelp/guide': { data: { step: 'identity' } },
  'apphelp/symptoms': { data: { symptoms: ['otp', 'login', 'shared-account'] } },
  'apphelp/describe': {},
  'apphelp/attempt': { data: { symptom: 'identity', category: 'DAT-NIK', at: 0 } },
  'apphelp/all': { data: { symptom: 'login', category: 'APP-LOGIN', at: 0 } },
  'apphelp/exhausted': { data: { symptom: 'login', category: 'APP-LOGIN', at: 3 } },
} satisfies Starts

const TOLD = ['Sudah transfer tadi malam, di aplikasi masih menunggu pembayaran']
const COMPLAINT = { office: 'KPG', group: 'payment', category: 'PAY-UNSYNC' }

const TOLD_ONLY = { parts: TOLD, files: [], group: 'payment', category: 'PAY-UNSYNC' }
const LIKELY = ['PAY-FORFEIT', 'PAY-EXPIRED', 'PAY-UNSYNC', 'PAY-PRICE']
const OFFERED = ['Petugas minta 300 ribu, wajar ga?']

const complaint = {
  'complaint/asked': { data: { group: 'integrity', parts: OFFERED } },
  'complaint/office': { data: TOLD_ONLY },
  'complaint/officeName': { data: TOLD_ONLY },
  'complaint/officePick': { data: { ...TOLD_ONLY, offices: JAKARTA } },
  'complaint/group': { data: { office: 'KPG' } },
  'complaint/guess': { data: { office: 'KPG', parts: ['Cara pembayarannya bikin pusing'], likely: LIKELY } },
  'complaint/category': { data: { office: 'KPG', group: 'payment' } },
  'complaint/tell': { data: { office: 'KPG', parts: TOLD, files: [], last: 'text' } },
  'complaint/check': { data: { ...COMPLAINT, parts: TOLD, files: [] } },
  'complaint/change': { data: { ...COMPLAINT, parts: TOLD, files: [] } },
} satisfies Starts

const TWO = [
  ticketView(14),
  ticketView(9, { state: 'answered', category: 'TIM-LATE', lastReply: 'Besok siap.' }),
]

const tickets = {
  'ticket/none': {},
  'ticket/pick': { data: { tickets: TWO } },
  'ticket/number': {},
  'ticket/show': { data: { ticket: ticketView(14) } },
  'ticket/add': { data: { ticket: ticketView(14), added: true } },
  'ticket/withdraw': { openTicket: true },
  'ticket/reopen': { data: { ticket: CLOSED } },
  'human/which': { openTicket: true },
  'human/add': { openTicket: true },
  'human/question': {},
  'human/offer': { data: { parts: ['Anak saya lahir di Malaysia, aktanya dari sana, bisa dipakai?'] } },
  'human/offerVoice': { data: { files: [{ id: 'f1', mime: 'audio/ogg', bytes: 1000 }] } },
  'rating/score': { data: { ticket: CLOSED } },
  'rating/again': { data: { ticket: CLOSED } },
} satisfies Starts

const COMPLAINING = {
  flow: 'complaint',
  step: 'tell',
  data: { ...COMPLAINT, parts: TOLD, files: [], last: 'text' },
}

const engine = {
  'menu/main': {},
  'menu/schedule': {},
  'menu/check': {},
  'engine/leave': { ...COMPLAINING, memory: { interruption: { name: 'leave', aim: 'menu' } } },
  'engine/resume': {
    ...COMPLAINING,
    memory: { interruption: { name: 'resume', held: { kind: 'text', text: 'halo' } } },
  },
  'engine/side': {
    flow: 'requirements',
    step: 'what',
    data: adult(),
    memory: {
      interruption: { name: 'side', intent: 'cost', confidential: false, text: 'kalau biayanya gimana ya' },
    },
  },
  'engine/language': {
    flow: 'requirements',
    step: 'what',
    data: adult(),
    memory: { interruption: { name: 'language' } },
  },
} satisfies Starts

type Starts = Readonly<Record<string, Start>>

/** By flow and step; `engine` stands for the engine's own questions. */
export const STARTS: Starts = {
  ...requirements,
  ...cost,
  ...offices,
  ...reschedule,
  ...status,
  ...info,
  ...apphelp,
  ...complaint,
  ...tickets,
  ...engine,
}
