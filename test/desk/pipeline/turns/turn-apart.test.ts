import { describe, expect, test } from 'vitest'
import { createTexts } from '../../../../src/adapters/texts.ts'
import type { QueryResult, Query, Input, World } from '../../../../src/flows/engine/conversation.ts'
import type { CommitTurn, TakenChat } from '../../../../src/desk/ports/ledger.ts'
import { planTurn } from '../../../../src/desk/pipeline/turns/turn.ts'
import { categories, holidays, library, offices, START } from '../../../flows/stage.ts'

/** What the desk writes down of a look at somebody's application: the answer, but no proof of who they are. */

const NUMBER = '123456789012'
const found: Extract<QueryResult, { of: 'application' }> = {
  of: 'application',
  found: {
    id: 'h1',
    office: 'ATB',
    status: 'DICETAK',
    name: 'Ma*** Ke**',
    visitDay: null,
    interviewDay: '2026-11-09',
    issuedDay: null,
    enteredAt: START,
  },
}

function answerTo(ask: Query): QueryResult {
  if (ask.of === 'new ticket') return { of: 'new ticket', id: 't1', number: 'ATB-261120-001-1' }
  return ask.of === 'application' ? found : { of: 'ticket', ticket: null }
}

async function after(words: readonly string[]): Promise<CommitTurn[]> {
  const world: World = {
    now: START, channel: 'web', office: 'KPG', offices, categories, holidays, library, openTicket: null,
    hears: createTexts().hears, words: createTexts().render, languages: createTexts().languages,
  } // prettier-ignore
  const turns: CommitTurn[] = []
  for (const [at, text] of words.entries()) {
    const input: Input = { kind: 'message', content: { kind: 'text', text } }
    const message = { id: `m${at}`, input, file: 'none', attempts: 0, ageMs: 0 } as const
    const state = turns.at(-1)?.state ?? null
    const chat = { id: 'c1', channel: 'web', address: 'a', version: at, state, inbox: [message] }
    const turn = await planTurn(chat as unknown as TakenChat, {
      world: () => world,
      query: (_, ask) => Promise.resolve(answerTo(ask)),
      texts: createTexts(),
      newId: () => 'new',
      now: () => START,
      burstPause: () => 0,
      isLocal: () => true,
      onFailure: (_, error) => {
        throw error
      },
    })
    turns.push(turn!)
  }
  return turns
}

describe('a look at an application', () => {
  const walk = ['menu', '4', '1', NUMBER, '12 mei 1990', '1', '1']

  test('number and birth date are kept out of every story, what is said of it is not', async () => {
    const turns = await after(walk)
    expect(turns.map(({ handled }) => handled[0]!.confidential)).toEqual([
      false,
      false,
      false,
      true,
      true,
      false,
      false,
    ])
    expect(turns.flatMap(({ outbound }) => outbound).filter(({ confidential }) => confidential)).toEqual([])
  })

  test('neither is left in the state once the answer is there', async () => {
    const turns = await after(walk.slice(0, 5))
    expect(JSON.stringify(turns.at(-1)!.state)).not.toMatch(/123456789012|1990-05-12|12 mei 1990/)
  })

  test('the ticket says in Indonesian what the conversation knew, whatever the person speaks', async () => {
    const turns = await after(['language', '2', ...walk.slice(1)])
    const { story, office, category } = turns.at(-1)!.newTickets[0]!
    expect([office, category]).toEqual(['ATB', 'TIM-LATE'])
    expect(story).toBe('Cek paspor: Sedang dicetak. Harusnya siap Jumat, 13 November.')
    expect(JSON.stringify(turns.at(-1)!.newTickets)).not.toContain(NUMBER)
  })

  test('a number in the first message is kept out as well', async () => {
    const [turn] = await after([`cek status paspor saya nomor ${NUMBER} lahir 12 mei 1990`])
    expect(turn!.handled[0]!.confidential).toBe(true)
    expect(JSON.stringify(turn!.state)).not.toContain(NUMBER)
  })
})
