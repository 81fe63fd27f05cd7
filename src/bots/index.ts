import type { Channel, ChannelContext } from '../desk/ports/channel.ts'
import type { WhatsAppKeyStore } from '../desk/ports/whatsapp.ts'
import type { TelegramSettings } from './telegram/settings.ts'
import { createWebChannel } from './web/channel.ts'
import type { WhatsAppSettings } from './whatsapp/settings.ts'

export interface ChannelSettings {
  /** Cookies only over https. */
  readonly web: { readonly secure: boolean }
  readonly telegram: TelegramSettings | null
  readonly whatsapp: (WhatsAppSettings & { readonly store: WhatsAppKeyStore }) | null
}

/** The channels this deployment has; a new channel is its folder and a line here. Libraries of channels that are off are not loaded. */
export async function createChannels(settings: ChannelSettings, context: ChannelContext): Promise<Channel[]> {
  const channels = [createWebChannel(settings.web, context)]
  if (settings.telegram)
    channels.push((await import('./telegram/channel.ts')).createTelegramChannel(settings.telegram, context))
  if (settings.whatsapp)
    channels.push(
      (await import('./whatsapp/channel.ts')).createWhatsAppChannel(
        settings.whatsapp,
        context,
        settings.whatsapp.store,
      ),
    )
  return channels
}
