import type { Update } from 'telegraf/types'
import type { TelegramClient } from './client.ts'
import { retryUntilStopped, type RetryContext } from './retry.ts'
import { ALLOWED_UPDATES } from './settings.ts'

/** Updates a call may bring; Telegram allows 100. */
const LIMIT = 100

/**
 * The way in without a public address: long polling. A batch is confirmed (by the next call's offset) only when
 * `take` resolved, so that nothing is lost; when it rejects, the same batch comes again. Ends with `retry.stop`.
 */
export async function pollUpdates(
  client: TelegramClient,
  take: (updates: readonly Update[]) => Promise<void>,
  retry: RetryContext,
): Promise<never> {
  const { poll, pollAnswer } = retry.timeouts
  let offset = 0
  for (;;)
    offset = await retryUntilStopped(async (fails) => {
      // after a failure the answer comes at once: whether we are well again is known without waiting for a message
      const timeout = fails > 0 ? 0 : poll / 1000
      const payload = { offset, limit: LIMIT, timeout, allowed_updates: ALLOWED_UPDATES }
      const updates = await client.call('getUpdates', payload, pollAnswer, retry.stop)
      if (updates.length > 0) await take(updates)
      return (updates.at(-1)?.update_id ?? offset - 1) + 1
    }, retry)
}
