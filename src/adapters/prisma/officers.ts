import type { Officer } from '../../generated/prisma/client.ts'
import type { Encryption } from '../../desk/ports/encryption.ts'
import type { Account, OfficerStore } from '../../desk/ports/officers.ts'
import { newId } from '../ids.ts'
import type { Prisma } from './client.ts'

/**
 * Officers and their tokens. E-mails are encrypted and found by keyed hash. Every call throws the client's error when the database
 * cannot be reached; what reads an account also when its e-mail was encrypted by a key that is gone.
 */
export function createOfficerStore(prisma: Prisma, encryption: Encryption): OfficerStore {
  const hashOf = (email: string) => encryption.hash('officer', email)
  const account = (row: Officer | null) => (row ? accountOf(row, encryption) : null)
  return {
    findByEmail: async (email) =>
      account(await prisma.officer.findUnique({ where: { emailHash: hashOf(email) } })),
    findById: async (id) => account(await prisma.officer.findUnique({ where: { id } })),
    async list() {
      const rows = await prisma.officer.findMany({
        where: { active: true },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      })
      return rows.map(({ id, name, role, office }) => ({ id, name, role, office }))
    },
    async add({ email, ...rest }) {
      const data = { id: newId(), email: encryption.encrypt(email), emailHash: hashOf(email), ...rest }
      const { count } = await prisma.officer.createMany({ data: [data], skipDuplicates: true })
      return count === 1
    },
    hasAny: async () => (await prisma.officer.findFirst({ select: { id: true } })) !== null,
    async saveToken(officerId, { digest, kind, expiresAt }, now) {
      const kept = { hash: digest, kind, expiresAt: new Date(expiresAt) }
      const tokens = { deleteMany: { expiresAt: { lt: new Date(now) } }, create: kept }
      await prisma.officer.update({ where: { id: officerId }, data: { tokens }, select: { id: true } })
    },
    async findByToken(digest, kind, now) {
      const token = await prisma.officerToken.findUnique({
        where: { hash: digest },
        include: { officer: true },
      })
      if (!token || token.kind !== kind || !token.officer.active) return null
      return token.expiresAt && token.expiresAt.getTime() > now ? accountOf(token.officer, encryption) : null
    },
    async deleteToken(digest) {
      await prisma.officerToken.deleteMany({ where: { hash: digest } })
    },
  }
}

function accountOf(row: Officer, encryption: Encryption): Account {
  const { id, name, office, active, passwordHash } = row
  return {
    id,
    name,
    role: row.role,
    office,
    active,
    passwordHash,
    email: encryption.decrypt(row.email),
  }
}
