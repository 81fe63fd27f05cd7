import { useState } from 'preact/hooks'
import { api, Problem } from '../api.ts'
import { filledIn } from '../forms/fields.tsx'
import { LanguageSwitch } from '../words/switch.tsx'
import { word, type Word } from '../words/words.ts'

interface Props {
  readonly notice: Word | null
  readonly onDone: () => void
}

export function SignIn({ notice, onDone }: Props) {
  const [refusal, setRefusal] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  async function submit(form: HTMLFormElement) {
    const { email = '', password = '' } = filledIn(form)
    setBusy(true)
    try {
      await api.signIn(email, password)
      onDone()
    } catch (problem) {
      setRefusal(problem)
      setBusy(false)
    }
  }

  return (
    <main class="sign-in">
      <h1>{word('title')}</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit(event.currentTarget)
        }}
      >
        <label>
          {word('session.email')}
          <input name="email" type="email" autocomplete="username" required />
        </label>
        <label>
          {word('session.password')}
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        <p class="wrong" role="alert">
          {refusal ? whyNot(refusal) : notice && word(notice)}
        </p>
        <button type="submit" class="main" disabled={busy}>
          {word('session.signIn')}
        </button>
      </form>
      <LanguageSwitch />
    </main>
  )
}

function whyNot(problem: unknown): string {
  if (!(problem instanceof Problem) || problem.status === 0 || problem.status >= 500) return word('offline')
  if (problem.status !== 429) return word('session.wrongPassword')
  return word('session.tooManyTries', { count: Math.max(1, Math.ceil(problem.wait / 60)) })
}
