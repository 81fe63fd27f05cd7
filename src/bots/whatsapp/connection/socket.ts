import type { BinaryNode, WAMessage, WASocket } from '@whiskeysockets/baileys'
import { createAcknowledgements, type Acknowledgements } from './acknowledgements.ts'
import { writeThrough } from './write-through.ts'
import type { WhatsAppAccount } from '../account/credentials.ts'
import type { Baileys } from '../baileys.ts'
import { findSentMessage } from '../outbound/sent-messages.ts'
import type { WhatsAppSettings } from '../settings.ts'

export interface Connection {
  readonly socket: WASocket
  readonly account: WhatsAppAccount
  readonly acknowledgements: Acknowledgements
  isOpen(): boolean
  /** Resolves when it is over, with Baileys' reason. Every connection is a new socket. */
  readonly closed: Promise<unknown>
  close(): void
}

export interface ConnectionEvents {
  /** The operator may link the number now. */
  linking(how: { readonly qr: string } | { readonly pairingCode: string }): void
  opened(): void
  received(messages: readonly WAMessage[]): void
}

/** Opens one connection for the account and tells what happens on it. Never throws. */
export function connect(
  baileys: Baileys,
  settings: WhatsAppSettings,
  account: WhatsAppAccount,
  events: ConnectionEvents,
): Connection {
  const socket = baileys.makeWASocket(optionsFor(baileys, settings, account))
  const acknowledgements = createAcknowledgements()
  let open = false
  let end: (reason: unknown) => void
  const ended = new Promise<unknown>((resolve) => (end = resolve)).finally(() => {
    open = false
    acknowledgements.abort()
  })
  const offer = linkOffer(socket, settings, events)
  writeThrough(socket, account.keys)
  inOrder(socket)
  tapMessages(socket, events)
  socket.ws.on('CB:ack,class:message', ({ attrs }: BinaryNode) =>
    acknowledgements.settle(attrs.id ?? '', attrs.error),
  )
  socket.ev.on('creds.update', account.markChanged)
  socket.ev.on('connection.update', ({ qr, connection, lastDisconnect }) => {
    if (qr) offer(qr)
    if (connection === 'open') {
      open = true
      events.opened()
    }
    if (connection === 'close') end(lastDisconnect?.error)
  })
  const close = () => {
    // on a dead network the closing handshake takes half a minute: nobody waits for it
    socket.end(undefined).catch(() => undefined)
    end(undefined)
  }
  return { socket, account, acknowledgements, isOpen: () => open, closed: ended, close }
}

/** With a phone number the first QR is answered by asking for a pairing code, once a connection; else it is shown. */
function linkOffer(
  socket: WASocket,
  { phone }: WhatsAppSettings,
  events: ConnectionEvents,
): (qr: string) => void {
  let asked = false
  return (qr) => {
    if (!phone) return events.linking({ qr })
    if (asked) return
    asked = true
    socket.requestPairingCode(phone).then(
      (pairingCode) => events.linking({ pairingCode }),
      () => undefined, // the connection went away: the next one asks again
    )
  }
}

/**
 * Baileys handles live messages all at once, and a shorter way through the key store lets a later one overtake an
 * earlier one. What was missed while offline goes through a queue, one at a time: every message is sent through it.
 */
function inOrder({ ws }: WASocket): void {
  ws.prependListener('CB:message', ({ attrs }: BinaryNode) => (attrs.offline ??= '0'))
}

/**
 * Messages are taken where they enter Baileys' event buffer, not where they leave it: they are acknowledged by then,
 * and the buffer holds them for seconds after a log-in and drops them when the connection ends.
 */
function tapMessages({ ev }: WASocket, events: ConnectionEvents): void {
  const emit = ev.emit.bind(ev)
  ev.emit = (event, data) => {
    if (event === 'messages.upsert') events.received((data as { messages: WAMessage[] }).messages)
    return emit(event, data)
  }
}

const noop = () => undefined
/** Baileys' log holds addresses and words. */
const SILENT = {
  level: 'silent',
  child: () => SILENT,
  trace: noop,
  debug: noop,
  info: noop,
  warn: noop,
  error: noop,
}

function optionsFor(baileys: Baileys, settings: WhatsAppSettings, account: WhatsAppAccount) {
  const { isJidGroup, isJidBroadcast, isJidNewsletter, proto } = baileys
  const { INITIAL_BOOTSTRAP, PUSH_NAME } = proto.HistorySync.HistorySyncType
  return {
    auth: { creds: account.creds, keys: account.keys },
    logger: SILENT,
    // the officer's phone goes on ringing
    markOnlineOnConnect: false,
    syncFullHistory: false,
    // refusing these two as well would lose the first map of phone numbers to LIDs
    shouldSyncHistoryMessage: ({ syncType }: { syncType?: number | null }) =>
      syncType === INITIAL_BOOTSTRAP || syncType === PUSH_NAME,
    shouldIgnoreJid: (jid: string) => Boolean(isJidGroup(jid) || isJidBroadcast(jid) || isJidNewsletter(jid)),
    keepAliveIntervalMs: 15_000,
    getMessage: ({ id }: { id?: string | null }) => findSentMessage(baileys, account.rows, id ?? ''),
    ...(settings.url ? { waWebSocketUrl: settings.url } : {}),
    ...(settings.version ? { version: settings.version } : {}),
  }
}
