import type { Update } from 'telegraf/types'
import type { InboundMessage, ChannelContext } from '../../desk/ports/channel.ts'
import type { Keyboards } from './keyboards.ts'
import { toInboundMessage } from './receive.ts'
import { MAX_FILE_BYTES } from './settings.ts'

/** Hands updates to the desk, in their order; resolves when they are safe. Nothing waits for the tidying. */
export function createUpdateHandler(
  { accept, log }: ChannelContext,
  keyboards: Keyboards,
): (updates: readonly Update[]) => Promise<void> {
  function parseUpdate(update: Update): InboundMessage | null {
    try {
      return toInboundMessage(update, MAX_FILE_BYTES)
    } catch {
      // a poisoned update must not come again for ever and keep the others out; the error could quote its words
      log.warn('telegram update not understood', { update: update.update_id })
      return null
    }
  }

  return async (updates) => {
    const messages: InboundMessage[] = []
    const settle: (() => void)[] = []
    for (const update of updates) {
      const inbound = parseUpdate(update)
      if (!inbound) continue
      messages.push(inbound)
      settle.push(keyboards.prepareCleanup(update))
    }
    await accept(messages)
    for (const tidy of settle) tidy()
  }
}
