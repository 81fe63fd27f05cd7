import { afterAll, beforeAll } from 'vitest'
import { createWhatsAppChannel } from '../../../src/bots/whatsapp/channel.ts'
import type { ChannelContext } from '../../../src/desk/ports/channel.ts'
import { doorContract, PERSON, type OpenDoor } from '../contract.ts'
import { shown, until, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

doorContract('whatsapp', {
  open,
  lacks: { blocking: 'WhatsApp acknowledges what is sent to somebody who has blocked us, and keeps it' },
})

let opened = 0

/** A number of the office with its phone, the door linked to it by QR, and one person with a phone. */
async function open(tools: ChannelContext): Promise<OpenDoor> {
  const n = 1000 + opened++
  const office = world.wa.addAccount(`6757000${n}`, 'Office')
  const sri = world.wa.addAccount(`6757111${n}`, PERSON)
  const settings = { session: office.phone, url: world.wa.url, pace: false, announce: () => undefined }
  const door = createWhatsAppChannel(settings, tools, world.store)
  await door.start()
  await office.scanQr((await shown(door, 'qr')).qr!)
  await until(() => door.status().state === 'on')
  await world.wa.online(office)
  let last = { text: '', id: '' }

  return {
    door,
    person: {
      async says(text) {
        last = { text, id: await sri.sendText(office, text) }
      },
      async repeats() {
        await sri.sendText(office, last.text, { id: last.id })
      },
      sees: () => sri.inbox.map(({ text }) => text),
      pictures: () =>
        Promise.all(
          sri.inbox.flatMap(({ message: { imageMessage } }) =>
            imageMessage ? [world.wa.media.get(imageMessage, 'image')] : [],
          ),
        ),
      async chooses({ number }) {
        await sri.sendText(office, String(number))
      },
      async sendsFile(bytes) {
        await sri.sendMedia(office, 'document', Buffer.from(bytes), { fileName: 'surat.pdf' })
      },
      async sendsLargeFile() {
        await sri.sendMedia(office, 'video', Buffer.from('a long film'), { fileLength: 50 * 2 ** 20 })
      },
    },
    close: () => door.stop(),
  }
}
