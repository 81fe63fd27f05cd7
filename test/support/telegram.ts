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
export const COMPLAINT: readonly { readonly input: string; readonly reply: RegExp }[] = [
  { input: 'lapor', reply: /Ceritakan saja/ },
  { input: 'Antre dari jam 6 pagi di loket, tidak dipanggil', reply: /catat\. Ini di kantor mana/ },
  { input: '1', reply: /Kirim sekarang/ },
  { input: '1', reply: /Nomor laporan: (\S+)/ },
]

/** Says something and waits for the answer that is expected (ms at most). */
export async function exchange(user: User, says: string, hears: RegExp, timeout = 60_000): Promise<string> {
  const since = user.chat.messages.length
  user.sendText(says)
  return (await user.chat.waitFor(hears, { since, timeout })).text ?? ''
}

/** Tells a whole complaint; returns the ticket's number. */
export async function fileComplaint(user: User, timeout?: number): Promise<string> {
  let answer = ''
  for (const { input: says, reply: hears } of COMPLAINT) answer = await exchange(user, says, hears, timeout)
  return numberIn(answer)
}

/** The ticket's number in what the bot said. */
export function numberIn(said: string): string {
  return /Nomor laporan: (\S+)/.exec(said)![1]!
}
