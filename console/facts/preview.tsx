import { day } from '../words/time.ts'
import type { Preview } from '../types.ts'
import { name, word } from '../words/words.ts'

/** The messages a fact would change, as the applicant will see them. */
export function PreviewView({ preview }: { readonly preview: Preview }) {
  return (
    <section class="preview" aria-live="polite">
      <h4>{word('previewAt', { office: preview.office, day: day(preview.day) })}</h4>
      {preview.items.length === 0 && <p>{word('previewNone')}</p>}
      {preview.items.map(({ id, title, lang, how, day: on, text }) => (
        <div key={id + lang + text} class="said bot">
          <p class="who">
            {title} · {name('lang', lang)} · {name('how', how)}
            {on !== preview.day && ` · ${day(on)}`}
          </p>
          <p class="text">{text}</p>
        </div>
      ))}
    </section>
  )
}
