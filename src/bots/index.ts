import type { Door, DoorTools } from '../desk/ports/channel.ts'
import type { WaStore } from '../desk/ports/whatsapp.ts'
import type { TelegramSettings } from './telegram/settings.ts'
import { createWeb } from './web/door.ts'
import type { WhatsAppSettings } from './whatsapp/settings.ts'

export interface DoorSettings {
  /** Cookies only over https. */
  readonly web: { readonly secure: boolean }
  readonly telegram: TelegramSettings | null
  readonly whatsapp: (WhatsAppSettings & { readonly store: WaStore }) | null
}

/** The doors this deployment has; a new channel is its folder and a line here. Libraries of channels that are off are not loaded. */
export async function createDoors(settings: DoorSettings, tools: DoorTools): Promise<Door[]> {
  const doors = [createWeb(settings.web, tools)]
  if (settings.telegram)
    doors.push((await import('./telegram/door.ts')).createTelegram(settings.telegram, tools))
  if (settings.whatsapp)
    doors.push(
      (await import('./whatsapp/index.ts')).createWhatsApp(settings.whatsapp, tools, settings.whatsapp.store),
    )
  return doors
}
