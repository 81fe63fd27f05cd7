import { randomUUID } from 'node:crypto'
import { silentLog } from '../../../src/adapters/log.ts'
import { createWebChannel } from '../../../src/bots/web/channel.ts'
import type { ChannelContext, HistoryItem } from '../../../src/desk/ports/channel.ts'
import { startHttpServer } from '../../../src/http-server.ts'
import { channelContract, type OpenChannel } from '../contract.ts'
import { createClient } from './client.ts'

channelContract('web chat page', {
  open,
  lacks: {
    blocking: 'nobody can be kept from answering a page',
    'large files': 'the page and the channel (413) refuse them before there is a message',
  },
})

/** A person with the page's own manners: the cookie kept, the same id tried again until it is taken. */
async function open(context: ChannelContext): Promise<OpenChannel> {
  const channel = createWebChannel({ secure: false }, context)
  const nothing = (_: unknown, response: import('node:http').ServerResponse) =>
    void response.writeHead(404).end()
  const server = await startHttpServer({ host: '127.0.0.1', port: 0 }, channel.routes, nothing, silentLog)
  const client = createClient(server.address)
  let last = { text: '', id: '' }

  async function insist(send: () => Promise<Response>): Promise<void> {
    while ((await send()).status === 503) await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const write = (text: string, id: string) => insist(() => client.write(text, {}, id))

  return {
    channel,
    person: {
      says: (text) => write(text, (last = { text, id: randomUUID() }).id),
      repeats: () => write(last.text, last.id),
      sees: async () => (await client.items()).filter((item) => item.from !== 'person').map(shown),
      async pictures() {
        const withCard = (await client.items()).filter(({ card }) => card)
        return Promise.all(withCard.map(({ seq }) => client.bytes(`/chat/card?seq=${seq}`)))
      },
      chooses: ({ id }) =>
        insist(() => client.raw(JSON.stringify({ id: randomUUID(), choice: { question: 7, id } }))),
      sendsFile: (bytes) => insist(() => client.file(new Uint8Array(bytes), 'application/pdf')),
    },
    async close() {
      await channel.stop()
      await server.stop()
    },
  }
}

const shown = ({ text, choices }: HistoryItem) =>
  [text, ...choices.map(({ number, label }) => `${number} ${label}`)].join('\n')
