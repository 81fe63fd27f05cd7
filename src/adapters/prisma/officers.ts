import type { Officer } from '../../generated/prisma/client.ts'
import type { Encryption } from '../../desk/ports/encryption.ts'
import type { Account, OfficerStore } from '../../desk/ports/officers.ts'
import type { Role } from '../../model/officer.ts'
import { newId } from '../ids.ts'
import type { Prisma } from './client.ts'

/** Officers and their tokens. E-mails are encrypted and found by keyed hash. */
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
      return rows.map(({ id, name, role, office }) => ({ id, name, role: role as Role, office }))
    },
    async add({ email, ...rest }) {
      const data = { id: newId(), email: encryption.encrypt(email), emailHash: hashOf(email), ...rest }
      const { count } = await prisma.officer.createMany({ data: [data], skipDuplicates: true })
      return count === 1
    },
    hasAny: async () => (await prisma.officer.findFirst({ select: { id: true } })) !== null,
    async saveToken(officerId, { digest, kind, expiresAt }, now) {
      const keep = { hash: digest, officerId, kind, expiresAt: new Date(expiresAt) }
      await prisma.$transaction([
        prisma.officerToken.deleteMany({ where: { officerId, expiresAt: { lt: new Date(now) } } }),
        prisma.officerToken.create({ data: keep }),
      ])
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
    role: row.role as Role,
    office,
    active,
    passwordHash,
    email: encryption.decrypt(row.email),
  }
}
