import { z } from 'zod'
import { go, open, type Flow, type Option, type Prompt, type QuestionStep } from '../engine/flow.ts'
import { isOptionText, topicQuestion } from '../engine/question.ts'
import type { MenuEntry } from '../engine/registry.ts'
import { t, type TextKey } from '../engine/text.ts'

/** Saved with chats and their steps: `menu`, and `main` for the list itself. */
export const MENU = { flow: 'menu' } as const

/** The main menu, and the short second lists of its entries: one step each. */
export function menu(entries: readonly MenuEntry[]): Flow {
  const lists = entries.flatMap((entry) => ('entries' in entry ? [entry] : []))
  return {
    name: MENU.flow,
    first: 'main',
    data: z.record(z.string(), z.unknown()),
    isIdle: () => true,
    hasProgress: () => false,
    steps: {
      main: listQuestion('menu.main', entries, ['petugas']),
      ...Object.fromEntries(
        lists.map((list) => [list.id, listQuestion(`menu.ask.${list.id}`, list.entries)]),
      ),
    },
  }
}

function listQuestion(
  key: TextKey,
  entries: readonly MenuEntry[],
  commands?: Prompt['commands'],
): QuestionStep {
  const options = entries.map(optionOf)
  const inner = entries.flatMap((entry) => ('entries' in entry ? entry.entries.map(optionOf) : []))
  const question = topicQuestion({ prompt: () => ({ text: t(key), options, ...(commands && { commands }) }) })
  return {
    ...question,
    // who names what stands in a second list need not see that list
    answer(at, answer) {
      if (answer.kind !== 'text') return question.answer(at, answer)
      const named = inner.find((option) => isOptionText(answer.text, [option], at.world.hears))
      return named?.to ?? question.answer(at, answer)
    },
  }
}

function optionOf(entry: MenuEntry): Option {
  const { id, hears } = entry
  const to = 'opens' in entry ? open(entry.opens) : go(id)
  return { id, label: t(`menu.${id}`), to, ...(hears && { hears }) }
}
