import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../src/adapters/ids.ts'
import { silentLog } from '../../../src/adapters/log.ts'
import { createFileRemoval } from '../../../src/desk/pipeline/inbox/file-removal.ts'
import type { FileStorage } from '../../../src/desk/ports/files.ts'
import type { CommitTurn, Ledger, NewFile } from '../../../src/desk/ports/ledger.ts'
import { openLedger, type TestLedger } from '../../support/ledger.ts'

/** Every stored byte has a row: a file that is kept, or one that is to be removed. */

let pool: TestLedger['pool']
let close: TestLedger['close']
let newChat: TestLedger['newChat']
let ledger: Ledger
let chatId: string
let counter = 0

beforeAll(async () => {
  ;({ pool, ledger, newChat, close } = await openLedger())
})
afterAll(() => close())
beforeEach(async () => {
  chatId = await newChat()
})

const fileOf = (chat = chatId): NewFile => ({
  id: newId(),
  chatId: chat,
  mime: 'image/jpeg',
  bytes: 1000,
  sha256: 'x',
})

const photo = ({ id, mime, bytes }: NewFile) =>
  ({ kind: 'media', media: 'photo', caption: '', file: { id, mime, bytes } }) as const

/** A photo that came with its bytes, in the inbox of its chat. */
async function sent(hoursAgo = 0, file = fileOf()): Promise<{ file: NewFile; inboundId: string }> {
  await ledger.expectFile(file.id)
  await ledger.saveFile(file)
  const inboundId = newId()
  const row = { id: inboundId, chatId: file.chatId, externalId: file.id, content: photo(file) }
  await ledger.accept([{ ...row, fileReference: null, fileWaitMs: null }])
  const back = `now() - ${hoursAgo} * interval '1 hour'`
  await pool.query(`UPDATE stored_file SET created_at = ${back} WHERE id = $1`, [file.id])
  await pool.query(`UPDATE inbound SET received_at = ${back} WHERE id = $1`, [inboundId])
  return { file, inboundId }
}

async function turn(rest: Partial<CommitTurn>, inboundIds: readonly string[] = []): Promise<CommitTurn> {
  const { rows } = await pool.query('SELECT version FROM chat WHERE id = $1', [chatId])
  return {
    chatId,
    channel: 'telegram',
    version: rows[0].version,
    at: Date.now(),
    state: { v: 1 },
    applicantWrote: true,
    handled: inboundIds.map((inboundId) => ({ inboundId, confidential: false, ticketId: null })),
    outbound: [],
    newTickets: [],
    ticketChanges: [],
    subscriptions: [],
    ...rest,
  }
}

const refuse = async ({ file, inboundId }: { file: NewFile; inboundId: string }) =>
  ledger.commit([await turn({ subscriptions: [{ do: 'discard file', fileId: file.id }] }, [inboundId])])

async function opened(fileIds: readonly string[], storyHours: number): Promise<CommitTurn['newTickets']> {
  const ticket = { id: newId(), number: `KPG-261120-${++counter}`, kind: 'complaint', office: 'KPG' } as const
  const files = fileIds.map((id) => ({ id, mime: 'image/jpeg', bytes: 1000 }))
  const openedAt = Date.now()
  const rest = {
    category: 'OTH',
    confidential: false,
    story: '',
    due: '2026-11-26',
    lang: 'id',
    servqual: null,
  }
  const storyFrom = openedAt - storyHours * 3_600_000
  return [{ ...ticket, ...rest, files, priority: 3, openedAt, storyFrom }]
}

const ids = async (sql: string) => (await pool.query(sql)).rows.map((row) => row.id)
const kept = () => ids('SELECT id FROM stored_file')
const due = () => ids('SELECT id FROM file_removal WHERE due_at <= now()')

describe('a file that was refused', () => {
  test('is a file to be removed in the commit that refuses it', async () => {
    const one = await sent()
    await refuse(one)
    expect(await kept()).not.toContain(one.file.id)
    expect(await due()).toContain(one.file.id)
  })

  test('stays when the turn that refused it lost to another', async () => {
    const one = await sent()
    const late = await turn({ subscriptions: [{ do: 'discard file', fileId: one.file.id }] }, [one.inboundId])
    await ledger.commit([await turn({})])
    expect((await ledger.commit([late])).won.size).toBe(0)
    expect(await kept()).toContain(one.file.id)
    expect(await due()).not.toContain(one.file.id)
  })

  test('is only ever a file of this chat, and never one of a ticket', async () => {
    const others = await sent(0, fileOf(await newChat()))
    const evidence = await sent()
    await ledger.commit([await turn({ newTickets: await opened([evidence.file.id], 0) })])
    await refuse(others)
    await refuse(evidence)
    expect(await kept()).toEqual(expect.arrayContaining([others.file.id, evidence.file.id]))
  })
})

describe('bytes on their way', () => {
  const held = async () => {
    const row = {
      id: newId(),
      chatId,
      externalId: newId(),
      content: photo(fileOf()),
      fileReference: 'encrypted',
      fileWaitMs: 60_000,
    }
    await ledger.accept([row])
    return row.id
  }

  test('are to be removed in an hour, until their row is there', async () => {
    const [inboundId, file] = [await held(), fileOf()]
    await ledger.expectFile(file.id)
    const { rows } = await pool.query(
      'SELECT round(extract(epoch FROM due_at - now()) / 60)::int AS minutes FROM file_removal WHERE id = $1',
      [file.id],
    )
    expect(rows).toEqual([{ minutes: 60 }])
    await ledger.resolveFile(inboundId, photo(file), file)
    expect(await kept()).toContain(file.id)
    expect(await ids('SELECT id FROM file_removal')).not.toContain(file.id)
  })

  test.each([
    ['after the message was answered without them', 'done_at = now()'],
    ['after the time to wait for them was over', "held_until = now() - interval '1 second'"],
  ])('%s are not kept, and the message says no other thing than was said', async (_, change) => {
    const [inboundId, file] = [await held(), fileOf()]
    const before = await pool.query('SELECT content FROM inbound WHERE id = $1', [inboundId])
    await pool.query(`UPDATE inbound SET ${change} WHERE id = $1`, [inboundId])
    await ledger.expectFile(file.id)
    await ledger.resolveFile(inboundId, photo(file), file)
    expect(await kept()).not.toContain(file.id)
    expect(await due()).toContain(file.id)
    expect(await pool.query('SELECT content FROM inbound WHERE id = $1', [inboundId])).toMatchObject({
      rows: before.rows,
    })
  })

  test('fetched by two processes at once are kept once', async () => {
    const [inboundId, one, two] = [await held(), fileOf(), fileOf()]
    await Promise.all([one, two].map((file) => ledger.expectFile(file.id)))
    await Promise.all([one, two].map((file) => ledger.resolveFile(inboundId, photo(file), file)))
    const [files, gone] = [await kept(), await due()]
    expect([one, two].filter(({ id }) => files.includes(id))).toHaveLength(1)
    expect([one, two].filter(({ id }) => gone.includes(id))).toHaveLength(1)
  })
})

describe('a file that belongs to nothing', () => {
  const after = async (hours: number, state: object, rest: Partial<CommitTurn> = {}) => {
    const one = await sent(hours)
    const inState = JSON.parse(JSON.stringify(state).replaceAll('FILE', one.file.id))
    await ledger.commit([await turn({ state: inState, ...rest }, [one.inboundId])])
    await ledger.abandonFiles()
    return { kept: (await kept()).includes(one.file.id), removed: (await due()).includes(one.file.id) }
  }
  const [stays, goes] = [
    { kept: true, removed: false },
    { kept: false, removed: true },
  ]

  test('is removed after a day, not before', async () => {
    expect(await after(23, {})).toEqual(stays)
    expect(await after(25, {})).toEqual(goes)
  })

  test('and was sent before anybody knew what it is about is removed after a day as well', async () => {
    const carried = { memo: { carried: { parts: [], files: [{ id: 'FILE' }] } } }
    expect(await after(23, carried)).toEqual(stays)
    expect(await after(25, carried)).toEqual(goes)
  })

  test('stays for thirty days while a half-told story holds it', async () => {
    const told = { flow: 'complaint', data: { files: [{ id: 'FILE' }] }, memo: {} }
    expect(await after(29 * 24, told)).toEqual(stays)
    expect(await after(31 * 24, told)).toEqual(goes)
  })

  test('stays while the chat has a message nobody has heard yet', async () => {
    const one = await sent(25)
    await ledger.abandonFiles()
    expect(await kept()).toContain(one.file.id)
  })

  test('becomes the ticket’s when its message stands in the ticket’s story', async () => {
    const one = await sent(25)
    const ticket = await opened([], 26)
    await ledger.commit([await turn({ newTickets: ticket }, [one.inboundId])])
    await ledger.abandonFiles()
    const { rows } = await pool.query('SELECT ticket_id FROM stored_file WHERE id = $1', [one.file.id])
    expect(rows).toEqual([{ ticket_id: ticket[0]!.id }])
  })

  test('is removed when its message was kept apart from that story', async () => {
    const one = await sent(25)
    const handled = [{ inboundId: one.inboundId, confidential: true, ticketId: null }]
    await ledger.commit([await turn({ newTickets: await opened([], 26), handled })])
    await ledger.abandonFiles()
    expect(await due()).toContain(one.file.id)
  })
})

describe('removing', () => {
  const store = (remove: (id: string) => Promise<void>): FileStorage => ({
    put: async () => {},
    get: async () => null,
    remove,
  })
  const looking = (files: FileStorage) => createFileRemoval({ ledger, files, log: silentLog })
  const soon = () => pool.query("UPDATE file_removal SET due_at = now() - interval '1 second'")

  test('takes the bytes away once, and nothing is left to do', async () => {
    const one = await sent()
    await refuse(one)
    const gone: string[] = []
    const look = looking(store(async (id) => void gone.push(id)))
    await look()
    await look()
    expect(gone.filter((id) => id === one.file.id)).toHaveLength(1)
    expect(await ids('SELECT id FROM file_removal')).not.toContain(one.file.id)
  })

  test('that failed, or whose process died, is taken up again', async () => {
    const one = await sent()
    await refuse(one)
    await looking(
      store(async () => {
        throw new Error('the store is away')
      }),
    )()
    expect(await ids('SELECT id FROM file_removal')).toContain(one.file.id)
    await soon()
    expect(await ledger.removableFiles(100)).toContain(one.file.id) // taken, and then nothing more is heard of it
    const gone: string[] = []
    const look = looking(store(async (id) => void gone.push(id)))
    await look()
    expect(gone).not.toContain(one.file.id)
    await soon()
    await look()
    expect(gone).toContain(one.file.id)
  })

  test('is done by one of several processes', async () => {
    for (let n = 0; n < 20; n++) await refuse(await sent())
    const given = await Promise.all([1, 2, 3, 4].map(() => ledger.removableFiles(7)))
    expect(new Set(given.flat()).size).toBe(given.flat().length)
  })
})
