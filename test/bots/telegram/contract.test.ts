import { doorContract } from '../contract.ts'
import { openTelegram } from './harness.ts'

for (const way of ['webhook', 'polling'] as const)
  doorContract(`telegram by ${way}`, { open: (tools) => openTelegram(way, tools) })
