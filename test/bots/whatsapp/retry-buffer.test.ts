import { expect, it } from 'vitest'
import { createRetryBuffer } from '../../../src/bots/whatsapp/inbound/retry-buffer.ts'
import type { InboundMessage } from '../../../src/desk/ports/channel.ts'
import { recordingLog, until } from './world.ts'

const inbound = (externalId: string): InboundMessage => ({
  channel: 'whatsapp',
  address: '1@lid',
  externalId,
  content: { kind: 'text', text: 'x' },
})
const ids = (accepted: readonly InboundMessage[]) => accepted.map(({ externalId }) => externalId)

it('hands over one batch at a time, with what came meanwhile in the next', async () => {
  const batches: string[][] = []
  let release = () => {}
  const hold = createRetryBuffer(async (accepted) => {
    batches.push(ids(accepted))
    await new Promise<void>((resolve) => (release = resolve))
  }, recordingLog().log)
  hold.push([inbound('1')])
  hold.push([inbound('2')])
  hold.push([inbound('3')])
  expect(batches).toEqual([['1']])
  release()
  await until(() => batches.length === 2)
  expect(batches).toEqual([['1'], ['2', '3']])
  release()
  await hold.drain(1000)
})

it('loses aloud, with the number, what is beyond its limit or not safe at the end', async () => {
  const { log, lines } = recordingLog()
  const hold = createRetryBuffer(() => Promise.reject(new Error('away')), log, 3)
  hold.push(['1', '2', '3', '4', '5'].map(inbound))
  await hold.drain(20)
  const errors = lines.filter(({ level }) => level === 'error').map(({ fields }) => fields)
  expect(errors).toEqual([{ lost: 2, held: 3 }, { lost: 3 }])
})
