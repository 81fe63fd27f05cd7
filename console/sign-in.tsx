import { useState } from 'preact/hooks'
import { api, Problem } from './api.ts'
import { word, type Word } from './words.ts'

interface Props {
  readonly notice: Word | null
  readonly onDone: () => void
}

export function SignIn({ notice, onDone }: Props) {
  const [wrong, setWrong] = useState(notice ? word(notice) : '')
  const [busy, setBusy] = useState(false)

  async function submit(event: SubmitEvent) {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    setBusy(true)
    try {
      await api.signIn(String(form.get('email')), String(form.get('password')))
      onDone()
    } catch (problem) {
      setWrong(wordsFor(problem as Problem))
      setBusy(false)
    }
  }

  return (
    <main class="sign-in">
      <h1>{word('title')}</h1>
      <form onSubmit={(event) => void submit(event)}>
        <label>
          {word('email')}
          <input name="email" type="email" autocomplete="username" required />
        </label>
        <label>
          {word('password')}
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        <p class="wrong" role="alert">
          {wrong}
        </p>
        <button type="submit" class="main" disabled={busy}>
          {word('signIn')}
        </button>
      </form>
    </main>
  )
}

function wordsFor(problem: Problem): string {
  if (problem.status === 0 || problem.status >= 500) return word('offline')
  if (problem.status === 429) return word('tooManyTries', { n: Math.max(1, Math.ceil(problem.wait / 60)) })
  return word('wrongPassword')
}
