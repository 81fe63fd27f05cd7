import { statusCodeOf } from '../status-code.ts'

/** What to do when a connection ends, by the code it ended with (named in Baileys' DisconnectReason, and run against the stand-in). */
interface DisconnectAction {
  readonly action: 'at once' | 'later' | 'relink' | 'stop'
  /** For the operator, in plain words. */
  readonly message: string
}

const LATER = (say: string): DisconnectAction => ({ action: 'later', message: say })

const ACTIONS: Readonly<Record<number, DisconnectAction>> = {
  515: { action: 'at once', message: 'Linked; WhatsApp asks to connect again.' },
  408: LATER('WhatsApp did not answer in time.'),
  428: LATER('The connection to WhatsApp was cut.'),
  500: LATER('WhatsApp ended the connection.'),
  503: LATER('WhatsApp is not available at the moment.'),
  401: { action: 'relink', message: 'The phone removed this link. Link the number again.' },
  411: { action: 'relink', message: 'WhatsApp no longer accepts this link. Link the number again.' },
  440: {
    action: 'stop',
    message: 'Another program took over this link. Stop it, then restart this service.',
  },
  403: {
    action: 'stop',
    message: 'WhatsApp refuses this number; it may be banned. Open WhatsApp on its phone to see why.',
  },
  405: {
    action: 'stop',
    message: 'WhatsApp no longer accepts this version of the client. Update this service.',
  },
}

/**
 * What to do about an ended connection. `error` is what Baileys gives as the reason: a Boom with a status code.
 * A code that a proxy or captive portal put on the upgrade request says nothing about the account.
 */
export function disconnectAction(error: unknown): DisconnectAction & { code: number } {
  const code = statusCodeOf(error) ?? 428
  if (error instanceof Error && error.message.startsWith('WebSocket Error'))
    return { ...LATER('WhatsApp cannot be reached.'), code }
  return { ...(ACTIONS[code] ?? LATER('The connection to WhatsApp ended.')), code }
}

/** Pause before try number `failures` (from 1), ms: doubling from 1 s to 60 s, then 50–100 % of it, by `chance` in [0, 1). */
export function reconnectDelay(failures: number, chance: number): number {
  const full = Math.min(60_000, 1000 * 2 ** Math.min(failures - 1, 10))
  return full * (0.5 + chance / 2)
}
