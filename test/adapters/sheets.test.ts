import { zipSync } from 'fflate'
import { readdirSync } from 'node:fs'
import os from 'node:os'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { sheetFiles } from '../../src/adapters/sheets/files.ts'
import type { Sheet, SheetBytes, SheetKind } from '../../src/desk/ports/sheets.ts'
import { workbook, workbookParts } from '../support/workbook.ts'

const bytesOf = (content: Uint8Array | string): SheetBytes => {
  const bytes = Buffer.from(content as string)
  return { size: bytes.length, open: () => Readable.from([bytes]) }
}
const opened = (content: Uint8Array | string, kind: SheetKind) => sheetFiles.open(bytesOf(content), kind)

/** Every row as its line and its cells. */
async function rows(sheet: Sheet): Promise<[number, ...string[]][]> {
  const all: [number, ...string[]][] = []
  for await (const { line, cells } of sheet.rows()) all.push([line, ...cells])
  return all
}

const csv = async (content: Uint8Array | string) => rows(await opened(content, 'csv'))
const xlsx = async (content: Uint8Array) => rows(await opened(content, 'xlsx'))
const packed = (sheet: string) =>
  zipSync(
    Object.fromEntries(Object.entries(workbookParts(sheet)).map(([name, text]) => [name, Buffer.from(text)])),
  )
const sheetOf = (inside: string) => `<worksheet><sheetData>${inside}</sheetData></worksheet>`

describe('a CSV file', () => {
  const text = 'name;office\nAndré Kelen;KPG\n'
  const read = [
    [1, 'name', 'office'],
    [2, 'André Kelen', 'KPG'],
  ]
  const bigEndian = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()

  test.each([
    ['in UTF-8', Buffer.from(text)],
    ['in UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['in Windows-1252, as Excel writes plain CSV', Buffer.from(text, 'latin1')],
    ['in UTF-16, as Excel writes Unicode text', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['in UTF-16 the other way round', bigEndian],
    ['with commas', Buffer.from(text.replaceAll(';', ','))],
    ['with tabs', Buffer.from(text.replaceAll(';', '\t'))],
    ['with lines ended as Windows does', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['with lines ended in several ways', Buffer.from(text.replace('\n', '\r\n'))],
    ['with quotation marks around every cell', Buffer.from('"name";"office"\n"André Kelen";"KPG"\n')],
    ['without an end of its last line', Buffer.from(text.trimEnd())],
  ])('%s is read', async (_, content) => {
    expect(await csv(content)).toEqual(read)
  })

  test('with empty rows below, as a spreadsheet leaves them, has no rows there', async () => {
    expect(await csv(`${text};\n\n;\n`)).toEqual(read)
  })

  test('that says its separator in a line of its own has its columns in the second', async () => {
    expect(await csv('sep=;\nname;office\nA,B;KPG\n')).toEqual([
      [2, 'name', 'office'],
      [3, 'A,B', 'KPG'],
    ])
  })

  test('in Windows-1252 far down, or with a letter cut in two by the stream, is read all the same', async () => {
    const many = `name;office\n${'Maria Kelen;KPG\n'.repeat(20_000)}`
    expect((await csv(Buffer.from(`${many}Andr\xe9;KPG\n`, 'latin1'))).at(-1)).toEqual([
      20_002,
      'André',
      'KPG',
    ])
    const pieces = [Buffer.from('name\nAndr\xc3', 'latin1'), Buffer.from('\xa9\n', 'latin1')]
    const sheet = await sheetFiles.open({ size: 13, open: () => Readable.from(pieces) }, 'csv')
    expect((await rows(sheet)).at(-1)).toEqual([2, 'André'])
  })

  test.each([
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'not-text'],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'not-text'],
    ['a workbook', workbook([['name']]), 'not-csv'],
    ['nothing', '', 'list-empty'],
    ['empty lines', ';;\r\n\r\n ; ;\r\n', 'list-empty'],
    ['a quotation mark within a cell', 'name;office\nAndi "Ucok";KPG\n', 'rows-unclear'],
    ['a quotation mark left open', `name\n"${'x'.repeat(30_000)}`, 'rows-unclear'],
  ])('that is %s is refused before a row of it is used', async (_, content, reason) => {
    await expect(opened(content, 'csv')).rejects.toMatchObject({
      reason,
      message: expect.not.stringContaining('Ucok'),
    })
  })
})

describe('a workbook', () => {
  test('is read with the numbers of its lines, empty ones left out', async () => {
    const book = workbook([
      ['number', 'birth'],
      [],
      [123456789012, { day: '1990-05-12' }],
      [null, 'x & y'.replace('&', '&amp;')],
    ])
    expect(await xlsx(book)).toEqual([
      [1, 'number', 'birth'],
      [3, '123456789012', '1990-05-12'],
      [4, '', 'x & y'],
    ])
  })

  test('says where formulas stand, whatever they last showed', async () => {
    const book = workbook([
      ['a', 'b'],
      ['100000000001', { formula: 'HYPERLINK(&quot;http://x&quot;)', shows: 'Maria' }],
      [{ formula: 'A2+1', shows: '100000000002' }, 'Maria'],
    ])
    expect(await xlsx(book)).toEqual([
      [1, 'a', 'b'],
      [2, '100000000001', '='],
      [3, '=', 'Maria'],
    ])
  })

  test('says where shared formulas, formulas of many cells and what broken ones left behind stand', async () => {
    const sheet = sheetOf(
      '<row r="1"><c r="A1"><f t="array" ref="A1:B2">C1:D2</f><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>' +
        '<row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>5</v></c><c r="C2" t="e"><v>#N/A</v></c></row>' +
        '<row r="3"><c r="A3"><v>6</v></c><c r="B3"><f t="shared" si="0"/><v>7</v></c><c r="C3" t="inlineStr"><is><r><t>8</t></r><r><t xml:space="preserve"> 9</t></r></is></c></row>',
    )
    expect(await xlsx(packed(sheet))).toEqual([
      [1, '=', '=', '3'],
      [2, '=', '=', '='],
      [3, '6', '=', '8 9'],
    ])
  })

  test('is read whose elements carry a prefix, as some programs write them', async () => {
    const sheet =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c r="B1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    expect(await xlsx(packed(sheet))).toEqual([[1, 'a', '=']])
  })

  test('costs nothing for rows and columns that are far away and empty', async () => {
    const sheet = sheetOf(
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>9</v></c></row><row r="1048576"><c r="A1048576"><v>2</v></c></row>',
    )
    expect(await xlsx(packed(sheet))).toEqual([
      [1, '1'],
      [1_048_576, '2'],
    ])
  })

  test('with more than 20,000 rows is refused, with the way out', async () => {
    const body = Array.from(
      { length: 20_002 },
      (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>1</v></c></row>`,
    )
    await expect(xlsx(packed(sheetOf(body.join(''))))).rejects.toMatchObject({
      reason: 'workbook-too-large',
      message: expect.stringContaining('CSV UTF-8'),
    })
  })

  test('that would unpack to more than it may is refused, also when it says it is small', async () => {
    const bomb = packed(sheetOf(' '.repeat(60_000_000)))
    expect(bomb.length).toBeLessThan(1_000_000)
    await expect(xlsx(bomb)).rejects.toMatchObject({ reason: 'workbook-too-large' })
    await expect(xlsx(lying(bomb))).rejects.toMatchObject({ reason: 'not-workbook' })
  })

  test('of more than 10 MB is refused before it is unpacked', async () => {
    await expect(xlsx(Buffer.alloc(10_000_001))).rejects.toMatchObject({ reason: 'workbook-too-large' })
  })

  test.each([
    ['text', Buffer.from('name;office\n')],
    [
      'an old workbook, or one with a password',
      Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'.padEnd(600, '\0'), 'latin1'),
    ],
    ['another zip', Buffer.from(zipSync({ 'a.xml': Buffer.from('<a/>') }))],
    ['half of one', workbook([['a']]).subarray(0, 700)],
    ['one with cells that are nowhere', packed(sheetOf('<row><c t="n"><v>1</v></c></row>'))],
    [
      'one with rows out of this world',
      packed(sheetOf('<row r="9999999"><c r="A9999999"><v>1</v></c></row>')),
    ],
  ])('that is %s is refused', async (_, content) => {
    await expect(xlsx(content)).rejects.toMatchObject({ reason: 'not-workbook' })
  })
})

/** The same zip, whose every entry says that it unpacks to a hundred bytes. */
function lying(zip: Uint8Array): Buffer {
  const bytes = Buffer.from(zip)
  for (let at = bytes.indexOf('PK\x01\x02'); at !== -1; at = bytes.indexOf('PK\x01\x02', at + 1))
    bytes.writeUInt32LE(100, at + 24)
  return bytes
}

describe('bytes that arrive', () => {
  const arriving = async function* (...pieces: string[]) {
    for (const piece of pieces) yield Buffer.from(piece)
  }
  const left = () => readdirSync(os.tmpdir()).filter((name) => name.startsWith('tanyapaspor-list-'))

  test('can be read again and again while they are kept, and have no name on the disk', async () => {
    const before = left()
    await sheetFiles.withUpload(arriving('name\n', 'Maria\n'), 100, async (kept) => {
      expect(kept.size).toBe(11)
      const sheet = await sheetFiles.open(kept, 'csv')
      for (let time = 0; time < 2; time++)
        expect(await rows(sheet)).toEqual([
          [1, 'name'],
          [2, 'Maria'],
        ])
      expect(left()).toEqual(before)
    })
  })

  test('are refused when there are too many, or when they stop half-way', async () => {
    const never = async () => expect.unreachable()
    await expect(sheetFiles.withUpload(arriving('123', '456'), 5, never)).rejects.toMatchObject({
      reason: 'list-too-large',
    })
    const broken = async function* () {
      yield Buffer.from('123')
      throw new Error('the other side has gone')
    }
    await expect(sheetFiles.withUpload(broken(), 100, never)).rejects.toMatchObject({
      reason: 'list-cut-off',
    })
  })
})
