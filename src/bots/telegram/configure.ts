import type { TelegramClient } from './client.ts'
import { ALLOWED_UPDATES, WEBHOOK_PATH, type TelegramSettings } from './settings.ts'

/** Makes sure of the token, then tells Telegram which way its updates shall come. */
export async function configureBot(
  client: TelegramClient,
  { webhook }: TelegramSettings,
  within: number,
  stop: AbortSignal,
): Promise<void> {
  await client.call('getMe', {}, within, stop)
  if (!webhook) {
    await client.call('deleteWebhook', {}, within, stop)
    return
  }
  const payload = {
    url: addressOf(webhook.url),
    secret_token: webhook.secret,
    allowed_updates: ALLOWED_UPDATES,
    max_connections: 40,
  }
  await client.call('setWebhook', payload, within, stop)
}

/** A bare host gets the path; an address with a path of its own (a proxy's) is kept. */
function addressOf(url: string): string {
  const address = new URL(url)
  if (address.pathname === '/') address.pathname = WEBHOOK_PATH
  return address.href
}
