import { z } from 'zod'
import { slot } from '../engine/slot.ts'

/** Code of the office the person asked about last: papers, price and places are answered for it. */
export const officeSlot = slot('office', z.string())
