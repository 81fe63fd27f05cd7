import type { Application, QuotaFigure } from '../../../generated/prisma/client.ts'
import type { Encryption } from '../../../desk/ports/encryption.ts'
import type { ApplicationRecord, QuotaRecord } from '../../../desk/ports/registry.ts'
import type { Prisma } from '../client.ts'
import { fromDay, toDay } from '../days.ts'
import { applicationId } from './identity.ts'

/** See `RegistryStore.application`. */
export async function findApplicationRecord(
  prisma: Prisma,
  encryption: Encryption,
  number: string,
  office: string | null,
): Promise<ApplicationRecord | null> {
  const id = applicationId(encryption, number)
  const where = { id, ...(office !== null && { office }) }
  const row = await prisma.application.findUnique({ where, omit: { birthHash: true } })
  return row && applicationRecord(row, encryption)
}

function applicationRecord(
  { number, visitDay, interviewDay, issuedDay, enteredAt, ...row }: Omit<Application, 'birthHash'>,
  encryption: Encryption,
): ApplicationRecord {
  return {
    ...row,
    number: encryption.decrypt(number),
    visitDay: toDay(visitDay),
    interviewDay: toDay(interviewDay),
    issuedDay: toDay(issuedDay),
    enteredAt: enteredAt.getTime(),
  }
}

/** See `RegistryStore.quota`. */
export async function listQuotaRecords(
  prisma: Prisma,
  office: string | null,
  from: string,
  limit: number,
): Promise<QuotaRecord[]> {
  const rows = await prisma.quotaFigure.findMany({
    where: { day: { gte: fromDay(from) }, ...(office !== null && { office }) },
    orderBy: [{ office: 'asc' }, { day: 'asc' }, { unit: 'asc' }, { lane: 'asc' }, { half: 'asc' }],
    take: limit,
  })
  return rows.map(quotaRecord)
}

function quotaRecord({ day, half, enteredAt, ...row }: QuotaFigure): QuotaRecord {
  return { ...row, day: toDay(day), half: half === 'day' ? null : half, enteredAt: enteredAt.getTime() }
}
