import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { PrismaClient } from '../../generated/prisma/client.ts'

export type Prisma = PrismaClient

/** Prisma's client on the process's own pool, for whatever is not the hot path. The pool is ended by who made it. */
export function createPrisma(pool: pg.Pool): Prisma {
  return new PrismaClient({ adapter: new PrismaPg(pool) })
}
