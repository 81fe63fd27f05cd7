/**
 * Saved states of earlier releases, carried over so that a conversation goes on where it was. One function a version, from
 * it to the next; never changed after its release.
 */

type Json = Record<string, unknown>

const UPGRADES: Readonly<Record<number, (saved: Json) => Json>> = {
  1: fromVersion1,
  2: fromVersion2,
}

/** The saved state in the present shape, as far as it can be brought there. Never throws. */
export function upgraded(json: unknown): unknown {
  let saved = json
  while (isObject(saved) && typeof saved['v'] === 'number') {
    const upgrade = UPGRADES[saved['v']]
    if (!upgrade) return saved
    saved = upgrade(saved)
  }
  return saved
}

/** Questions that are no longer asked, and where the conversation goes on: a price is told at once, a visit begins with its day. */
const MOVED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cost: { who: 'price', why: 'price', kind: 'price', years: 'price', case: 'price', sum: 'price' },
  reschedule: { office: 'day' },
}

function fromVersion2(saved: Json): Json {
  return { ...withMoved(saved), v: 3 }
}

/** The conversation and all that it left for later. */
function withMoved({ suspended, ...rest }: Json): Json {
  return { ...moved(rest), suspended: isObject(suspended) ? withMoved(suspended) : null }
}

/** What was told of a price counts as if it had been answered. */
function moved({ flow, step, data, ...rest }: Json): Json {
  const now = MOVED[String(flow)]?.[String(step)]
  if (now === undefined) return { flow, step, data, ...rest }
  const { extracted, ...own } = isObject(data) ? data : {}
  return { ...rest, flow, step: now, data: { ...(isObject(extracted) && extracted), ...own }, back: [] }
}

/** Version 2 calls things by the names of the field, and keeps what was left for a flow beside its data. */
function fromVersion1({ sealed, memo, said, data, ...rest }: Json): Json {
  return {
    ...rest,
    v: 2,
    confidential: sealed,
    lastSaid: said,
    ...split(rest['flow'], data),
    memory: memoryFrom1(isObject(memo) ? memo : {}),
  }
}

function memoryFrom1({ aside, missed, carried, toRate, kept, began, ...rest }: Json): Json {
  return {
    ...rest,
    ...(isObject(aside) && { interruption: interruptionFrom1(aside) }),
    ...(missed !== undefined && { unclearTexts: missed }),
    ...(carried !== undefined && { pendingStory: carried }),
    ...(Array.isArray(toRate) && { waiting: toRate.filter(isObject).map(toWaiting) }),
    ...(kept !== undefined && { slots: kept }),
    ...(began !== undefined && { sessionStart: began }),
  }
}

function interruptionFrom1({ sealed, ...rest }: Json): Json {
  return { ...rest, ...(sealed !== undefined && { confidential: sealed }) }
}

function toWaiting(ticket: Json): Json {
  return { key: String(ticket['id']), target: { flow: 'rating', data: { ticket: ticketFrom1(ticket) } } }
}

/** `under` held what was left for the flow. */
function split(flow: unknown, data: unknown): Json {
  const { under, ...own } = isObject(data) ? data : {}
  return { data: dataFrom1(flow, own), suspended: isObject(under) ? suspendedFrom1(under) : null }
}

function suspendedFrom1({ held, aside, sealed, data, ...rest }: Json): Json {
  return {
    ...rest,
    confidential: sealed,
    hasProgress: held === true,
    resumes: aside === true,
    ...split(rest['flow'], data),
  }
}

/** Keys of a flow's data that have other names now. */
const RENAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  requirements: { told: 'introduced', heard: 'extracted' },
  cost: { heard: 'extracted' },
  complaint: { afresh: 'startsOver' },
  human: { afresh: 'startsOver' },
  apphelp: { returns: 'returnTo' },
}

function dataFrom1(flow: unknown, data: Json): Json {
  const names = typeof flow === 'string' ? RENAMED[flow] : undefined
  const entries = Object.entries(data).map(([key, value]): [string, unknown] => {
    if (key === 'ticket' && isObject(value)) return [key, ticketFrom1(value)]
    if (key === 'tickets' && Array.isArray(value)) return [key, value.filter(isObject).map(ticketFrom1)]
    return [names?.[key] ?? key, value]
  })
  return Object.fromEntries(entries)
}

function ticketFrom1({ sealed, ...ticket }: Json): Json {
  return sealed === undefined ? ticket : { ...ticket, confidential: sealed }
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
