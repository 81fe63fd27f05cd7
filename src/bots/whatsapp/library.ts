import { hush } from './hush.ts'

/** Baileys, as a value: it is loaded only when the channel is on (0.2 s and 50 MB), and never before it is hushed. */
export type Library = typeof import('@whiskeysockets/baileys')

export function loadLibrary(): Promise<Library> {
  hush()
  return import('@whiskeysockets/baileys')
}
