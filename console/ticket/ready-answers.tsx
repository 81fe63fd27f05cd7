import { useEffect, useState } from 'preact/hooks'
import { api } from '../api.ts'
import type { Answers, Ticket } from '../types.ts'
import { topicName } from '../words/applicants.ts'
import { word } from '../words/words.ts'

interface Props {
  readonly ticket: Ticket
  readonly onInsert: (text: string) => void
}

/** Ready answers of the library for the ticket's office and language, to be put into the reply. */
export function ReadyAnswers({ ticket: { office, lang }, onInsert }: Props) {
  const [answers, setAnswers] = useState<Answers['items']>([])
  const [safe, setSafe] = useState(false)
  useEffect(() => {
    api.answers(office, lang).then(
      ({ items }) => setAnswers(items),
      () => setAnswers([]),
    )
  }, [office, lang])

  function choose(id: string) {
    const answer = answers.find((one) => one.id === id)
    if (!answer?.text) return
    setSafe(answer.how === 'safe')
    onInsert(answer.text)
  }

  return (
    <>
      <select
        aria-label={word('ready.choose')}
        value=""
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">{word('ready.choose')}</option>
        {[...new Set(answers.map((answer) => answer.topic))].map((topic) => (
          <optgroup key={topic} label={topicName(topic)}>
            {answers
              .filter((answer) => answer.topic === topic)
              .map(({ id, title, how }) => (
                <option key={id} value={id} disabled={how === 'ask'}>
                  {how === 'ask' ? `${title} (${word('ready.ask')})` : title}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      {safe && <p class="why">{word('ready.safe')}</p>}
    </>
  )
}
