import { createCardRenderer } from '../../../src/adapters/cards/index.ts'
import { createEncryption } from '../../../src/adapters/encryption.ts'
import { silentLog } from '../../../src/adapters/log.ts'
import { createWebChannel } from '../../../src/bots/web/channel.ts'
import type { InboundMessage, Channel, ChannelContext, HistoryItem } from '../../../src/desk/ports/channel.ts'
import { startHttpServer } from '../../../src/http-server.ts'
import type { ChoiceLabel } from '../../../src/model/messages/content.ts'

/** What the scripted bot says to a text; undefined: nothing. */
export type Script = (
  inbound: InboundMessage,
) => { text: string; choices?: readonly ChoiceLabel[]; question?: number } | undefined

export interface Harness {
  readonly url: string
  readonly channel: Channel
  /** What was accepted, once each. */
  readonly accepted: InboundMessage[]
  /** Is the database away? */
  down: boolean
  /** Puts a row into a chat without telling the channel, as another process would. */
  put(address: string, item: Partial<HistoryItem>): void
  /** Says something in a chat, as the desk does: a row first, then `send`. */
  say(address: string, item: Partial<HistoryItem>): Promise<void>
  stop(): Promise<void>
}

/** The real channel on a real socket; behind it, instead of desk and database, rows in memory and a script. */
export async function startWeb(script: Script = () => undefined, secure = false): Promise<Harness> {
  const chats = new Map<string, HistoryItem[]>()
  const accepted: InboundMessage[] = []
  let seq = 100

  function put(address: string, item: Partial<HistoryItem>): void {
    const items = chats.get(address) ?? []
    chats.set(address, items)
    const base = {
      seq: String((seq += 10)),
      id: null,
      from: 'bot' as const,
      text: '',
      choices: [],
      question: 0,
      card: null,
    }
    items.push({ ...base, at: Date.now(), ...item })
    items.sort((a, b) => Number(a.seq) - Number(b.seq))
  }

  async function accept([inbound]: readonly InboundMessage[]): Promise<void> {
    if (harness.down) throw new Error('database away')
    const { address, externalId } = inbound!
    if (accepted.some((known) => known.address === address && known.externalId === externalId)) return
    accepted.push(inbound!)
    put(address, { from: 'person', id: externalId, text: textOf(inbound!) })
    const reply = script(inbound!)
    if (reply) setTimeout(() => void harness.say(address, reply), 30)
  }

  async function history(_channel: string, address: string, after: string) {
    if (harness.down) throw new Error('database away')
    return (chats.get(address) ?? []).filter((item) => Number(item.seq) > Number(after)).slice(-200)
  }

  const encryption = createEncryption('a secret of sixteen or more')
  const cards = createCardRenderer()
  const context: ChannelContext = {
    accept,
    history,
    draw: cards.draw,
    encryption,
    log: silentLog,
    now: Date.now,
  }
  const channel = createWebChannel({ secure }, context)
  const server = await startHttpServer(
    { host: '127.0.0.1', port: 0 },
    channel.routes,
    (_request, response) => void response.writeHead(404).end(),
    silentLog,
  )
  const harness: Harness = {
    url: server.address,
    channel,
    accepted,
    down: false,
    put,
    async say(address, item) {
      put(address, item)
      const content = { text: item.text ?? '', choices: item.choices ?? [], question: item.question ?? 0 }
      await channel.send({ id: `outbound ${seq}`, to: address, content })
    },
    async stop() {
      await channel.stop()
      await server.stop()
      cards.close()
    },
  }
  await channel.start()
  return harness
}

function textOf({ content, file }: InboundMessage): string {
  if (content.kind === 'text') return content.text
  if (content.kind === 'choice') return `choice ${content.id}`
  return file && 'bytes' in file ? `file of ${file.bytes.length} bytes` : content.kind
}
