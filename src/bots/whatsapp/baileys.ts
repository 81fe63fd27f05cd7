import { filterConsole } from './console-filter.ts'

/** Baileys, as a value: it is loaded only when the channel is on (0.2 s and 50 MB), and never before its console is filtered. */
export type Baileys = typeof import('@whiskeysockets/baileys')

export function loadBaileys(): Promise<Baileys> {
  filterConsole()
  return import('@whiskeysockets/baileys')
}
