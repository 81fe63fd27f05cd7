import { answerTitle } from './answers.ts'
import { day } from './time.ts'
import type { Preview } from './types.ts'
import { name, word } from './words.ts'

/** The messages a fact would change, as the applicant will see them. */
export function PreviewView({ preview }: { readonly preview: Preview }) {
  return (
    <section class="preview" aria-live="polite">
      <h4>{word('previewAt', { office: preview.office, day: day(preview.day) })}</h4>
      {preview.items.length === 0 && <p>{word('previewNone')}</p>}
      {preview.items.map(({ id, lang, how, text }) => (
        <div key={id + lang} class="said bot">
          <p class="who">
            {answerTitle(id)} · {name('lang', lang)} · {name('how', how)}
          </p>
          <p class="text">{text}</p>
        </div>
      ))}
    </section>
  )
}
