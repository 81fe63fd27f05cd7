import { useState } from 'preact/hooks'
import { api } from '../api.ts'
import { Qr } from '../channels/qr.tsx'
import { useRefresh } from '../hooks.ts'
import type { PageProps } from '../page.ts'
import type { Channel } from '../types.ts'
import { at } from '../words/format.ts'
import { name, word } from '../words/words.ts'

/** A QR lives some twenty seconds: it must be fresh. */
const REFRESH = 5000

/** Each door's state; how to link the office's account where one waits for it. */
export function ChannelsPage({ onProblem }: PageProps) {
  const [channels, setChannels] = useState<readonly Channel[] | null>(null)
  useRefresh(
    () => void api.channels().then(({ items }) => setChannels(items), onProblem),
    REFRESH,
    'channels',
  )
  return (
    <section class="channels">
      <h2>{word('page.channels')}</h2>
      {!channels && <p>{word('loading')}</p>}
      {channels?.map((channel) => (
        <ChannelView key={channel.channel} channel={channel} />
      ))}
    </section>
  )
}

function ChannelView({ channel }: { readonly channel: Channel }) {
  const moment = (iso: string | null) => (iso ? at(iso) : word('channels.never'))
  return (
    <article class="channel">
      <h3>
        {name('channel', channel.channel)}{' '}
        <span class={`state door-${channel.state}`}>{name('channelState', channel.state)}</span>
      </h3>
      {channel.detail && <p>{channel.detail}</p>}
      <p class="facts">
        {word('channels.lastIn')}: {moment(channel.lastIn)} · {word('channels.lastOut')}:{' '}
        {moment(channel.lastOut)} · {word('channels.refusedSends')}: {channel.refused}
      </p>
      {channel.pairingCode && (
        <p>
          {word('channels.pairing')}: <strong class="code">{channel.pairingCode}</strong>
          <br />
          {word('channels.pairingHint')}
        </p>
      )}
      {channel.qr && (
        <p>
          {word('channels.qrHint')}
          <Qr text={channel.qr} />
        </p>
      )}
    </article>
  )
}
