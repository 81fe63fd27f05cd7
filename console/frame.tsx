import type { ComponentChildren } from 'preact'
import { api } from './api.ts'
import { forgetDrafts } from './ticket/drafts.ts'
import type { Me } from './types.ts'
import { Urgent } from './urgent.tsx'
import { LanguageSwitch } from './words/switch.tsx'
import { name, word } from './words/words.ts'

/** The pages by their place in the address. */
const PAGES = [
  ['', 'queue'],
  ['jawaban', 'facts'],
  ['kuota', 'quota'],
  ['permohonan', 'applications'],
  ['saluran', 'channels'],
] as const

interface Props {
  readonly me: Me
  /** Where the officer is. */
  readonly page: string
  readonly onLeft: () => void
  readonly children: ComponentChildren
}

/** What stands above every page: where to go, who is here, in which language, and the way out. */
export function Frame({ me, page, onLeft, children }: Props) {
  const leave = () => {
    forgetDrafts()
    api.signOut().then(onLeft, onLeft)
  }
  const pages = PAGES.filter(([, title]) => title !== 'channels' || me.role === 'admin')
  return (
    <>
      <header class="top">
        <h1>{word('title')}</h1>
        <nav aria-label={word('title')}>
          {pages.map(([path, title]) => (
            <a key={path} href={`#/${path}`} aria-current={page === path ? 'page' : undefined}>
              {word(`page.${title}`)}
            </a>
          ))}
        </nav>
        <p class="me">
          {me.name}
          <small>
            {name('role', me.role)}
            {me.office ? ` · ${me.office}` : ''}
          </small>
        </p>
        <LanguageSwitch />
        <button type="button" class="quiet" onClick={leave}>
          {word('session.signOut')}
        </button>
      </header>
      <Urgent />
      <main>{children}</main>
    </>
  )
}
