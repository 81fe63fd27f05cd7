import type {
  Answers,
  Application,
  ApplicationDraft,
  Categories,
  Channels,
  Fact,
  FactDraft,
  Facts,
  ImportReport,
  Me,
  Officers,
  Offices,
  Preview,
  ProblemDetails,
  Queue,
  Quota,
  QuotaDraft,
  RowsReport,
  Ticket,
} from './types.ts'

/** Where the officers' door is. */
const ROOT = '/api/v1'

/** The API refused, or could not be reached (`status` 0). */
export class Problem extends Error {
  readonly status: number
  readonly details: ProblemDetails
  /** Seconds to wait, when the API said so. */
  readonly wait: number
  constructor(status: number, details: ProblemDetails, wait = 0) {
    super(details.reason ?? String(status))
    this.status = status
    this.details = details
    this.wait = wait
  }
}

/** A `Blob` is sent as it is, anything else as JSON. */
async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const type = body instanceof Blob ? body.type : 'application/json'
  const response = await fetch(ROOT + path, {
    method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...(body ? { 'content-type': type } : {}) },
    ...(body ? { body: body instanceof Blob ? body : JSON.stringify(body) } : {}),
  }).catch(() => null)
  if (!response) throw new Problem(0, {})
  const value: unknown = response.status === 204 ? null : await response.json().catch(() => ({}))
  if (response.ok) return value as T
  throw new Problem(response.status, value as ProblemDetails, Number(response.headers.get('retry-after')))
}

const ticket = (number: string) => `/tickets/${encodeURIComponent(number)}`

/** The officers' door, one line a request. All reject with `Problem`. */
export const api = {
  me: () => call<Me>('GET', '/session'),
  signIn: (email: string, password: string) => call<unknown>('POST', '/session', { email, password }),
  signOut: () => call<unknown>('DELETE', '/session'),
  queue: (query: URLSearchParams) => call<Queue>('GET', `/tickets?${query}`),
  ticket: (number: string) => call<Ticket>('GET', ticket(number)),
  assign: (number: string, officer?: string) =>
    call<Ticket>('POST', `${ticket(number)}/assignment`, officer ? { officer } : {}),
  release: (number: string) => call<Ticket>('DELETE', `${ticket(number)}/assignment`),
  reply: (number: string, reply: { text: string; ifSeen: number; awaitsAnswer: boolean }) =>
    call<Ticket>('POST', `${ticket(number)}/replies`, reply),
  note: (number: string, text: string) => call<Ticket>('POST', `${ticket(number)}/notes`, { text }),
  close: (number: string, resolution: string) =>
    call<Ticket>('POST', `${ticket(number)}/closure`, { resolution }),
  reopen: (number: string) => call<Ticket>('DELETE', `${ticket(number)}/closure`),
  officers: () => call<Officers>('GET', '/officers'),
  categories: () => call<Categories>('GET', '/categories'),
  offices: () => call<Offices>('GET', '/offices'),
  facts: (query: URLSearchParams) => call<Facts>('GET', `/facts?${query}`),
  putFact: (draft: FactDraft) => call<Fact>('PUT', '/facts', draft),
  previewFact: (draft: FactDraft) => call<Preview>('POST', '/facts/preview', draft),
  confirmFact: (id: string) => call<Fact>('POST', `/facts/${id}/confirmation`),
  retireFact: (id: string) => call<Fact>('POST', `/facts/${id}/retirement`),
  answers: (office: string, lang: string) =>
    call<Answers>('GET', `/answers?${new URLSearchParams({ office, lang })}`),
  quota: () => call<Quota>('GET', '/quota'),
  putQuota: (figure: QuotaDraft) => call<RowsReport>('PUT', '/quota', { figures: [figure] }),
  application: (number: string) =>
    call<Application>('GET', `/applications?${new URLSearchParams({ number })}`),
  putApplication: (application: ApplicationDraft) =>
    call<RowsReport>('PUT', '/applications', { applications: [application] }),
  importList: (list: 'applications' | 'quota', file: Blob, dryRun: boolean) =>
    call<ImportReport>('POST', `/imports/${list}?dryRun=${dryRun}`, file),
  channels: () => call<Channels>('GET', '/channels'),
  fileAddress: (number: string, id: string) => `${ROOT}${ticket(number)}/files/${id}`,
}
