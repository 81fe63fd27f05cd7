import { createWhatsAppKeyStore } from './adapters/prisma/whatsapp-keys.ts'
import type { ChannelSettings } from './bots/index.ts'
import type { Runtime } from './runtime.ts'

/** Which channels this deployment has, and how each is set; null: switched off. */
export function channelSettings(runtime: Runtime): ChannelSettings {
  const { PUBLIC_URL: address } = runtime.config
  return {
    web: { secure: address?.startsWith('https:') ?? false },
    telegram: telegramSettings(runtime),
    whatsapp: runtime.config.WHATSAPP === 'baileys' ? whatsAppSettings(runtime) : null,
  }
}

function telegramSettings({ config }: Runtime): ChannelSettings['telegram'] {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = config
  const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = config
  if (!token) return null
  const webhook = url && secret ? { url, secret } : null
  return { token, pace: config.PACE === 'on', ...(apiRoot && { apiRoot }), ...(webhook && { webhook }) }
}

function whatsAppSettings({
  config,
  pool,
  prisma,
  databaseUrl,
  encryption,
}: Runtime): NonNullable<ChannelSettings['whatsapp']> {
  const { WHATSAPP_PHONE: phone, WHATSAPP_WEB_SOCKET_URL: url } = config
  return {
    session: encryption.hash('whatsapp', phone ?? 'office').slice(0, 16), // kept in plain: no number in it
    pace: config.PACE === 'on',
    announce: (text) => process.stdout.write(`${text}\n`),
    store: createWhatsAppKeyStore({ pool, prisma, url: databaseUrl, encryption }),
    ...(phone && { phone }),
    ...(url && { url }),
  }
}
