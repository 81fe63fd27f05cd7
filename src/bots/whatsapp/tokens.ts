import { AsyncResource } from 'node:async_hooks'
import type { WASocket } from '@whiskeysockets/baileys'

/** Made when the program starts, so outside of any transaction of Baileys. */
const outside = new AsyncResource('tctoken')

/**
 * A cure for a defect of 7.0.0-rc14: the privacy token issued after a send is written inside the send's finished
 * transaction and lost, so that every send asks for one again, and the protection it gives (463) never comes.
 */
export function keepTokens({ authState: { keys } }: WASocket): void {
  const set = keys.set.bind(keys)
  keys.set = (data) =>
    Object.keys(data).every((type) => type === 'tctoken')
      ? outside.runInAsyncScope(set, keys, data)
      : set(data)
}
