import { setTimeout as sleep } from 'node:timers/promises'
import type { DeliveryFailureKind } from '../../../model/messages/delivery-failure.ts'
import { createBatchLoader } from '../batch-loader.ts'
import { BATCH, LANES } from '../limits.ts'
import type { DeliveryOutcome, Ledger, OutboundRow } from '../../ports/ledger.ts'
import type { Log } from '../../ports/log.ts'

export interface RecordOutcomeDeps {
  readonly ledger: Pick<Ledger, 'recordOutcomes'>
  readonly log: Log
  /** Told when a person could not be reached with an officer's words; told again when it rejects. */
  readonly onUndeliverable: (outboundId: string, failure: DeliveryFailureKind) => Promise<void>
}

/** Pauses between tries to record an outcome (ms): the first, and the longest. */
const FIRST_PAUSE = 100
const LONGEST_PAUSE = 5_000

/**
 * Records what became of a message; many share a statement. Tried for ever in small steps, so that it never rejects: while the
 * database is away nothing else of this chat is sent.
 */
export function createRecordOutcome(
  deps: RecordOutcomeDeps,
): (message: OutboundRow, outcome: DeliveryOutcome) => Promise<void> {
  const record = createBatchLoader<DeliveryOutcome, null>(
    async (outcomes) => {
      await deps.ledger.recordOutcomes(outcomes)
      return outcomes.map(() => null)
    },
    { lanes: LANES, max: BATCH },
  )

  async function once({ officerId }: OutboundRow, outcome: DeliveryOutcome): Promise<void> {
    // the ticket first: it is told once however often we try, and a kill between the two then loses nothing
    if (officerId !== null && outcome.state === 'failed')
      await deps.onUndeliverable(outcome.id, outcome.failure)
    await record(outcome)
  }

  return async (message, outcome) => {
    for (let pauseMs = FIRST_PAUSE; ; pauseMs = Math.min(LONGEST_PAUSE, pauseMs * 2)) {
      try {
        await once(message, outcome)
        return
      } catch (error) {
        deps.log.warn('delivery not recorded yet', { outbound: outcome.id, error })
        await sleep(pauseMs)
      }
    }
  }
}
