import { channelContract } from '../contract.ts'
import { openTelegram } from './harness.ts'

for (const way of ['webhook', 'polling'] as const)
  channelContract(`telegram by ${way}`, { open: (context) => openTelegram(way, context) })
