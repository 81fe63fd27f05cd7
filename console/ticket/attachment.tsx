import { api } from '../api.ts'
import type { Attachment } from '../types.ts'
import { name, word } from '../words/words.ts'

/** A file the applicant sent: pictures and voice are shown, the rest is for download. */
export function AttachmentView({ file, number }: { readonly file: Attachment; readonly number: string }) {
  const label = name('media', file.media)
  if (!file.id)
    return (
      <p class="why">
        {word('conversation.refusedFile', { why: file.refused ? name('refusedFile', file.refused) : '' })}
      </p>
    )
  const address = api.fileAddress(number, file.id)
  const size = file.bytes === null ? '' : `${Math.ceil(file.bytes / 1024)} kB`
  return (
    <div class="file">
      {file.mime?.startsWith('image/') && <img src={address} alt={label} loading="lazy" />}
      {file.mime?.startsWith('audio/') && <audio controls src={address} aria-label={label} preload="none" />}
      <a class="button" href={address} download>
        {word('conversation.download')} {label} ({file.mime}, {size})
      </a>
    </div>
  )
}
