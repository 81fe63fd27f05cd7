import { name, nameOr, word } from '../words/words.ts'

/** What an officer can bring in as a list. */
export type ListName = 'applications' | 'quota'

const pad = (n: number) => String(n).padStart(2, '0')

/** Some days from today, as it is written here. */
function dayFromNow(days: number): string {
  const date = new Date(Date.now() + days * 86_400_000)
  return `${pad(date.getDate())}/${pad(date.getMonth() + 1)}/${date.getFullYear()}`
}

/** One invented row, by our names of the columns. The dashes keep a spreadsheet from shortening the number. */
function example(list: ListName, office: string): Readonly<Record<string, string>> {
  if (list === 'quota')
    return {
      office,
      day: dayFromNow(1),
      half: name('half', 'morning'),
      lane: name('lane', 'regular'),
      unit: name('unit', 'office'),
      left: '12',
    }
  return {
    number: '1234-5678-9012',
    birth: '17/08/1990',
    office,
    status: word('imports.sample.status'),
    name: word('imports.sample.name'),
    visitDay: dayFromNow(7),
    interviewDay: '',
    issuedDay: '',
  }
}

/** Address of an example to be downloaded: CSV as Excel here opens it at a double click. */
export function exampleAddress(list: ListName, office: string): string {
  const row = example(list, office)
  const lines = [Object.keys(row).map((column) => nameOr('column', column)), Object.values(row)]
  const text = lines.map((cells) => `${cells.join(';')}\r\n`).join('')
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${text}`)}`
}
