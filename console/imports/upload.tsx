import { useState } from 'preact/hooks'
import { api, Problem } from '../api.ts'
import type { ImportReport, Me, Offices } from '../types.ts'
import { failedFor } from '../words/problems.ts'
import { name, nameOr, word } from '../words/words.ts'
import { exampleAddress, type ListName } from './example.ts'
import { ListReport } from './report.tsx'

interface Props {
  readonly list: ListName
  readonly me: Me
  readonly offices: Offices['items']
  /** Something is in. */
  readonly onEntered?: () => void
  readonly onProblem: (problem: unknown) => void
}

/** Bytes of a list the API takes; told at once instead of after the upload. */
const LARGEST = 20_000_000
const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

interface Chosen {
  readonly name: string
  readonly content: Blob
}

/** The file that was chosen, and what the service says of it. */
function useImport({ list, onEntered, onProblem }: Pick<Props, 'list' | 'onEntered' | 'onProblem'>) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [report, setReport] = useState<ImportReport | null>(null)
  const [busy, setBusy] = useState<'looking' | 'entering' | null>(null)
  const [wrong, setWrong] = useState('')

  async function ask(file: Chosen, dryRun: boolean) {
    setBusy(dryRun ? 'looking' : 'entering')
    setWrong('')
    try {
      setReport(await api.importList(list, file.content, dryRun))
      if (!dryRun) onEntered?.()
    } catch (problem) {
      onProblem(problem)
      setReport(null)
      setWrong(word('failed', { why: whyNot(problem) }))
    } finally {
      setBusy(null)
    }
  }

  async function choose(file: File | undefined) {
    setReport(null)
    if (!file) return setWrong('')
    const read = await readFile(file)
    if (typeof read === 'string') return setWrong(failedFor(read))
    setChosen(read)
    await ask(read, true)
  }

  const enter = () => (chosen ? ask(chosen, false) : undefined)
  return { chosen, report, busy, wrong, choose, enter, drop: () => setReport(null) }
}

/** A list as a file: looked through first, and brought in when the supervisor says so. */
export function ListUpload(props: Props) {
  const { list, me, offices } = props
  const { chosen, report, busy, wrong, choose, enter, drop } = useImport(props)
  const office = me.office ?? offices[0]?.code
  return (
    <details class="fact-form upload">
      <summary>{word('imports.title')}</summary>
      <p>{word('imports.hint')}</p>
      {office && (
        <p>
          <a
            class="button"
            download={word(`imports.exampleFile.${list}`)}
            href={exampleAddress(list, office)}
          >
            {word('imports.example')}
          </a>
        </p>
      )}
      <label>
        {word('imports.file')}
        <input
          type="file"
          accept=".csv,.xlsx"
          disabled={busy !== null}
          // so that the same file can be chosen again once it is mended
          onClick={(event) => (event.currentTarget.value = '')}
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
        />
      </label>
      <p class={wrong ? 'wrong' : 'told'} role="status">
        {busy ? word(`imports.${busy}`) : wrong}
      </p>
      {report && chosen && (
        <ListReport
          file={chosen.name}
          report={report}
          busy={busy !== null}
          onEnter={() => void enter()}
          onDrop={drop}
        />
      )}
    </details>
  )
}

/** The file's bytes as they are now, so that what was looked through is what goes in; or why not. */
async function readFile(file: File): Promise<Chosen | string> {
  const type = TYPES[file.name.toLowerCase().replace(/^.*\./, '')]
  if (!type) return 'wrong-type'
  if (file.size > LARGEST) return 'list-too-large'
  const bytes = await file.arrayBuffer().catch(() => null)
  return bytes ? { name: file.name, content: new Blob([bytes], { type }) } : 'not-readable'
}

function whyNot(problem: unknown): string {
  if (!(problem instanceof Problem)) return name('problem', '0')
  const { missing = [], twice = [], unknown = [], line = 0 } = problem.details
  const titles = (columns: readonly string[]) => columns.map((column) => nameOr('column', column))
  const why = nameOr('problem', problem.message, { missing: titles(missing), twice: titles(twice), line })
  return unknown.length > 0 ? `${why} ${word('imports.ignored', { columns: unknown })}` : why
}
