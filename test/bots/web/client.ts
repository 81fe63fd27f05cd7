import { randomUUID } from 'node:crypto'
import type { HistoryItem } from '../../../src/desk/ports/channel.ts'

type Headers = Record<string, string>

/** A browser without a page: keeps its cookie and says where it comes from. */
export function createClient(url: string, cookie = '') {
  const headers = (more: Headers): Headers => ({ ...(cookie ? { cookie } : {}), ...more })

  async function post(
    path: string,
    body: string | Uint8Array<ArrayBuffer>,
    more: Headers,
  ): Promise<Response> {
    const response = await fetch(url + path, { method: 'POST', body, headers: headers(more) })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return response
  }

  async function items(): Promise<HistoryItem[]> {
    const response = await fetch(`${url}/chat/messages`, { headers: headers({}) })
    return ((await response.json()) as { items: HistoryItem[] }).items
  }

  return {
    cookie: () => cookie,
    write: (text: string, more: Headers = {}, id: string = randomUUID()) =>
      post('/chat/messages', JSON.stringify({ id, text }), { 'content-type': 'application/json', ...more }),
    raw: (body: string, more: Headers = {}) =>
      post('/chat/messages', body, { 'content-type': 'application/json', ...more }),
    file: (bytes: Uint8Array<ArrayBuffer>, type: string, id: string = randomUUID()) =>
      post('/chat/files', bytes, { 'content-type': type, 'x-client-id': id }),
    items,
    texts: async () => (await items()).map((item) => item.text),
    bytes: async (path: string) =>
      new Uint8Array(await (await fetch(url + path, { headers: headers({}) })).arrayBuffer()),
    get: (path: string, more: Headers = {}) => fetch(url + path, { headers: headers(more) }),
    events: (more: Headers = {}) => listen(url, headers(more)),
  }
}

export type Client = ReturnType<typeof createClient>

interface Heard {
  readonly id: string
  readonly text: string
}

/** An open event stream. `next()` resolves with the next item; `raw()` is everything so far, comments too. */
async function listen(url: string, headers: Headers) {
  const away = new AbortController()
  const response = await fetch(`${url}/chat/events`, { headers, signal: away.signal })
  const heard: Heard[] = []
  let text = ''
  let wake = () => {}
  const reading = (async () => {
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true })
      heard.splice(0, heard.length, ...itemsIn(text))
      wake()
    }
  })().catch(() => undefined)
  let told = 0
  return {
    status: response.status,
    raw: () => text,
    ended: reading,
    close: () => away.abort(),
    async next(): Promise<Heard> {
      while (heard.length <= told) await new Promise<void>((resolve) => (wake = resolve))
      return heard[told++]!
    },
  }
}

function itemsIn(text: string): Heard[] {
  return [...text.matchAll(/^id: (\d+)\ndata: (.*)\n\n/gm)].map((match) => ({
    id: match[1]!,
    text: (JSON.parse(match[2]!) as { text: string }).text,
  }))
}
