import { z } from 'zod'
import type { QueueCursor, QueuePage, TicketSummary } from '../../desk/ports/tickets.ts'
import { HttpProblem } from './problem.ts'

/** A cursor is the key of the last ticket shown, opaque to callers and bound to its order. It opens nothing by itself. */
const Key = z.tuple([z.string(), z.boolean(), z.int(), z.iso.date(), z.int().min(0).max(8.64e15), z.uuid()])

export function encodeCursor(order: QueuePage['order'], last: TicketSummary): string {
  const key = [order, last.closedAt !== null, last.priority, last.due, last.openedAt, last.id]
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** Throws 422 for anything that we did not give out for this order. */
export function decodeCursor(order: QueuePage['order'], cursor: string): QueueCursor {
  const parsed = Key.safeParse(jsonOf(Buffer.from(cursor, 'base64url').toString()))
  if (!parsed.success || parsed.data[0] !== order)
    throw new HttpProblem(422, 'wrong-fields', 'cursor: is not one of this list', {
      errors: [{ field: 'cursor', message: 'is not one of this list' }],
    })
  const [, closed, priority, due, openedAt, id] = parsed.data
  return { closed, priority, due, openedAt, id }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
