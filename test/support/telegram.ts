import type { TgFakeServer, User } from '../peers/telegram/src/server.ts'

/** Variables that connect a system to the Telegram stand-in by webhook. */
export function telegramEnv(peer: TgFakeServer, port: number): Record<string, string> {
  return {
    PORT: String(port),
    TELEGRAM_BOT_TOKEN: peer.token,
    TELEGRAM_API_ROOT: peer.apiRoot,
    TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/webhooks/telegram`,
    TELEGRAM_WEBHOOK_SECRET: 'webhook-secret-of-the-test',
  }
}

/** What a person says to tell a complaint, and what each answer looks like. */
export const COMPLAINT: readonly { readonly says: string; readonly hears: RegExp }[] = [
  { says: 'lapor', hears: /kantor mana/ },
  { says: '1', hears: /tentang apa/ },
  { says: '1', hears: /paling cocok/ },
  { says: '1', hears: /ceritakan/ },
  { says: 'Kode dari email tidak masuk sejak kemarin', hears: /catat/ },
  { says: '1', hears: /bacakan lagi/ },
  { says: '1', hears: /Nomor laporan: (\S+)/ },
]

/** Says something and waits for the answer that is expected (ms at most). */
export async function ask(user: User, says: string, hears: RegExp, timeout = 60_000): Promise<string> {
  const since = user.chat.messages.length
  user.sendText(says)
  return (await user.chat.waitFor(hears, { since, timeout })).text ?? ''
}

/** Tells a whole complaint; returns the ticket's number. */
export async function complain(user: User, timeout?: number): Promise<string> {
  let answer = ''
  for (const { says, hears } of COMPLAINT) answer = await ask(user, says, hears, timeout)
  return /Nomor laporan: (\S+)/.exec(answer)![1]!
}
