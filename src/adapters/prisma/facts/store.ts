import { Prisma as Values, type Fact as Row } from '../../../generated/prisma/client.ts'
import type { FactChange, FactRow, FactStore, NewFact } from '../../../desk/ports/facts.ts'
import type { OfficerName } from '../../../desk/ports/tickets.ts'
import type { Prisma } from '../client.ts'
import { fromDay } from '../days.ts'
import { toFact } from './row.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** By key, the rows of every office first, then as they begin. */
const ORDER: Values.FactOrderByWithRelationInput[] = [
  { key: 'asc' },
  { office: { sort: 'asc', nulls: 'first' } },
  { validFrom: { sort: 'asc', nulls: 'first' } },
  { createdAt: 'asc' },
  { id: 'asc' },
]

/** The answer library as officers keep it. Every call throws the client's error when the database cannot be reached. */
export function createFactStore(prisma: Prisma): FactStore {
  return {
    async list(history) {
      const where = history ? {} : { retiredAt: null }
      return withAuthors(prisma, await prisma.fact.findMany({ where, orderBy: ORDER }))
    },
    async find(id) {
      const row = UUID.test(id) ? await prisma.fact.findUnique({ where: { id } }) : null
      const [found] = await withAuthors(prisma, row ? [row] : [])
      return found ?? null
    },
    change: (change) => write(prisma, change),
    async confirm(id, by, at) {
      const confirmed = { confirmedBy: by, confirmedAt: new Date(at) }
      const { count } = await prisma.fact.updateMany({ where: { id, retiredAt: null }, data: confirmed })
      return count === 1
    },
  }
}

async function withAuthors(prisma: Prisma, rows: readonly Row[]): Promise<FactRow[]> {
  const ids = [...new Set(rows.flatMap((row) => row.createdBy ?? []))]
  const select = { id: true, name: true }
  const officers = ids.length > 0 ? await prisma.officer.findMany({ where: { id: { in: ids } }, select }) : []
  const byId = new Map(officers.map((officer) => [officer.id, officer]))
  return rows.map((row) => factRow(row, byId))
}

function factRow(row: Row, officers: ReadonlyMap<string, OfficerName>): FactRow {
  const { id, createdBy: by, replaces } = row
  return {
    ...toFact(row),
    id,
    createdBy: by === null ? null : (officers.get(by) ?? { id: by, name: '' }),
    createdAt: row.createdAt.getTime(),
    confirmedAt: row.confirmedAt?.getTime() ?? null,
    retiredAt: row.retiredAt?.getTime() ?? null,
    replaces,
  }
}

/** How long a change may wait for a connection, as everybody does on the pool, and how long it may take (ms). */
const PATIENCE = { maxWait: 5_000, timeout: 10_000 }

/** Somebody else was first: thrown within the transaction to undo it. */
class ConflictError extends Error {}

async function write(prisma: Prisma, { at, by, retired, added }: FactChange): Promise<boolean> {
  try {
    await prisma.$transaction(async (tx) => {
      const { count } = await tx.fact.updateMany({
        where: { id: { in: [...retired] }, retiredAt: null },
        data: { retiredAt: new Date(at), retiredBy: by },
      })
      if (count !== retired.length) throw new ConflictError()
      await tx.fact.createMany({ data: added.map((fact) => newRow(fact, at)) })
    }, PATIENCE)
    return true
  } catch (error) {
    if (error instanceof ConflictError || isTaken(error)) return false
    throw error
  }
}

/** Another officer's row for the same key, office and first day came in between. */
function isTaken(error: unknown): boolean {
  return error instanceof Values.PrismaClientKnownRequestError && error.code === 'P2002'
}

function newRow({ value, validFrom, validTo, confirmedAt, ...fact }: NewFact, at: number) {
  return {
    ...fact,
    value: value === null ? Values.JsonNull : (value as Values.InputJsonValue),
    validFrom: fromDay(validFrom),
    validTo: fromDay(validTo),
    confirmedAt: confirmedAt === null ? null : new Date(confirmedAt),
    createdAt: new Date(at),
  }
}
