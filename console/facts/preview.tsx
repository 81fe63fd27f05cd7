import type { Preview } from '../types.ts'
import { day, languageName } from '../words/format.ts'
import { name, word } from '../words/words.ts'

/** The messages a fact would change, as the applicant will see them. */
export function FactPreview({ preview }: { readonly preview: Preview }) {
  return (
    <section class="preview" aria-live="polite">
      <h4>{word('facts.previewAt', { office: preview.office, day: preview.day })}</h4>
      {preview.items.length === 0 && <p>{word('facts.previewNone')}</p>}
      {preview.items.map(({ id, title, lang, how, day: on, text }) => (
        <div key={id + lang + text} class="said bot">
          <p class="who">
            {title} · {languageName(lang)} · {name('how', how)}
            {on !== preview.day && ` · ${day(on)}`}
          </p>
          <p class="text">{text}</p>
        </div>
      ))}
    </section>
  )
}
