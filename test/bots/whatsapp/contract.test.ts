import { afterAll, beforeAll } from 'vitest'
import { createWhatsAppChannel } from '../../../src/bots/whatsapp/channel.ts'
import type { ChannelContext } from '../../../src/desk/ports/channel.ts'
import { channelContract, PERSON, type OpenChannel } from '../contract.ts'
import { shown, until, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

channelContract('whatsapp', {
  open,
  lacks: { blocking: 'WhatsApp acknowledges what is sent to somebody who has blocked us, and keeps it' },
})

let opened = 0

/** A number of the office with its phone, the channel linked to it by QR, and one person with a phone. */
async function open(context: ChannelContext): Promise<OpenChannel> {
  const n = 1000 + opened++
  const office = world.wa.addAccount(`6757000${n}`, 'Office')
  const sri = world.wa.addAccount(`6757111${n}`, PERSON)
  const settings = { session: office.phone, url: world.wa.url, pace: false, announce: () => undefined }
  const channel = createWhatsAppChannel(settings, context, world.store)
  await channel.start()
  await office.scanQr((await shown(channel, 'qr')).qr!)
  await until(() => channel.status().state === 'on')
  await world.wa.online(office)
  let last = { text: '', id: '' }

  return {
    channel,
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
    close: () => channel.stop(),
  }
}
