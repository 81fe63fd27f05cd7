import { join } from 'node:path'
import { filterConsole } from '../../src/bots/whatsapp/console-filter.ts'
import { WaFakeServer, type Account } from '../peers/whatsapp/src/server.ts'

/** What node needs to trust the stand-in instead of WhatsApp; the product's code and settings stay what they are. */
export const TRUST_ROOT = ['--import', join(import.meta.dirname, '../peers/whatsapp/trust-root.mjs')]

/** The stand-in. Its phones speak Signal in this process, whose library prints keys: hushed. */
export function startWhatsAppPeer(): Promise<WaFakeServer> {
  filterConsole()
  return WaFakeServer.start()
}

/** Variables that connect a system to the stand-in, linked by a code typed on the phone of `office`. */
export function whatsAppEnv(peer: WaFakeServer, office: Account): Record<string, string> {
  return {
    WHATSAPP: 'baileys',
    WHATSAPP_PHONE: office.phone,
    WHATSAPP_WEB_SOCKET_URL: peer.url,
    NODE_EXTRA_CA_CERTS: peer.caPath,
    WA_FAKE_ROOT: peer.rootKeyHex,
  }
}

/** Somebody's phone in the chat with the office. */
export function phoneOf(person: Account, office: Account) {
  /** What is shown: a message sent again under its id is shown once. */
  const shown = () => [...new Map(person.inbox.map((message) => [message.id, message])).values()]
  const hears = async (what: RegExp, since: number, timeout = 20_000) =>
    (await person.waitFor(what, { since, timeout })).text
  return {
    shown,
    hears,
    since: () => person.inbox.length,
    says: (text: string) => person.sendText(office, text),
    sendsPhoto: (bytes: Buffer, caption: string) =>
      person.sendMedia(office, 'image', bytes, { mimetype: 'image/png', caption }),
    /** Says something and waits for the answer that is expected. */
    async ask(text: string, what: RegExp): Promise<string> {
      const since = person.inbox.length
      await person.sendText(office, text)
      return hears(what, since)
    },
  }
}
