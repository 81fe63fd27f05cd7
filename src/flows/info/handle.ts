import { z } from 'zod'
import { flowHandle } from '../engine/handle.ts'

export const SUBJECTS = ['papers', 'money', 'schedule', 'result', 'words', 'elsewhere'] as const

export const InfoData = z.object({
  subject: z.enum(SUBJECTS).optional(),
  topic: z.string().optional(),
  /** Answer shown. */
  id: z.string().optional(),
  /** The words it was asked for in: then the lists it stands in are not offered. */
  asked: z.string().optional(),
})
export type InfoData = z.infer<typeof InfoData>
export type InfoStep = 'begin' | 'subjects' | 'topics' | 'pick' | 'show'

export const infoHandle = flowHandle<InfoData, InfoStep>('info')
