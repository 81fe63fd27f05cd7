import { z } from 'zod'

export const OfficerName = z.object({ id: z.uuid(), name: z.string() }).meta({ id: 'OfficerName' })
