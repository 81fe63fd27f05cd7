import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { PrismaClient } from '../../generated/prisma/client.ts'

export type Prisma = PrismaClient

/**
 * Prisma's client on the process's own pool, for what is plain rows (docs/decisions.md). It connects when it is first used, and the
 * pool is ended by who made it.
 */
export function createPrisma(pool: pg.Pool): Prisma {
  // the long form of an error quotes the calling source
  return new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: 'minimal' })
}
